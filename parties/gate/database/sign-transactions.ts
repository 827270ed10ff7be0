/**
 * Signing transactions in the database. One is opened by a client, signed once by a person, and its result fetched once; each step is a
 * condition on the row, so that of two at once one comes second.
 */
import { createHash } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import { z } from 'zod'
import { keptDocument, type SignDocument } from '../signing/documents.ts'
import { SignProblem } from '../signing/problems.ts'
import type { Signatures } from '../signing/result.ts'
import type { Database, Trx } from './connection.ts'

/** Milliseconds to sign; then as long to fetch the result. */
const lifetime = 30 * 60_000
/** Milliseconds after that in which a client is still told what became of it. */
const remembered = 24 * 60 * 60_000

const documentsKept = z.array(keptDocument)
const signaturesKept = z.strictObject({
  certificate: z.string(),
  signatures: z.array(z.string()),
  signedAt: z.string(),
})
const refusalKept = z.strictObject({ reason: z.string() })

const hashOf = (text: string): Uint8Array => createHash('sha256').update(text).digest()
const place = (column: string, name: Uint8Array) =>
  `gate.sign_transaction ${column} ${Buffer.from(name).toString('hex')}`

/** expired: it was open, or its result was to be fetched. */
export type SignState = 'open' | 'signed' | 'fetched' | 'cancelled' | 'refused' | 'expired'

const overCodes = {
  fetched: 'SIGN_RESULT_FETCHED',
  cancelled: 'SIGN_TRANSACTION_CANCELLED',
  refused: 'SIGN_TRANSACTION_REFUSED',
  expired: 'SIGN_TRANSACTION_EXPIRED',
} as const

interface Row {
  readonly name: Uint8Array
  readonly state: SignState
  readonly documents: Uint8Array | null
  readonly result: Uint8Array | null
}

export interface SignTransactionsOptions {
  readonly db: Database
  readonly sealing: Sealing
  /** The machine's time. */
  readonly now: () => Date
}

export class SignTransactions {
  readonly #options: SignTransactionsOptions

  constructor(options: SignTransactionsOptions) {
    this.#options = options
  }

  #seal(column: string, name: Uint8Array, value: unknown): Uint8Array {
    return this.#options.sealing.seal(place(column, name), Buffer.from(JSON.stringify(value)))
  }

  #open(column: string, name: Uint8Array, sealed: Uint8Array): unknown {
    const bytes = this.#options.sealing.open(place(column, name), sealed)
    return JSON.parse(Buffer.from(bytes).toString())
  }

  /** From now on, as long as a step takes. */
  #times() {
    const expires = this.#options.now().getTime() + lifetime
    return { expires_at: new Date(expires), forget_at: new Date(expires + remembered) }
  }

  /** @returns until when it can be signed */
  async add(id: string, clientId: string, documents: readonly SignDocument[]): Promise<Date> {
    const name = hashOf(id)
    const times = this.#times()
    await this.#options.db
      .insertInto('gate.sign_transaction')
      .values({
        name,
        client_name: hashOf(clientId),
        state: 'open',
        documents: this.#seal('documents', name, documents),
        result: null,
        ...times,
      })
      .execute()
    return times.expires_at
  }

  async #read(
    db: Database | Trx,
    id: string,
    clientId: string | undefined,
    lock: boolean,
  ): Promise<Row | undefined> {
    const name = hashOf(id)
    const query = db
      .selectFrom('gate.sign_transaction')
      .select(['state', 'documents', 'result', 'expires_at'])
      .where('name', '=', name)
      .$if(clientId !== undefined, (all) => all.where('client_name', '=', hashOf(clientId ?? '')))
    const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
    if (row === undefined) return undefined
    const isTimed = row.state === 'open' || row.state === 'signed'
    const state: SignState =
      isTimed && row.expires_at <= this.#options.now() ? 'expired' : row.state
    return { ...row, name, state }
  }

  /** @returns undefined: there is none of this client */
  async stateOf(id: string, clientId: string): Promise<SignState | undefined> {
    return (await this.#read(this.#options.db, id, clientId, false))?.state
  }

  /** @returns undefined: it cannot be signed (any more) */
  async documentsOf(id: string): Promise<readonly SignDocument[] | undefined> {
    const row = await this.#read(this.#options.db, id, undefined, false)
    if (row?.state !== 'open' || row.documents === null) return undefined
    return documentsKept.parse(this.#open('documents', row.name, row.documents))
  }

  /** In the transaction that takes up the phone's answer. @returns false: it was not open any more */
  async sign(trx: Trx, id: string, signatures: Signatures): Promise<boolean> {
    const name = hashOf(id)
    const { numUpdatedRows } = await trx
      .updateTable('gate.sign_transaction')
      .set({ state: 'signed', result: this.#seal('result', name, signatures), ...this.#times() })
      .where('name', '=', name)
      .where('state', '=', 'open')
      .where('expires_at', '>', this.#options.now())
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }

  /** Nobody signs it any more. @param reason for the client: a code */
  async refuse(id: string, reason: string): Promise<void> {
    const name = hashOf(id)
    await this.#options.db
      .updateTable('gate.sign_transaction')
      .set({ state: 'refused', documents: null, result: this.#seal('result', name, { reason }) })
      .where('name', '=', name)
      .where('state', '=', 'open')
      .execute()
  }

  /** @throws {SignProblem} SIGN_TRANSACTION_UNKNOWN; as `fetch` where it is over otherwise */
  async cancel(id: string, clientId: string): Promise<void> {
    await this.#step(id, clientId, async (trx, row) => {
      if (row.state === 'cancelled') return
      if (row.state !== 'open' && row.state !== 'signed') throw this.#overBy(row)
      await trx
        .updateTable('gate.sign_transaction')
        .set({ state: 'cancelled', documents: null, result: null })
        .where('name', '=', row.name)
        .execute()
    })
  }

  /**
   * The result, once.
   * @param hand makes of it what the client gets; where it fails the result stays
   * @throws {SignProblem} SIGN_TRANSACTION_UNKNOWN, SIGN_NOT_YET, SIGN_TRANSACTION_EXPIRED, SIGN_TRANSACTION_CANCELLED,
   *   SIGN_TRANSACTION_REFUSED {reason}, SIGN_RESULT_FETCHED
   */
  fetch(
    id: string,
    clientId: string,
    hand: (documents: readonly SignDocument[], signatures: Signatures) => Promise<string>,
  ): Promise<string> {
    return this.#step(id, clientId, async (trx, row) => {
      if (row.state === 'open') throw new SignProblem('SIGN_NOT_YET')
      if (row.state !== 'signed' || row.documents === null || row.result === null)
        throw this.#overBy(row)
      const handed = await hand(
        documentsKept.parse(this.#open('documents', row.name, row.documents)),
        signaturesKept.parse(this.#open('result', row.name, row.result)),
      )
      await trx
        .updateTable('gate.sign_transaction')
        .set({ state: 'fetched', documents: null, result: null })
        .where('name', '=', row.name)
        .execute()
      return handed
    })
  }

  /** Holds the row until the step is done. */
  #step<T>(id: string, clientId: string, step: (trx: Trx, row: Row) => Promise<T>): Promise<T> {
    return this.#options.db.transaction().execute(async (trx) => {
      const row = await this.#read(trx, id, clientId, true)
      if (row === undefined) throw new SignProblem('SIGN_TRANSACTION_UNKNOWN')
      return step(trx, row)
    })
  }

  #overBy({ name, state, result }: Row): SignProblem {
    if (state === 'open' || state === 'signed') return new SignProblem('SIGN_NOT_YET')
    if (state !== 'refused' || result === null) return new SignProblem(overCodes[state])
    const members = refusalKept.parse(this.#open('result', name, result))
    return new SignProblem('SIGN_TRANSACTION_REFUSED', { members })
  }
}
