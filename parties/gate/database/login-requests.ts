/** Logins that wait for a phone, in the database: any process takes the phone's answer, and a restart loses none. */
import { createHash } from 'node:crypto'
import type { FaultCase } from '@kazashi/cases'
import type { Sealing } from '@kazashi/database'
import { type IdentityClaim, identityClaims } from '@kazashi/lifecycle'
import {
  acceptAnswer,
  answerableRequest,
  hearHindrance,
  type LoginRequest,
  newLoginRequest,
  type OwnHindrance,
  openRequest,
  ownHindrances,
  refuseAnswer,
  stopRequest,
  takeUp,
  takeUpTime,
  type Verified,
} from '@kazashi/login'
import { z } from 'zod'
import { faultCase } from '../cases/fault-case.ts'
import type { Claims } from '../claims.ts'
import type { Database, Trx } from './connection.ts'

/** The person who answered. */
export interface Holder {
  /** The authority's pseudonym; the same for all certificates of one person. */
  readonly account: string
  /** The authentication certificate, DER in base64. */
  readonly certificate: string
  /** Those that were asked for, and handed over. */
  readonly claims: Claims
  /** When the phone was believed, by the machine's clock: seconds since 1970. */
  readonly authenticatedAt: number
  /** Where documents were to be signed. */
  readonly signed?: { readonly certificate: string; readonly signatures: readonly string[] }
}

/** A client's name and what it asks for do not change while the login waits. */
export interface Asked {
  readonly relyingParty: string
  readonly claims: readonly IdentityClaim[]
  /** Those of them that the person may leave out. */
  readonly optional?: readonly IdentityClaim[]
  /** Of the catalogue. */
  readonly fault?: FaultCase
  /** What is to be signed beside. */
  readonly transaction?: string
}

export interface Waiting extends Asked {
  readonly request: LoginRequest<Holder>
}

const claims = z.partialRecord(z.enum(identityClaims), z.string())
const holder = z.strictObject({
  account: z.string(),
  certificate: z.string(),
  claims,
  authenticatedAt: z.int(),
  signed: z
    .strictObject({ certificate: z.string(), signatures: z.array(z.string()) })
    .exactOptional(),
})
const reason = z.custom<Extract<LoginRequest<Holder>['answer'], { state: 'refused' }>['reason']>(
  (value) => typeof value === 'string',
)
const waiting = z.strictObject({
  relyingParty: z.string(),
  claims: z.array(z.enum(identityClaims)),
  optional: z.array(z.enum(identityClaims)).exactOptional(),
  fault: faultCase.exactOptional(),
  transaction: z.uuid().exactOptional(),
  request: z.strictObject({
    id: z.string(),
    nonce: z.string(),
    code: z.string(),
    expiresAt: z.iso.datetime().transform((text) => new Date(text)),
    codesLeft: z.int(),
    hindered: z.enum(ownHindrances).exactOptional(),
    answer: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('pending') }),
      z.strictObject({
        state: z.literal('accepted'),
        holder,
        by: z.string(),
        ticketHash: z.string().exactOptional(),
      }),
      z.strictObject({ state: z.literal('refused'), reason }),
      z.strictObject({ state: z.literal('taken'), by: z.string() }),
      z.strictObject({ state: z.literal('stopped') }),
    ]),
  }),
})

const nameOf = (id: string): Uint8Array => createHash('sha256').update(id).digest()
const place = (name: Uint8Array) => `gate.login_request ${Buffer.from(name).toString('hex')}`

const cameToNothing = ({ answer, expiresAt }: LoginRequest<Holder>, now: Date): boolean =>
  answer.state === 'refused' || (answer.state === 'pending' && expiresAt <= now)

export interface LoginRequestsOptions {
  readonly db: Database
  readonly sealing: Sealing
  readonly random: (bytes: number) => Uint8Array
  /** The machine's time. */
  readonly machineNow: () => Date
}

export class LoginRequests {
  readonly #options: LoginRequestsOptions

  constructor(options: LoginRequestsOptions) {
    this.#options = options
  }

  async #read(db: Database | Trx, id: string, lock: boolean): Promise<Waiting | undefined> {
    const name = nameOf(id)
    const query = db.selectFrom('gate.login_request').select('sealed').where('name', '=', name)
    const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
    if (!row) return undefined
    const bytes = this.#options.sealing.open(place(name), row.sealed)
    return waiting.parse(JSON.parse(Buffer.from(bytes).toString()))
  }

  #seal(name: Uint8Array, kept: Waiting): Uint8Array {
    return this.#options.sealing.seal(place(name), Buffer.from(JSON.stringify(kept)))
  }

  /** Reads and writes it as one step. @param change its `request` is written; its `result` is returned @param also done in the same step */
  #change<T>(
    id: string,
    change: (kept: Waiting | undefined) => {
      readonly request?: LoginRequest<Holder>
      readonly result: T
    },
    also?: (trx: Trx, result: T) => Promise<void>,
  ): Promise<T> {
    return this.#options.db.transaction().execute(async (trx) => {
      const kept = await this.#read(trx, id, true)
      const { request, result } = change(kept)
      if (kept && request) {
        const name = nameOf(id)
        await trx
          .updateTable('gate.login_request')
          .set({ sealed: this.#seal(name, { ...kept, request }) })
          .where('name', '=', name)
          .execute()
      }
      await also?.(trx, result)
      return result
    })
  }

  /** The one of this id; a new one in the place of one that came to nothing. @param now the certificates' time */
  ask(id: string, asked: Asked, now: Date): Promise<Waiting> {
    const { db, random, machineNow } = this.#options
    const name = nameOf(id)
    const fresh: Waiting = { ...asked, request: newLoginRequest(id, now, random) }
    const row = {
      sealed: this.#seal(name, fresh),
      forget_at: new Date(machineNow().getTime() + takeUpTime),
    }
    return db.transaction().execute(async (trx) => {
      await trx
        .insertInto('gate.login_request')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute()
      const kept = await this.#read(trx, id, true)
      if (kept && !cameToNothing(kept.request, now)) return kept
      await trx.updateTable('gate.login_request').set(row).where('name', '=', name).execute()
      return fresh
    })
  }

  find = (id: string): Promise<Waiting | undefined> => this.#read(this.#options.db, id, false)

  /** For anyone with the link. @throws {LoginProblem} as `openRequest` */
  async open(id: string, now: Date): Promise<Waiting> {
    const kept = await this.find(id)
    const request = openRequest(kept?.request, now)
    return { relyingParty: '', claims: [], ...kept, request }
  }

  /**
   * @returns the ticket with which the browser comes back, where no code was typed
   * @throws {LoginProblem} as `openRequest` and `refuseAnswer`; and the errors of `verify`
   */
  async answer(
    id: string,
    now: Date,
    verify: (kept: Waiting) => Promise<Verified<Holder>>,
  ): Promise<string | undefined> {
    const first = await this.find(id)
    const asked = answerableRequest(first?.request, now)
    const outcome = await verify({ relyingParty: '', claims: [], ...first, request: asked }).then(
      (verified) => ({ verified }),
      (error: unknown) => ({ error }),
    )
    const { error, ticket } = await this.#change<{ error?: unknown; ticket?: string }>(
      id,
      (kept) => {
        // Another answer may have been faster.
        if ('verified' in outcome) {
          const { random } = this.#options
          const accepted = acceptAnswer(
            answerableRequest(kept?.request, now),
            outcome.verified,
            random,
          )
          const { request, ticket: forBrowser } = accepted
          return { request, result: forBrowser === undefined ? {} : { ticket: forBrowser } }
        }
        if (kept?.request.answer.state !== 'pending') return { result: { error: outcome.error } }
        const refused = refuseAnswer(kept.request, outcome.error)
        return { request: refused.request, result: { error: refused.error } }
      },
    )
    if (error !== undefined) throw error
    return ticket
  }

  /** A phone says that it cannot log in. @throws {LoginProblem} as `openRequest` */
  hear(id: string, now: Date, code: OwnHindrance): Promise<void> {
    return this.#change(id, (kept) => ({
      request: hearHindrance(kept?.request, code, now),
      result: undefined,
    }))
  }

  /** The browser that asked gives up: no phone can answer any more. */
  stop(id: string): Promise<Waiting | undefined> {
    return this.#change(id, (kept) =>
      kept === undefined
        ? { result: undefined }
        : { request: stopRequest(kept.request), result: kept },
    )
  }

  /**
   * The browser that asked takes up the answer, once.
   * @param also what else happens in that step, or nothing of it does @throws {LoginProblem} as `takeUp`
   */
  take(
    id: string,
    now: Date,
    ticket?: string,
    also?: (trx: Trx, holder: Holder) => Promise<void>,
  ): Promise<Holder> {
    const take = (kept: Waiting | undefined) => {
      const { request, holder: result } = takeUp(kept?.request, now, ticket)
      return { request, result }
    }
    return this.#change(id, take, also)
  }
}
