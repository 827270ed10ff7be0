import { expect, test } from 'vitest'
import { readEvents } from './event-stream.ts'

function bodyOf(chunks: readonly string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
}

async function eventsOf(...chunks: string[]) {
  const events: unknown[] = []
  for await (const event of readEvents(bodyOf(chunks))) events.push(event)
  return events
}

test('HTML §9.2.6 events are whole however the bytes are cut', async () => {
  const text = 'id: 1\nevent: notice\ndata: {"a":"あ"}\n\nid: 2\nevent: notice\ndata: x\n\n'
  const whole = [
    { id: '1', event: 'notice', data: '{"a":"あ"}' },
    { id: '2', event: 'notice', data: 'x' },
  ]
  for (let cut = 0; cut <= text.length; cut += 1) {
    expect(await eventsOf(text.slice(0, cut), text.slice(cut))).toEqual(whole)
  }
})

test('HTML §9.2.6 comments are no events, lines of data join, an unfinished event is none', async () => {
  expect(await eventsOf(': hello\n\n', 'data: a\ndata: b\n\n', 'data: lost')).toEqual([
    { id: '', event: 'message', data: 'a\nb' },
  ])
})

test('HTML §9.2.6 a line ends with CR, LF or both, also where the bytes are cut between them', async () => {
  const one = { id: '7', event: 'notice', data: 'a\nb' }
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['id: 7', 'event: notice', 'data: a', 'data: b', '', ': next', ''].join(end)
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(await eventsOf(text.slice(0, cut), text.slice(cut))).toEqual([one])
    }
  }
})

test('HTML §9.2.6 unknown fields, retry and an id with NUL are ignored', async () => {
  const text = 'retry: 3\nunknown: x\nid: a\0b\ndata:no blank\ndata\n\n'
  expect(await eventsOf(text)).toEqual([{ id: '', event: 'message', data: 'no blank\n' }])
})

test('HTML §9.2.6 events that came whole before one without an end are given out', async () => {
  const events: unknown[] = []
  const run = async () => {
    const body = bodyOf(['data: first\n\n', `data: ${'x'.repeat(70_000)}`])
    for await (const event of readEvents(body)) events.push(event)
  }
  await expect(run()).rejects.toThrow(RangeError)
  expect(events).toHaveLength(1)
})

test('HTML §9.2.6 an event without an end is refused', async () => {
  await expect(eventsOf(`data: ${'x'.repeat(70_000)}`)).rejects.toThrow(RangeError)
})
