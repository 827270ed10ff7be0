/** A class: its secrets, its door and its guard, put together. */
import { randomBytes } from 'node:crypto'
import type { Origins } from '@kazashi/serve'
import { StartError } from '../start-error.ts'
import { Door } from './door.ts'
import { createGuard, type Guard } from './guard.ts'
import { type ClassSecrets, readClassSecrets } from './secrets.ts'

/** Labels of a name that can be somebody's own: `localhost` and `example` cannot hold a cookie. */
const leastLabels = 2

/** @returns the domain that all parties are in, each with one label before it @throws {StartError} CLASS_SITE */
export function siteOf(origins: Origins): string {
  const { repository, ...parties } = origins
  const sites = new Set(
    Object.values(parties).map((origin) => new URL(origin).hostname.split('.').slice(1).join('.')),
  )
  const [site = '', another] = sites
  if (another !== undefined || site.split('.').length < leastLabels)
    throw new StartError('CLASS_SITE', [...sites].join(', '))
  return site
}

export interface OpenClass {
  readonly guard: Guard
  readonly secrets: ClassSecrets
  /** @param cookie header of a request @returns whether the password was given */
  readonly knows: (cookie: string | undefined) => boolean
}

/**
 * @param folder of the data
 * @param onWrong somebody gave another password
 * @throws {StartError} CLASS_SITE, CLASS_SECRET_WEAK
 */
export async function openClass(
  folder: string,
  origins: Origins,
  onWrong: () => void,
): Promise<OpenClass> {
  const site = siteOf(origins)
  const secrets = await readClassSecrets(folder)
  const key = new Uint8Array(randomBytes(32))
  const door = new Door({ password: secrets.password, key, site, now: () => new Date() })
  return {
    guard: createGuard(origins, door, onWrong),
    secrets,
    knows: (cookie) => door.knows(cookie),
  }
}
