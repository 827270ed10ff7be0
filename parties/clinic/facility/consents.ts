/** What a patient is asked to agree to at the terminal (1-B④): each by its name, on one screen, with the last answers filled in. */
import { z } from 'zod'

export const consentNames = ['medicines', 'check-ups', 'limits'] as const
export type ConsentName = (typeof consentNames)[number]

export const Consents = z
  .strictObject({ medicines: z.boolean(), 'check-ups': z.boolean(), limits: z.boolean() })
  .meta({ id: 'Consents' })
export type Consents = z.infer<typeof Consents>

/** Of a person who was never asked: nothing is agreed to by silence. */
const unasked: Consents = { medicines: false, 'check-ups': false, limits: false }

/** What stands on the screen before anything is pressed. @param last of the visit before; undefined: there was none */
export const filledIn = (last: Consents | undefined): Consents => last ?? unasked

/** As rows of the facility's record. */
export const consentRows = (consents: Consents) =>
  consentNames.map((what) => ({ what, given: consents[what] }))
