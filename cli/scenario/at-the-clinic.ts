/** A visit at the clinic (1-B④) without a screen: the terminal's requests by HTTP, and the phone or card at its reader. */
import { base64 } from '@kazashi/octets'
import { z } from 'zod'
import { type Hold, holdPhone, signHeld } from './held.ts'
import { PartyBrowser } from './party-browser.ts'
import { ScenarioError } from './scenario-error.ts'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

const Begun = z.object({ id: z.uuid(), statement: z.string(), nonce: z.string(), code: z.string() })
const Answered = z.looseObject({ state: z.string() })
const Received = z.looseObject({ state: z.literal('received'), outcome: z.string() })
const Desk = z.object({ token: z.string(), patients: z.array(z.looseObject({ number: z.int() })) })
const Time = z.object({ time: z.coerce.date() })

/** What a terminal sends as the proof of who stands there. */
export type ClinicProof = Readonly<Record<string, string>>

/** A facility: its terminal and its reception in one browser. */
export class ClinicBrowser extends PartyBrowser {
  constructor(world: World) {
    super(world, 'clinic', '__Host-facility')
  }

  begin = async (device: 'card' | ThePhone['platform']) =>
    Begun.parse(await this.call('POST', '/visits', { device }))

  desk = async () => Desk.parse(await this.call('GET', '/reception/today'))

  /** From the choice to the reception. @returns the last answer */
  async visit(
    device: 'card' | ThePhone['platform'],
    proofFor: (begun: z.infer<typeof Begun>) => Promise<ClinicProof>,
  ): Promise<unknown> {
    const begun = await this.begin(device)
    const proved = await this.call('POST', `/visits/${begun.id}/proof`, await proofFor(begun))
    if (Answered.safeParse(proved).data?.state !== 'consents') return proved
    const consents = { medicines: true, surgery: false, 'check-ups': false, limits: true }
    return this.call('POST', `/visits/${begun.id}/consents`, consents)
  }
}

/** It lies on the reader and signs: the signature is all that leaves it. */
const byHeld =
  (hold: Hold) =>
  async ({ statement, nonce, code }: z.infer<typeof Begun>): Promise<ClinicProof> => {
    const content = base64.decode(statement)
    const { time } = Time.parse(JSON.parse(new TextDecoder().decode(content)))
    const cms = await signHeld(hold, content, time)
    return { kind: 'signature', response: base64.encode(cms), nonce, code }
  }

export const byPhone = (phone: ThePhone) => byHeld(holdPhone(phone))

/** The card lies in the terminal, whose camera compares the face. */
export const byFace = (card: TheCard) => async (): Promise<ClinicProof> => ({
  kind: 'face',
  certificate: base64.encode(card.certificates.authentication.certificate),
})

/** @throws {ScenarioError} ASSERTION_FAILED: nobody was received */
export function receivedAs(answer: unknown): string {
  const told = Received.safeParse(answer).data
  if (told === undefined)
    throw new ScenarioError('ASSERTION_FAILED', `the terminal said ${JSON.stringify(answer)}`)
  return told.outcome
}
