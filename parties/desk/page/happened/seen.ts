/** What is seen of the present: the entries of the reader's log and the lines of the trace, as the box tells them. */
import { z } from 'zod'
import { type ReaderEntry, readerEntry } from './apdu.ts'

const texts = z.object({ ja: z.string(), en: z.string() })
const bodyNote = z.object({
  type: z.string().optional(),
  bytes: z.number(),
  shown: z.unknown().optional(),
})
export type BodyNote = z.infer<typeof bodyNote>

const line = { id: z.string(), at: z.string(), order: z.number() }

const request = z.object({
  type: z.literal('request'),
  ...line,
  from: z.string(),
  byPage: z.boolean(),
  to: z.string(),
  method: z.string(),
  route: z.string(),
  address: z.string(),
  proofs: z.array(z.string()),
  operation: z.string().optional(),
  status: z.number(),
  refusal: z
    .object({ code: z.string(), clause: z.string().optional(), title: texts.optional() })
    .optional(),
  milliseconds: z.number(),
  sent: bodyNote,
  answered: bodyNote,
})
export type RequestSeen = z.infer<typeof request>

const records = z.object({
  type: z.literal('records'),
  ...line,
  party: z.string(),
  change: z.enum(['insert', 'update', 'delete']),
  table: z.string(),
  rows: z.number(),
})
export type RecordsSeen = z.infer<typeof records>

const signature = z.object({
  type: z.literal('signature'),
  ...line,
  party: z.string(),
  what: z.enum(['certificate', 'ocsp', 'crl']),
  bytes: z.number(),
})
export type SignatureSeen = z.infer<typeof signature>

const traced = z.discriminatedUnion('type', [request, records, signature])
export type Seen = ReaderEntry | z.infer<typeof traced>

/** Of the page's list: older ones fall off. */
export const seenLimit = 600

/** @param data the text of a server-sent event @returns undefined: nothing worth showing */
export function seenIn(data: unknown): Seen | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const json: unknown = JSON.parse(data)
    return readerEntry.safeParse(json).data ?? traced.safeParse(json).data
  } catch {
    return undefined
  }
}
