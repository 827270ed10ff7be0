/** Changes of databases and signatures that belong to a traced request. */
import { subscribe } from 'node:diagnostics_channel'
import { z } from 'zod'
import { nextOrder, type SignatureLine, traceBook } from './book.ts'
import { newSpanId, traceContext } from './context.ts'

/** `@kazashi/database` publishes there what it has committed: tables and numbers of rows, no values. */
const channel = 'kazashi:database'

const change = z.object({
  change: z.enum(['insert', 'update', 'delete']),
  table: z.string(),
  rows: z.int(),
})

const beginning = () => {
  const context = traceContext()
  return (
    context && {
      context,
      line: {
        id: newSpanId(),
        at: new Date().toISOString(),
        order: nextOrder(),
        party: context.party,
      },
    }
  )
}

let subscribed = false

/** From now on, once for the process. */
export function noteChanges(): void {
  if (subscribed) return
  subscribed = true
  subscribe(channel, (message) => {
    const begun = beginning()
    if (begun === undefined) return
    const { success, data } = change.safeParse(message)
    if (success) traceBook.note(begun.context.traceId, { type: 'records', ...begun.line, ...data })
  })
}

/** An authority has signed. */
export function noteSignature(what: SignatureLine['what'], signed: Uint8Array): void {
  const begun = beginning()
  if (begun === undefined) return
  traceBook.note(begun.context.traceId, {
    type: 'signature',
    ...begun.line,
    what,
    bytes: signed.byteLength,
  })
}
