/** The operator's settings of web push: options first, then the environment, then defaults for a sandbox. */
import type { Origins } from '@kazashi/serve'
import { type Backoff, usualBackoff } from './backoff.ts'
import { browserPushHosts } from './endpoint.ts'
import type { PushSettings } from './pusher.ts'
import { readVapidKeys } from './vapid.ts'

export interface PushOptions {
  /** Of push services; KAZASHI_PUSH_HOSTS, with commas between. Default those of the browsers. */
  readonly hosts?: readonly string[]
  /** mailto: or https:, for the operators of push services; KAZASHI_PUSH_CONTACT. */
  readonly contact?: string
  readonly backoff?: Backoff
}

export interface PushPlace {
  readonly dataFolder: string
  readonly origins: Origins
  /** Push services on this machine are taken then, too. */
  readonly sandbox: boolean
}

/** An unreachable address; push services that require a real contact refuse it. */
const nobody = 'mailto:nobody@kazashi.invalid'

/** @throws {OperatorError} VAPID_KEY_MALFORMED */
export async function readPushSettings(
  { dataFolder, origins, sandbox }: PushPlace,
  options: PushOptions = {},
): Promise<PushSettings> {
  const listed = process.env['KAZASHI_PUSH_HOSTS']?.split(',').map((name) => name.trim())
  const site = origins.authority.startsWith('https:') ? origins.authority : nobody
  return {
    keys: await readVapidKeys(dataFolder),
    hosts: options.hosts ?? listed ?? browserPushHosts,
    loopback: sandbox,
    contact: options.contact ?? process.env['KAZASHI_PUSH_CONTACT'] ?? site,
    backoff: options.backoff ?? usualBackoff,
  }
}
