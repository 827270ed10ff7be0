import { afterEach, expect, test, vi } from 'vitest'
import { holdPhone } from './one-window.ts'

afterEach(() => vi.unstubAllGlobals())
const locks = (request: unknown) => vi.stubGlobal('navigator', { locks: { request } })
type Granted = (lock: object | null) => unknown

test('2-C a browser that gives no locks does not keep the app from opening', async () => {
  locks(() => Promise.reject(new DOMException('The request was denied.', 'SecurityError')))
  expect((await holdPhone('phone')).mine).toBe(true)
})

test('2-C of two windows the second learns of the first, and the first learns when the phone is taken over', async () => {
  locks(async (_name: string, _options: object, granted: Granted) => granted(null))
  expect((await holdPhone('phone')).mine).toBe(false)

  const steal = Promise.withResolvers<never>()
  locks(async (_name: string, _options: object, granted: Granted) => {
    await undefined // a lock is granted later, never within the request
    granted({})
    return steal.promise
  })
  const hold = await holdPhone('phone')
  expect(hold.mine).toBe(true)
  steal.reject(new DOMException('Lock broken', 'AbortError'))
  await hold.taken
})

test('2-C a window that has lost its data gives the phone up', async () => {
  let isFree = false
  locks(async (_name: string, _options: object, granted: Granted) => {
    await undefined
    await granted({})
    isFree = true
  })
  const hold = await holdPhone('phone')
  expect(isFree).toBe(false)
  hold.release()
  await vi.waitFor(() => expect(isFree).toBe(true))
})
