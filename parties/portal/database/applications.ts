/** Applications in the database: of their holder alone, changed by whoever saw the newest version, submitted once. */
import { randomUUID } from 'node:crypto'
import { violatedUnique } from '@kazashi/database'
import { z } from 'zod'
import { answersShape, type Procedure, procedures } from '../applications/form.ts'
import { PortalProblem } from '../problems.ts'
import { holderName, type Keeping, sealedJson } from './connection.ts'
import { reached } from './reached.ts'

const octets = z
  .base64()
  .transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')))

/** What is being signed: the document as it was when the person pressed the button. */
const order = z.strictObject({
  transaction: z.string(),
  /** base64 */
  document: z.base64(),
  /** ISO 8601, by the sandbox's clock: claimed in the document. */
  madeAt: z.iso.datetime(),
})
export type Order = z.infer<typeof order>

const content = z.strictObject({
  answers: answersShape,
  /** Name of the step that is open. */
  step: z.string(),
  order: order.optional(),
})
type Content = z.infer<typeof content>

const findings = z.strictObject({
  signer: z.string(),
  serial: z.string(),
  notAfter: z.iso.datetime(),
  sha256: z.string(),
})
export type Findings = z.infer<typeof findings>

interface Common extends Content {
  readonly id: string
  readonly procedure: Procedure
  readonly version: number
  readonly updatedAt: Date
}
export type Draft = Common & { readonly state: 'draft' }
type Submitted = Common & {
  readonly state: 'submitted'
  readonly submittedAt: Date
  readonly receiptNumber: string
  readonly findings: Findings
}
export type Application = Draft | Submitted

const place = (column: string, id: string) => `portal.application ${column} ${id}`
const procedureOf = z.enum(procedures)
const columns = [
  'id',
  'procedure',
  'state',
  'sealed',
  'version',
  'updated_at',
  'submitted_at',
  'receipt_number',
  'findings',
] as const

interface Row {
  readonly id: string
  readonly procedure: string
  readonly state: string
  readonly sealed: Uint8Array
  readonly version: number
  readonly updated_at: Date
  readonly submitted_at: Date | null
  readonly receipt_number: string | null
  readonly findings: Uint8Array | null
}

export class Applications {
  readonly #keeping: Keeping
  readonly #json: ReturnType<typeof sealedJson>

  constructor(keeping: Keeping) {
    this.#keeping = keeping
    this.#json = sealedJson(keeping.sealing)
  }

  #parse(row: Row): Application {
    const common = {
      ...content.parse(this.#json.open(place('sealed', row.id), row.sealed)),
      id: row.id,
      procedure: procedureOf.parse(row.procedure),
      version: row.version,
      updatedAt: row.updated_at,
    }
    const { submitted_at: submittedAt, receipt_number: receiptNumber, findings: found } = row
    if (submittedAt === null || receiptNumber === null || found === null)
      return { ...common, state: 'draft' }
    return {
      ...common,
      state: 'submitted',
      submittedAt,
      receiptNumber,
      findings: findings.parse(this.#json.open(place('findings', row.id), found)),
    }
  }

  #holder(sub: string): Uint8Array {
    return holderName(this.#keeping.sealing, sub)
  }

  /** The newest first, without what was withdrawn. */
  async all(sub: string): Promise<Application[]> {
    const rows = await reached(() =>
      this.#keeping.db
        .selectFrom('portal.application')
        .select(columns)
        .where('holder', '=', this.#holder(sub))
        .where('state', '!=', 'withdrawn')
        .orderBy('updated_at', 'desc')
        .execute(),
    )
    return rows.map((row) => this.#parse(row))
  }

  /** @throws {PortalProblem} APPLICATION_UNKNOWN: there is none, it is somebody else's, or it was withdrawn */
  async find(sub: string, id: string): Promise<Application> {
    const row = await reached(() =>
      this.#keeping.db
        .selectFrom('portal.application')
        .select(columns)
        .where('id', '=', id)
        .where('holder', '=', this.#holder(sub))
        .where('state', '!=', 'withdrawn')
        .executeTakeFirst(),
    )
    if (row === undefined) throw new PortalProblem('APPLICATION_UNKNOWN')
    return this.#parse(row)
  }

  /** @throws {PortalProblem} APPLICATION_UNKNOWN, APPLICATION_TAKEN: it is no draft any more */
  async draft(sub: string, id: string): Promise<Draft> {
    const found = await this.find(sub, id)
    if (found.state !== 'draft') throw new PortalProblem('APPLICATION_TAKEN')
    return found
  }

  /** The draft there is of this procedure, or a new one: pressing twice makes one. */
  async begin(sub: string, procedure: Procedure, step: string): Promise<string> {
    const all = await this.all(sub)
    const open = all.find((one) => one.state === 'draft' && one.procedure === procedure)
    if (open !== undefined) return open.id
    const id = randomUUID()
    const first: Content = { answers: {}, step }
    await reached(() =>
      this.#keeping.db
        .insertInto('portal.application')
        .values({
          id,
          holder: this.#holder(sub),
          procedure,
          state: 'draft',
          sealed: this.#json.seal(place('sealed', id), first),
          updated_at: this.#keeping.now(),
          submitted_at: null,
          receipt_number: null,
          signed: null,
          findings: null,
        })
        .execute(),
    )
    return id
  }

  /**
   * @returns the new version
   * @throws {PortalProblem} APPLICATION_CHANGED: another window has changed it since `draft` was read
   */
  async save(sub: string, draft: Draft, next: Content): Promise<number> {
    const { id, version } = draft
    const row = await reached(() =>
      this.#keeping.db
        .updateTable('portal.application')
        .set({
          sealed: this.#json.seal(place('sealed', id), next),
          version: version + 1,
          updated_at: this.#keeping.now(),
        })
        .where('id', '=', id)
        .where('holder', '=', this.#holder(sub))
        .where('state', '=', 'draft')
        .where('version', '=', version)
        .returning('version')
        .executeTakeFirst(),
    )
    if (row === undefined) throw new PortalProblem('APPLICATION_CHANGED')
    return row.version
  }

  /** With its papers; what was taken stays. @throws {PortalProblem} APPLICATION_UNKNOWN, APPLICATION_TAKEN */
  async withdraw(sub: string, id: string): Promise<void> {
    await this.draft(sub, id)
    await reached(() =>
      this.#keeping.db
        .deleteFrom('portal.application')
        .where('id', '=', id)
        .where('holder', '=', this.#holder(sub))
        .where('state', '=', 'draft')
        .execute(),
    )
  }

  /**
   * Taken, once: durable when this returns.
   * @returns false: the number is somebody else's
   * @throws {PortalProblem} APPLICATION_CHANGED
   */
  async submit(
    sub: string,
    draft: Draft,
    taken: {
      readonly number: string
      /** By the sandbox's clock. */
      readonly at: Date
      readonly signed: Uint8Array
      readonly findings: Findings
    },
  ): Promise<boolean> {
    const { id, answers, step } = draft
    const kept: Content = { answers, step }
    try {
      const row = await reached(() =>
        this.#keeping.db
          .updateTable('portal.application')
          .set({
            state: 'submitted',
            sealed: this.#json.seal(place('sealed', id), kept),
            signed: this.#keeping.sealing.seal(place('signed', id), taken.signed),
            findings: this.#json.seal(place('findings', id), taken.findings),
            submitted_at: taken.at,
            receipt_number: taken.number,
            version: draft.version + 1,
            updated_at: this.#keeping.now(),
          })
          .where('id', '=', id)
          .where('holder', '=', this.#holder(sub))
          .where('state', '=', 'draft')
          .where('version', '=', draft.version)
          .returning('id')
          .executeTakeFirst(),
      )
      if (row === undefined) throw new PortalProblem('APPLICATION_CHANGED')
      return true
    } catch (error) {
      if (violatedUnique(error) === 'application_receipt_number_key') return false
      throw error
    }
  }

  /** The signed document. @throws {PortalProblem} APPLICATION_UNKNOWN: none, or not signed yet */
  async signedDocument(sub: string, id: string): Promise<Uint8Array> {
    const row = await reached(() =>
      this.#keeping.db
        .selectFrom('portal.application')
        .select('signed')
        .where('id', '=', id)
        .where('holder', '=', this.#holder(sub))
        .executeTakeFirst(),
    )
    if (row?.signed == null) throw new PortalProblem('APPLICATION_UNKNOWN')
    return this.#keeping.sealing.open(place('signed', id), row.signed)
  }
}

export const documentIn = (kept: Order): Uint8Array => octets.parse(kept.document)
