/** Notices over HTTP: the inbox, a stream of new ones, and marking one as shown (5-A1). Errors: problems.ts. */
import { Readable } from 'node:stream'
import { languageOf, type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { markShown, noticesOf, positionOf } from '../database/notices.ts'
import { phoneByThumbprint } from '../database/phones.ts'
import { transact } from '../database/transaction.ts'
import { DpopHeaders } from '../phones/headers.ts'
import type { ProofNeeds } from '../phones/proof.ts'
import { AuthorityError } from '../problems.ts'
import { noticeEvents, type StreamNeeds } from './stream.ts'
import { NoticeView, noticeView } from './view.ts'

export type NoticeNeeds = ProofNeeds & StreamNeeds

const tags = ['notices']
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function noticeRoutes(app: Party, records: () => NoticeNeeds): void {
  app.get(
    '/notices',
    {
      schema: {
        operationId: 'listNotices',
        summary: "This phone's notices, oldest first",
        tags,
        headers: DpopHeaders,
        response: { 200: z.array(NoticeView), ...refusals },
      },
    },
    async (request) => {
      const { thumbprint } = request.device
      const phone = await phoneByThumbprint(records().db, thumbprint)
      if (phone === undefined) return []
      const language = languageOf(request)
      return (await noticesOf(records().db, phone, 0)).map((one) => noticeView(one, language))
    },
  )

  app.get(
    '/notices/stream',
    {
      schema: {
        operationId: 'streamNotices',
        summary: "This phone's notices as server-sent events, from Last-Event-ID on",
        tags,
        headers: DpopHeaders.extend({ 'last-event-id': z.uuid().optional() }),
        response: {
          200: z.unknown().describe('text/event-stream; each event `notice` has a Notice as data'),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { thumbprint } = request.device
      const { db } = records()
      const phone = await phoneByThumbprint(db, thumbprint)
      if (phone === undefined) throw new AuthorityError('NOT_FOUND')
      const seen = request.headers['last-event-id']
      const after = seen === undefined ? 0 : await positionOf(db, phone, seen)
      const gone = new AbortController()
      request.raw.on('close', () => gone.abort())
      reply.raw.on('close', () => gone.abort())
      const events = noticeEvents(records(), phone, {
        after,
        language: languageOf(request),
        signal: gone.signal,
      })
      return reply
        .type('text/event-stream')
        .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
        .send(Readable.from(events))
    },
  )

  app.post(
    '/notices/:id/shown',
    {
      schema: {
        operationId: 'markShown',
        summary:
          'The resident has seen the notice: no other channel shows it again. Repeating it changes nothing',
        tags,
        headers: DpopHeaders,
        params: z.strictObject({ id: z.uuid() }),
        response: { 204: z.null().describe('a waiting push is no longer sent'), ...refusals },
      },
    },
    async (request, reply) => {
      const { thumbprint } = request.device
      const { id } = request.params
      const phone = await phoneByThumbprint(records().db, thumbprint)
      if (phone === undefined) throw new AuthorityError('NOT_FOUND')
      const known = await transact(records(), (unit) => markShown(unit, phone, id))
      if (!known) throw new AuthorityError('NOT_FOUND')
      return reply.code(204).send(null)
    },
  )
}
