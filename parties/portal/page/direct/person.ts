/** The person logged in, as the portal tells it: the certificate, and whether it holds. Checked as it comes in. */
import { z } from 'zod'

const field = z.object({ type: z.string(), value: z.string() })

export const person = z.object({
  serialNumber: z.string(),
  issuer: z.string(),
  subjectFields: z.array(field),
  notAfter: z.string(),
  statusCheckedAt: z.string(),
  statusResponder: z.string(),
  loggedInAt: z.string(),
  endsAt: z.string(),
})
export type Person = z.infer<typeof person>
