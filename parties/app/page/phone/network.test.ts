import { expect, test } from 'vitest'
import { watchNetwork } from './network.ts'

function line() {
  const events = new EventTarget()
  const state = { onLine: true, answers: true }
  const network = watchNetwork({
    navigator: {
      get onLine() {
        return state.onLine
      },
    },
    addEventListener: events.addEventListener.bind(events),
    fetch: async () => {
      if (!state.answers) throw new TypeError('Failed to fetch')
      return new Response(null, { status: 503 })
    },
  })
  const seen: boolean[] = []
  network.subscribe(() => seen.push(network.isDown()))
  const go = (onLine: boolean) => {
    state.onLine = onLine
    events.dispatchEvent(new Event(onLine ? 'online' : 'offline'))
  }
  return { network, state, seen, go }
}

test('2-D the network is down when the browser says so or the authority is not reached, and back when it answers', async () => {
  const { network, state, seen, go } = line()
  go(false)
  go(true)
  state.answers = false
  await expect(network.watched('/')).rejects.toThrow(TypeError)
  await expect(network.watched('/')).rejects.toThrow(TypeError)
  state.answers = true
  await network.watched('/')
  expect(seen).toEqual([true, false, true, false])
})

test('2-D work that waits for the network goes on when it is back, or ends when it is given up', async () => {
  const { network, go } = line()
  await network.back(new AbortController().signal)
  go(false)
  const given = new AbortController()
  let done = 0
  const one = network.back(new AbortController().signal).then(() => done++)
  const other = network.back(given.signal).then(() => done++)
  expect(done).toBe(0)
  given.abort()
  await other
  expect(done).toBe(1)
  go(true)
  await one
  expect(done).toBe(2)
})

test('2-D the desk cuts the line of the phone and mends it: meanwhile nothing goes out, watched or not', async () => {
  const { network, seen } = line()
  network.cut(true)
  await expect(network.watched('/')).rejects.toThrow(TypeError)
  await expect(network.plain('/')).rejects.toThrow(TypeError)
  network.cut(false)
  expect((await network.watched('/')).status).toBe(503)
  expect((await network.plain('/')).status).toBe(503)
  expect(seen).toEqual([true, false])
})
