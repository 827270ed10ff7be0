/** Whom a site believes, and what time it is: asked of the authority over HTTP, as any site does. */
import { type Trust, trustOf } from '@kazashi/login'
import type { TrustAnchor } from '@kazashi/verify'
import { z } from 'zod'

const clock = z.object({ now: z.iso.datetime() })

/**
 * @param authority its origin @param sandbox whose time is not the machine's
 * @param fixed anchors from configuration, in place of those that the authority publishes
 */
export function publishedTrust(
  authority: string,
  fetch: typeof globalThis.fetch,
  sandbox: boolean,
  fixed?: readonly TrustAnchor[],
): Trust {
  const ask = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${authority}${path}`)
    if (!answer.ok) throw new TypeError(`${path}: ${answer.status}`)
    return answer.json()
  }
  const trust = () => ask('/trust')
  const now = async () => new Date(clock.parse(await ask('/sandbox/clock')).now)
  return trustOf({ authority: { trust, ...(sandbox && { now }) }, fixed, fetch })
}
