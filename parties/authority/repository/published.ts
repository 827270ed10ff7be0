/** The sources of published certificate data: the records, the issuing authorities, and the status in memory. */
import type { Origins } from '@kazashi/serve'
import type { Storage } from '../database/storage.ts'
import type { CertificateAuthorities } from '../issuing/certificate-authorities.ts'
import type { DocumentSigners } from '../issuing/document-signers.ts'
import type { Serials } from '../issuing/serials.ts'
import type { Statuses } from '../issuing/statuses.ts'
import type { TimeStamping } from '../issuing/time-stamping.ts'

export interface Published extends Storage {
  readonly authorities: CertificateAuthorities
  /** Of iPhones' attributes. */
  readonly documentSigners: DocumentSigners
  readonly timeStamping: TimeStamping
  readonly serials: Serials
  readonly statuses: Statuses
  readonly origins: Origins
  /** All that is issued here is made up. */
  readonly sandbox: boolean
}
