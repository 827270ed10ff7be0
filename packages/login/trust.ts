/** Trust anchors and time of a relying party, both asked of the authority (anchors again when there is a new CA), and the verifier made of them. */
import {
  createVerifier,
  parseTrust,
  type TrustAnchor,
  type Verifier,
  type VerifierOptions,
} from '@kazashi/verify'
import { LoginProblem } from './problems.ts'

export interface Trust {
  /** A sandbox's time, where there is one. @throws {LoginProblem} TRUST_UNAVAILABLE */
  now(): Promise<Date>
  /** @param otherwise in place of its own @throws {LoginProblem} TRUST_UNAVAILABLE; {VerifyError} TRUST_MALFORMED */
  verifier(otherwise?: Partial<VerifierOptions>): Promise<Verifier>
}

export interface TrustOptions {
  readonly authority: {
    /** What it publishes as `/trust`. */
    trust(): Promise<unknown>
    /** Its time, where it is a sandbox's. */
    readonly now?: () => Promise<Date>
  }
  /** Anchors from configuration, in place of those the authority publishes. */
  readonly fixed?: readonly TrustAnchor[] | undefined
  /** Reaches the OCSP responders that certificates name. */
  readonly fetch: typeof globalThis.fetch
}

async function asked<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (cause) {
    throw new LoginProblem('TRUST_UNAVAILABLE', { cause })
  }
}

export function trustOf({ authority, fixed, fetch }: TrustOptions): Trust {
  const { now: sandboxTime } = authority
  const now = async () => (sandboxTime ? asked(sandboxTime) : new Date())
  let anchors = fixed
  const published = async () => {
    anchors = parseTrust(await asked(() => authority.trust()))
    return anchors
  }
  return {
    now,
    async verifier(otherwise = {}) {
      anchors ??= await published()
      const newAnchors = fixed ? {} : { newAnchors: published }
      return createVerifier({ anchors, ...newAnchors, fetch, now, ...otherwise })
    },
  }
}
