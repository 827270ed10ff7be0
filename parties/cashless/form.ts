/** What is asked for the identity check: who it is, and what the law on transfers of criminal proceeds has services ask (犯収法 §4). */
import { personFields } from '@kazashi/site'
import { z } from 'zod'

const purposes = ['shopping', 'sending', 'bills'] as const
const occupations = [
  'employee',
  'self-employed',
  'part-time',
  'student',
  'homemaker',
  'none',
] as const

export const form = z.strictObject({
  ...personFields,
  purpose: z.enum(purposes),
  occupation: z.enum(occupations),
  /** For somebody else, or to hand it on. */
  forOthers: z.boolean(),
})
export type Form = z.infer<typeof form>
