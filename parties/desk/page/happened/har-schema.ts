/** An HTTP Archive, version 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as requests go: every required member, no other. */
import { z } from 'zod'

const nameValue = z.strictObject({ name: z.string(), value: z.string() })
const cookie = nameValue
const size = z.int().min(-1)
const milliseconds = z.number().min(0)

const entry = z.strictObject({
  startedDateTime: z.iso.datetime({ offset: true }),
  time: milliseconds,
  request: z.strictObject({
    method: z.string().min(1),
    url: z.string().regex(/^https?:\/\//),
    httpVersion: z.string(),
    cookies: z.array(cookie),
    headers: z.array(nameValue),
    queryString: z.array(nameValue),
    postData: z
      .strictObject({ mimeType: z.string(), params: z.array(z.never()), text: z.string() })
      .optional(),
    headersSize: size,
    bodySize: size,
  }),
  response: z.strictObject({
    status: z.int().min(100).max(599),
    statusText: z.string(),
    httpVersion: z.string(),
    cookies: z.array(cookie),
    headers: z.array(nameValue),
    content: z.strictObject({ size: z.int().min(0), mimeType: z.string(), text: z.string() }),
    redirectURL: z.string(),
    headersSize: size,
    bodySize: size,
  }),
  cache: z.strictObject({}),
  timings: z.strictObject({ send: milliseconds, wait: milliseconds, receive: milliseconds }),
  comment: z.string().optional(),
})

export const harFile = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: z.string(), version: z.string() }),
    entries: z.array(entry),
    comment: z.string().optional(),
  }),
})
