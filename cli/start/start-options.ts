/** Options of `kazashi start`, checked on the command line. */
export interface StartOptions {
  readonly data: string
  readonly port: number
  readonly databaseUrl?: string
  readonly publicUrl?: string
  readonly sandbox?: boolean
  readonly class?: boolean
  readonly operate?: boolean
  /** A sandbox's gate takes clients that are not registered. */
  readonly anyClient?: boolean
}
