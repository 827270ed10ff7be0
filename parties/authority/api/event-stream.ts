/** Reads server-sent events (HTML Living Standard §9.2.6) from a fetched body; EventSource cannot send a DPoP header. */
import { createParser, type EventSourceMessage } from 'eventsource-parser'

export interface ServerEvent {
  readonly id: string
  readonly event: string
  readonly data: string
}

/** Characters of one event; no notice is longer. */
const longestEvent = 64_000

/** Each whole event as it comes; ends with the body. @throws {RangeError} for an event without an end */
export async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncIterable<ServerEvent> {
  const whole: EventSourceMessage[] = []
  let endless = false
  const parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: (event) => whole.push(event),
    onError: ({ type }) => {
      endless ||= type === 'max-buffer-size-exceeded'
    },
  })
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      parser.feed(value)
      for (const { id = '', event = 'message', data } of whole.splice(0)) yield { id, event, data }
      if (endless) throw new RangeError('an event without an end')
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
