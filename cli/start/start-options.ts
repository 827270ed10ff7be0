/** Options of `kazashi start`, checked on the command line. */
import type { PartyName } from '@kazashi/serve'

export interface StartOptions {
  readonly data: string
  /** In a folder of its own in place of `data`, which goes at the end. */
  readonly ephemeral?: boolean
  /** Say on standard output, as JSON, what runs where. */
  readonly json?: boolean
  /** These parties alone; default all. */
  readonly only?: readonly PartyName[]
  readonly port: number
  readonly databaseUrl?: string
  readonly publicUrl?: string
  readonly sandbox?: boolean
  readonly class?: boolean
  readonly operate?: boolean
  /** A sandbox's gate takes clients that are not registered. */
  readonly anyClient?: boolean
}
