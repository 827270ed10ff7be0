/** Reads server-sent events (HTML Living Standard §9.2.6) from a fetched body; EventSource cannot send a DPoP header. */

export interface ServerEvent {
  readonly id: string
  readonly event: string
  readonly data: string
}

/** Characters of one event; more is no notice. */
const longestEvent = 64_000

function parseEvent(block: string): ServerEvent | undefined {
  const fields = { id: '', event: 'message', data: [] as string[] }
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^([a-z]+)(?:: ?(.*))?$/.exec(line) ?? []
    if (name === 'data') fields.data.push(value)
    else if (name === 'id' || name === 'event') fields[name] = value
  }
  if (fields.data.length === 0) return undefined
  return { ...fields, data: fields.data.join('\n') }
}

/** Each whole event as it comes; ends with the body. @throws {RangeError} for an event without an end */
export async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncIterable<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      rest = (rest + value).replaceAll('\r\n', '\n')
      const blocks = rest.split('\n\n')
      rest = blocks.pop() ?? ''
      if (rest.length > longestEvent) throw new RangeError('an event without an end')
      for (const block of blocks) {
        const event = parseEvent(block)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
