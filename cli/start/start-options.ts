/** What `kazashi start` is told on its command line, checked there. */
export interface StartOptions {
  readonly data: string
  readonly port: number
  readonly databaseUrl?: string
  readonly publicUrl?: string
}
