/** The sandbox clock over HTTP: readable by all, movable by all; each party follows it. */
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import { checkBearer, type RoleTokens } from '../callers.ts'
import { writeAudit } from '../database/audit.ts'
import type { WorkQueue } from '../database/queue.ts'
import { type Transactions, transact } from '../database/transaction.ts'
import type { CertificateAuthorities } from '../issuing/certificate-authorities.ts'
import type { DocumentSigners } from '../issuing/document-signers.ts'
import type { Statuses } from '../issuing/statuses.ts'
import { AuthorityError } from '../problems.ts'
import type { SandboxClock } from './clock.ts'

export interface ClockNeeds extends Transactions {
  readonly sandboxClock: SandboxClock
  readonly queue: Pick<WorkQueue, 'wakeAll'>
  readonly authorities: CertificateAuthorities
  readonly documentSigners: Pick<DocumentSigners, 'iacas'>
  readonly statuses: Pick<Statuses, 'heardByAll'>
}

export interface TokenNeeds {
  /** Of counter, hotline and operator. */
  readonly tokens: RoleTokens
}

const ClockView = z
  .strictObject({
    now: z.iso.datetime({ offset: true }),
    offsetSeconds: z.int().describe('ahead of the real time; negative: behind'),
  })
  .meta({ id: 'Clock' })

const ClockChange = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ offsetSeconds: z.int() }),
])

/** With the generations of its CAs that issue then. @throws {AuthorityError} CLOCK_OUT_OF_RANGE */
async function moveClock(records: ClockNeeds, offsetSeconds: number): Promise<void> {
  const { sandboxClock, queue, db, authorities, documentSigners } = records
  const moment = new Date(sandboxClock.base.now().getTime() + offsetSeconds * 1000)
  // A number too large for a date is out of range, too.
  if (Number.isNaN(moment.getTime())) throw new AuthorityError('CLOCK_OUT_OF_RANGE')
  await transact(records, async (unit) => {
    await authorities.generations.at({ ...unit, now: moment })
    await documentSigners.iacas.at({ ...unit, now: moment })
    await sandboxClock.store(unit.trx, offsetSeconds)
    await writeAudit(unit, {
      chain: 'authority',
      actor: 'sandbox',
      action: 'clock moved',
      details: { offsetSeconds },
    })
    unit.afterCommit(() => sandboxClock.adopt(offsetSeconds))
    unit.beforeAnswer(records.statuses.heardByAll)
  })
  await queue.wakeAll(db)
}

const TokensView = z
  .strictObject({
    counter: z.string(),
    hotline: z.string(),
    operator: z.string(),
    verifier: z.string(),
  })
  .meta({ id: 'RoleTokens' })

const tags = ['sandbox']
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/**
 * @param records asked at each request, so that the routes can be described without any
 * @param instructor token of the one person who moves the clock of a class; undefined: anybody does
 */
export function sandboxRoutes(app: Party, records: () => ClockNeeds, instructor?: string): void {
  const show = () => {
    const { sandboxClock } = records()
    return {
      now: sandboxClock.now().toISOString(),
      offsetSeconds: sandboxClock.offsetSeconds,
    }
  }
  app.get(
    '/sandbox/clock',
    {
      schema: {
        operationId: 'showClock',
        summary: "The authority's time",
        tags,
        response: { 200: ClockView, ...refusals },
      },
    },
    async (_request, reply) => {
      await records().sandboxClock.refresh()
      return reply.header('cache-control', 'no-store').send(show())
    },
  )
  app.put(
    '/sandbox/clock',
    {
      schema: {
        operationId: 'moveClock',
        summary: 'Move the time of every party, forward or back; waiting work is looked at again',
        tags,
        body: ClockChange,
        response: { 200: ClockView, ...refusals },
      },
    },
    async ({ body, headers }) => {
      if (instructor !== undefined) checkBearer(instructor, headers.authorization)
      const real = records().sandboxClock.base.now().getTime()
      const offsetSeconds =
        'offsetSeconds' in body
          ? body.offsetSeconds
          : Math.ceil((new Date(body.now).getTime() - real) / 1000)
      await moveClock(records(), offsetSeconds)
      return show()
    },
  )
}

/** @param cookie header of the request */
export type MayHearTokens = (cookie: string | undefined) => boolean

/**
 * Only for an authority that nobody but this machine reaches, or that knows its callers: behind a public name they could be anybody.
 * @param mayHear of a class: its password was given
 */
export function tokenRoute(
  app: Party,
  records: () => TokenNeeds,
  mayHear: MayHearTokens = () => true,
): void {
  app.get(
    '/sandbox/tokens',
    {
      schema: {
        operationId: 'showTokens',
        summary:
          'The tokens of counter, hotline, operator and verifiers, for programs only (sandbox)',
        tags,
        response: { 200: TokensView, ...refusals },
      },
    },
    async ({ headers }, reply) => {
      // A page has no business with them: browsers name where a request comes from, programs do not.
      if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) {
        throw new AuthorityError('BROWSER_REFUSED')
      }
      if (!mayHear(headers.cookie)) throw new AuthorityError('ROLE_REQUIRED')
      return reply.header('cache-control', 'no-store').send(records().tokens)
    },
  )
}
