/** The person logged in directly: the certificate, and who said that it holds. */
import type { Holder } from '@kazashi/site'
import type { VerifiedLogin } from '@kazashi/verify'

export type Person = Holder &
  Pick<VerifiedLogin, 'certificate' | 'statusCheckedAt' | 'statusResponder'>
