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
  const events = []
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

test('HTML §9.2.6 an event without an end is refused', async () => {
  await expect(eventsOf(`data: ${'x'.repeat(70_000)}`)).rejects.toThrow(RangeError)
})
