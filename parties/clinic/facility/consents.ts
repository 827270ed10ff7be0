/** What a patient is asked to agree to at the terminal (1-B④): each by its name, on one screen, with the last answers filled in. */
import { z } from 'zod'

export const consentNames = ['medicines', 'surgery', 'check-ups', 'limits'] as const
export type ConsentName = (typeof consentNames)[number]

export const Consents = z
  .strictObject({
    medicines: z.boolean().describe('診療・お薬, without operations'),
    surgery: z.boolean().describe('手術'),
    'check-ups': z.boolean(),
    limits: z.boolean(),
  })
  .meta({ id: 'Consents' })
export type Consents = z.infer<typeof Consents>

/** As they were kept: an answer to a question that was not asked then is no. */
export const KeptConsents = Consents.extend({ surgery: z.boolean().default(false) })

/** Of a person who was never asked: nothing is agreed to by silence. */
const unasked: Consents = { medicines: false, surgery: false, 'check-ups': false, limits: false }

/** What stands on the screen before anything is pressed. @param last of the visit before; undefined: there was none */
export const filledIn = (last: Consents | undefined): Consents => last ?? unasked

/** As rows of the facility's record. */
export const consentRows = (consents: Consents) =>
  consentNames.map((what) => ({ what, given: consents[what] }))
