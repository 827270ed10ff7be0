import { expect, test } from 'vitest'
import { deskLine } from './desk-line.ts'

const desk = 'http://desk.example'

/** A window in a frame, or alone. */
function windowIn(framed: boolean) {
  const told: [unknown, string][] = []
  const target = new EventTarget()
  const parent = { postMessage: (message: unknown, to: string) => told.push([message, to]) }
  const window = Object.assign(target, { parent: target as unknown })
  if (framed) window.parent = parent
  const hear = (origin: string, data: unknown, source: unknown = window.parent) =>
    target.dispatchEvent(Object.assign(new Event('message'), { origin, data, source }))
  return { window: window as unknown as Window, told, hear }
}

const erase = { type: 'kazashi-erase' }

test('2-D③ a phone in the desk’s frame tells its state to the desk alone, and one in its own window to nobody', () => {
  const framed = windowIn(true)
  deskLine(framed.window, desk, 'at-once').tell({ condition: 'ready', place: 'home' })
  expect(framed.told).toEqual([
    [{ type: 'kazashi-phone', condition: 'ready', place: 'home' }, desk],
  ])
  const alone = windowIn(false)
  deskLine(alone.window, desk, 'at-once').tell({ condition: 'ready', place: 'home' })
  expect(alone.told).toEqual([])
})

test('RFC 6454 §5 only the desk that shows the phone erases it', async () => {
  const { window, told, hear } = windowIn(true)
  let erased = 0
  const stop = deskLine(window, desk, 'at-once').onErase(async () => {
    erased += 1
  })
  hear('http://evil.example', erase)
  hear(desk, erase, {})
  hear(desk, { type: 'kazashi-language' })
  expect(erased).toBe(0)
  hear(desk, erase)
  await expect.poll(() => told).toEqual([[{ type: 'kazashi-erased' }, desk]])
  stop()
  hear(desk, erase)
  expect(erased).toBe(1)
  const alone = windowIn(false)
  deskLine(alone.window, desk, 'at-once').onErase(() => Promise.reject(new TypeError('erased')))
  alone.hear(desk, erase)
})

test('2-D③ the pace is that of the address, until the desk says another', () => {
  const { window, hear } = windowIn(true)
  const line = deskLine(window, desk, 'real')
  hear('http://evil.example', { type: 'kazashi-pace', pace: 'slow' })
  hear(desk, { type: 'kazashi-pace', pace: 'never' })
  expect(line.pace()).toBe('real')
  hear(desk, { type: 'kazashi-pace', pace: 'at-once' })
  expect(line.pace()).toBe('at-once')
})

test('RFC 6454 §5 where a Kazashi operates there is no desk: a page that shows the phone neither hears nor erases it', () => {
  const { window, told, hear } = windowIn(true)
  const line = deskLine(window, undefined, 'real')
  let erased = 0
  line.onErase(async () => {
    erased += 1
  })
  line.tell({ condition: 'ready', place: 'home' })
  for (const origin of [desk, 'null', 'undefined']) hear(origin, erase)
  hear(desk, { type: 'kazashi-pace', pace: 'slow' })
  expect([told, erased, line.pace()]).toEqual([[], 0, 'real'])
})

test('RFC 6454 §5 only the desk cuts the line of the phone, and mends it', () => {
  const { window, hear } = windowIn(true)
  const cut: boolean[] = []
  deskLine(window, desk, 'real').onLine((isCut) => cut.push(isCut))
  hear('http://evil.example', { type: 'kazashi-line', cut: true })
  hear(desk, { type: 'kazashi-line', cut: true })
  hear(desk, { type: 'kazashi-line', cut: false })
  expect(cut).toEqual([true, false])
})
