/** What happened with a person's information and phone, for the person to read: each read, each disclosure, each login and signature. */
import { z } from 'zod'
import { procedures } from '../applications/form.ts'
import { holderName, type Keeping, sealedJson } from './connection.ts'
import { reached } from './reached.ts'

export const healthParts = ['medicines', 'check-ups', 'handbook', 'vaccinations', 'all'] as const

const event = z.discriminatedUnion('kind', [
  /** The person looked at their own. */
  z.strictObject({ kind: z.literal('read'), what: z.enum(healthParts) }),
  z.strictObject({ kind: z.literal('downloaded'), what: z.enum(healthParts) }),
  /** The gate told the portal, after the person had agreed on the phone. */
  z.strictObject({ kind: z.literal('filled'), procedure: z.enum(procedures) }),
  /** An office got it. */
  z.strictObject({
    kind: z.literal('submitted'),
    procedure: z.enum(procedures),
    number: z.string(),
  }),
  z.strictObject({ kind: z.literal('login') }),
  z.strictObject({ kind: z.literal('sign-asked'), procedure: z.enum(procedures) }),
  z.strictObject({
    kind: z.literal('sign-refused'),
    procedure: z.enum(procedures),
    code: z.string(),
  }),
])
export type Happened = z.infer<typeof event>
export type PastEvent = Happened & { readonly at: Date }

/** Most that are shown. */
const shown = 200
const place = (holder: Uint8Array) => `portal.event ${Buffer.from(holder).toString('hex')}`

export class Events {
  readonly #keeping: Keeping
  readonly #json: ReturnType<typeof sealedJson>

  constructor(keeping: Keeping) {
    this.#keeping = keeping
    this.#json = sealedJson(keeping.sealing)
  }

  /** @param at by the sandbox's clock. What cannot be noted is not done. @throws {PortalProblem} RECORDS_UNAVAILABLE */
  async add(sub: string, at: Date, happened: Happened): Promise<void> {
    const { db, sealing } = this.#keeping
    const holder = holderName(sealing, sub)
    const row = { holder, at, sealed: this.#json.seal(place(holder), happened) }
    await reached(() => db.insertInto('portal.event').values(row).execute())
  }

  /** The newest first. */
  async all(sub: string): Promise<PastEvent[]> {
    const { db, sealing } = this.#keeping
    const holder = holderName(sealing, sub)
    const rows = await reached(() =>
      db
        .selectFrom('portal.event')
        .select(['at', 'sealed'])
        .where('holder', '=', holder)
        .orderBy('id', 'desc')
        .limit(shown)
        .execute(),
    )
    return rows.map((row) => ({
      ...event.parse(this.#json.open(place(holder), row.sealed)),
      at: row.at,
    }))
  }
}
