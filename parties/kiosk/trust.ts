/** The authority as the kiosk asks it: trust anchors, and a sandbox's time. */
import { authorityClient, unwrap } from '@kazashi/authority/api'
import { type Trust, trustOf } from '@kazashi/login'
import type { TrustAnchor } from '@kazashi/verify'

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
  const now = async () => new Date(unwrap(await client.GET('/sandbox/clock')).now)
  const trust = async () => unwrap(await client.GET('/trust'))
  return trustOf({ authority: { trust, ...(sandbox && { now }) }, fixed, fetch })
}
