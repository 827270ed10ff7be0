import { expect, test } from 'vitest'
import { openShelf } from './shelf.ts'

function counted() {
  const seen = { started: 0, stopped: 0 }
  const shelf = openShelf(async () => {
    seen.started += 1
    const stop = async () => {
      seen.stopped += 1
    }
    return { name: seen.started, stop }
  })
  const borrow = async () => {
    const { number, thing } = await shelf.borrow()
    return [number, thing.name]
  }
  return { seen, shelf, borrow }
}

test('tools two files that run at once get two sandboxes; the next file gets one that was given back', async () => {
  const { seen, shelf, borrow } = counted()
  expect(await Promise.all([borrow(), borrow()])).toEqual([
    [0, 1],
    [1, 2],
  ])
  shelf.giveBack(1)
  expect([await borrow(), await borrow()]).toEqual([
    [1, 2],
    [2, 3],
  ])
  await shelf.close()
  expect(seen).toEqual({ started: 3, stopped: 3 })
})

test('tools nobody gets a thing that another has: one that is free, or not there, cannot be given back', async () => {
  const { shelf, borrow } = counted()
  await borrow()
  shelf.giveBack(0)
  expect(() => shelf.giveBack(0)).toThrow('0 is not lent')
  expect(() => shelf.giveBack(7)).toThrow('7 is not lent')
})
