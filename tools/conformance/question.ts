/** A question about a path, as any verifier can be asked it. */
export interface PathQuestion {
  readonly id: string
  /** DER, as the lists are. */
  readonly certificate: Uint8Array
  readonly intermediates: readonly Uint8Array[]
  readonly anchors: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly now: Date
  readonly shouldTake: boolean
  /** OID. */
  readonly extendedKeyUsage: string | undefined
  /** RFC 5280 §6.1.1. */
  readonly policies: {
    readonly set: readonly string[]
    readonly explicit: boolean
    readonly inhibitMapping: boolean
    readonly inhibitAny: boolean
  }
}

export const noPolicies: PathQuestion['policies'] = {
  set: [],
  explicit: false,
  inhibitMapping: false,
  inhibitAny: false,
}

/** Another verifier's answer: does it take the path? */
export type Peer = (question: PathQuestion) => Promise<boolean>
