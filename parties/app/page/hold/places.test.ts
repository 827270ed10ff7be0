import { expect, test } from 'vitest'
import { placeAwaited } from './places.ts'
import type { Place } from './table.ts'

const kiosk: Place = { id: 'k', place: 'kiosk' }
const clinic: Place = { id: 'c', place: 'clinic' }

test('1-B③ the machine that the desk leads to is waited for, whatever else is there', async () => {
  const looks: Place[][] = [[], [clinic], [clinic, kiosk]]
  const found = placeAwaited('kiosk', async () => looks.shift() ?? [], new AbortController().signal)
  expect(await found).toEqual([kiosk])
  expect(looks).toEqual([])
})

test('1-B③ who goes elsewhere meanwhile waits for nothing', async () => {
  expect(await placeAwaited('kiosk', async () => [], AbortSignal.abort())).toEqual([])
})
