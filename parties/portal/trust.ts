/** The portal's trust anchors and time, both asked of the authority (anchors again when there is a new CA), and the verifier made of them. */
import { authorityClient, unwrap } from '@kazashi/authority/api'
import { createVerifier, parseTrust, type TrustAnchor, type Verifier } from '@kazashi/verify'
import { PortalProblem } from './problems.ts'

export interface Trust {
  /** A sandbox's time, where there is one. @throws {Problem} TRUST_UNAVAILABLE */
  now(): Promise<Date>
  /** @throws {Problem} TRUST_UNAVAILABLE; {VerifyError} TRUST_MALFORMED */
  verifier(): Promise<Verifier>
}

async function asked<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (cause) {
    throw new PortalProblem('TRUST_UNAVAILABLE', { cause })
  }
}

/** @param authority its origin @param fixed anchors from configuration, in place of those the authority publishes */
export function trustFrom(
  authority: string,
  fetch: typeof globalThis.fetch,
  {
    fixed,
    sandbox = true,
  }: { readonly fixed?: readonly TrustAnchor[]; readonly sandbox?: boolean } = {},
): Trust {
  const client = authorityClient(authority, fetch)
  const sandboxTime = async () => new Date(unwrap(await client.GET('/sandbox/clock')).now)
  const now = async () => (sandbox ? asked(sandboxTime) : new Date())
  let anchors = fixed
  const published = async () => {
    anchors = parseTrust(await asked(async () => unwrap(await client.GET('/trust'))))
    return anchors
  }
  return {
    now,
    async verifier() {
      anchors ??= await published()
      const newAnchors = fixed ? {} : { newAnchors: published }
      return createVerifier({ anchors, ...newAnchors, fetch, now })
    },
  }
}
