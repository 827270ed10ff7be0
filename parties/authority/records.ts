/** What a procedure of the authority works with; made once at start, passed to each. */
import type { Clock, IssuingHours } from '@kazashi/lifecycle'
import type { Origins } from '@kazashi/serve'
import type { RoleTokens } from './callers.ts'
import type { Database } from './database/connection.ts'
import type { Sealing } from './database/sealing.ts'
import type { CertificateAuthorities } from './issuing/certificate-authorities.ts'
import type { DocumentSigners } from './issuing/document-signers.ts'
import type { IssuingQueue } from './issuing/queue.ts'
import type { Serials } from './issuing/serials.ts'
import type { Statuses } from './issuing/statuses.ts'
import type { NoticeBoard } from './notices/board.ts'
import type { PushSettings } from './notices/push/pusher.ts'
import type { SandboxClock } from './sandbox/clock.ts'

export interface Records {
  readonly db: Database
  readonly clock: Clock
  readonly sandboxClock: SandboxClock
  readonly sealing: Sealing
  readonly authorities: CertificateAuthorities
  /** Of iPhones' attributes. */
  readonly documentSigners: DocumentSigners
  readonly serials: Serials
  readonly statuses: Statuses
  readonly queue: IssuingQueue
  readonly board: NoticeBoard
  readonly push: PushSettings
  /** Of counter, hotline and operator. */
  readonly tokens: RoleTokens
  readonly origins: Origins
  /** Practice is taken for the real thing. */
  readonly sandbox: boolean
  readonly hours: IssuingHours
  /** Seconds between an application and its issuing, the "some minutes" of the course. */
  readonly issueDelaySeconds: number
  readonly random: (length: number) => Uint8Array
}
