/** The person logged in directly: the certificate, and who said that it holds. */
import type { VerifiedLogin } from '@kazashi/verify'
import type { Holder } from '../session-status.ts'

export type Person = Holder &
  Pick<VerifiedLogin, 'certificate' | 'statusCheckedAt' | 'statusResponder'>
