/** The person logged in, as the site tells it. Checked as it comes in. */
import { z } from 'zod'

export const person = z.object({
  sub: z.string(),
  issuer: z.string(),
  statusCheckedAt: z.string(),
  loggedInAt: z.string(),
  endsAt: z.string(),
})
export type Person = z.infer<typeof person>
