/** What a browser that was led to the gate has to come back with (RFC 6749 §10.12), once, and as the same person. */
import { z } from 'zod'
import { PortalProblem } from '../problems.ts'
import { holderName, type Keeping, sealedJson } from './connection.ts'
import { reached } from './reached.ts'

/** sign: a document is signed · fill: the certificate tells name, address and birth date. */
const asked = z.strictObject({
  purpose: z.enum(['sign', 'fill']),
  nonce: z.string(),
  verifier: z.string(),
})
export type Asked = z.infer<typeof asked> & { readonly state: string }

/** Milliseconds: the gate gives up earlier. */
const lifetime = 31 * 60_000
const place = (name: Uint8Array) => `portal.asked ${Buffer.from(name).toString('hex')}`

export class AskedBefore {
  readonly #keeping: Keeping
  readonly #json: ReturnType<typeof sealedJson>

  constructor(keeping: Keeping) {
    this.#keeping = keeping
    this.#json = sealedJson(keeping.sealing)
  }

  async keep(sub: string, application: string, { state, ...more }: Asked): Promise<void> {
    const { db, sealing, now } = this.#keeping
    const name = sealing.lookup('state', state)
    const row = {
      name,
      holder: holderName(sealing, sub),
      application,
      sealed: this.#json.seal(place(name), more),
      expires_at: new Date(now().getTime() + lifetime),
    }
    await reached(() => db.insertInto('portal.asked').values(row).execute())
  }

  /** @throws {PortalProblem} RETURN_UNKNOWN: nobody asked with this `state`, somebody else did, too long ago, or it was used */
  async take(
    sub: string,
    state: string,
  ): Promise<{ readonly application: string; readonly asked: Asked }> {
    const { db, sealing, now } = this.#keeping
    const name = sealing.lookup('state', state)
    const row = await reached(() =>
      db
        .deleteFrom('portal.asked')
        .where('name', '=', name)
        .where('holder', '=', holderName(sealing, sub))
        .where('expires_at', '>', now())
        .returning(['application', 'sealed'])
        .executeTakeFirst(),
    )
    if (row === undefined) throw new PortalProblem('RETURN_UNKNOWN')
    const kept = asked.parse(this.#json.open(place(name), row.sealed))
    return { application: row.application, asked: { ...kept, state } }
  }
}
