/** The operator's key for push services (VAPID, RFC 8292): phones subscribe to it, so it stays the same for years. */
import { join } from 'node:path'
import { secretFile } from '@kazashi/database'
import webPush from 'web-push'
import { z } from 'zod'
import { OperatorError } from '../../operator/keys.ts'

const VapidKeys = z.strictObject({
  /** Uncompressed point of P-256, base64url: the argument of a page's `pushManager.subscribe`. */
  publicKey: z.string().length(87),
  privateKey: z.string().length(43),
})
export type VapidKeys = z.infer<typeof VapidKeys>

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * `vapid-key.json` in the authority's data folder, 0600, made at the first start.
 * @throws {OperatorError} VAPID_KEY_MALFORMED
 */
export async function readVapidKeys(dataFolder: string): Promise<VapidKeys> {
  const make = () => JSON.stringify(webPush.generateVAPIDKeys())
  const keys = VapidKeys.safeParse(
    parse(await secretFile(join(dataFolder, 'vapid-key.json'), make)),
  )
  if (keys.success) return keys.data
  throw new OperatorError('VAPID_KEY_MALFORMED', 'vapid-key.json is not a pair of VAPID keys')
}
