import { expect, test } from 'vitest'
import { dropAt, type Target } from './drop.ts'

const targets: readonly Target[] = [
  { name: 'phone', box: { left: 0, right: 100, top: 0, bottom: 200 } },
  { name: 'kiosk', box: { left: 150, right: 200, top: 0, bottom: 50 } },
]
const everything = () => true

test('1-B③ what is let go lies on the phone or the machine under it, and nowhere beside them', () => {
  expect(dropAt({ x: 100, y: 200 }, targets, everything)).toBe('phone')
  expect(dropAt({ x: 150, y: 50 }, targets, everything)).toBe('kiosk')
  expect(dropAt({ x: 101, y: 10 }, targets, everything)).toBeUndefined()
  expect(dropAt({ x: 160, y: 51 }, targets, everything)).toBeUndefined()
})

test('1-B③ a phone is held to a machine, and to no phone', () => {
  const toMachines = (name: string) => name !== 'phone'
  expect(dropAt({ x: 50, y: 50 }, targets, toMachines)).toBeUndefined()
  expect(dropAt({ x: 175, y: 25 }, targets, toMachines)).toBe('kiosk')
})
