/** The rows of the bank's tables, and what is sealed in them. */
import type { Sealing } from '@kazashi/database'
import type { Generated } from 'kysely'
import { z } from 'zod'
import { form, type ProductName } from '../form.ts'

/** looked-at: a clerk has to look. refused: by a clerk; the person may apply again. */
export const states = ['written', 'signing', 'opened', 'looked-at', 'refused'] as const
export type State = (typeof states)[number]

export const refusalReasons = ['characters-unclear', 'answers-unclear'] as const
export type RefusalReason = (typeof refusalReasons)[number]

export interface Tables {
  readonly 'bank.application': {
    id: Generated<string>
    person: Uint8Array
    product: ProductName
    state: State
    kept: Uint8Array
    signed: Uint8Array | null
    account_number: number | null
    changed_at: Date
  }
  readonly 'bank.clerk_entry': {
    id: Generated<number>
    application: string
    decision: 'accepted' | 'refused'
    note: Uint8Array
    decided_at: Date
  }
}

/** Before there were two kinds of account, forms were all of one. */
const ofOld = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !('product' in value)
    ? { ...value, product: 'deposit' }
    : value

const content = z.strictObject({
  number: z.string(),
  madeAt: z.iso.datetime(),
  form: z.preprocess(ofOld, form),
  read: z.boolean(),
  /** The transaction at the gate, and the time that stands in the PDF. */
  order: z.strictObject({ transaction: z.uuid(), signingTime: z.iso.datetime() }).exactOptional(),
  looks: z.array(z.string()).exactOptional(),
  substitutes: z.array(z.string()).exactOptional(),
  /** As in the certificate, for the clerk who looks. */
  certified: z.strictObject({ name: z.string(), address: z.string() }).exactOptional(),
  /** Why a clerk refused it. */
  refused: z.enum(refusalReasons).exactOptional(),
})
export type Kept = z.infer<typeof content>

interface Key {
  readonly person: Uint8Array
  readonly product: ProductName
}

export const kept = {
  /** Where something is sealed; that of a deposit is older than products. */
  place({ person, product }: Key, column: string): string {
    const row = Buffer.from(person).toString('hex')
    return `bank.application ${column} ${row}${product === 'deposit' ? '' : ` ${product}`}`
  },
  seal: (sealing: Sealing, key: Key, value: Kept): Uint8Array =>
    sealing.seal(kept.place(key, 'kept'), new TextEncoder().encode(JSON.stringify(value))),
}

export const openKept = (sealing: Sealing, key: Key, sealed: Uint8Array): Kept =>
  content.parse(JSON.parse(new TextDecoder().decode(sealing.open(kept.place(key, 'kept'), sealed))))
