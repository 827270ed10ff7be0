/** What an applet is besides its files: its name (AID) and the few commands that differ between applets. */
import { hexToBytes } from '@noble/hashes/utils.js'
import type { AppletName } from '../contents.ts'
import { cardData } from './card-data.ts'
import { commonCard } from './common.ts'
import { jpki } from './jpki.ts'
import { residentRegister } from './resident-register.ts'
import { visual } from './visual.ts'

export interface AppletDefinition {
  readonly name: AppletName
  /** Application identifier, ten bytes (ISO 7816-4 §8.2.1.2). */
  readonly aid: Uint8Array
  /** How a secret is changed: CHANGE REFERENCE DATA (ISO 7816-4 §7.5.7) or JICSAP CHANGE KEY. */
  readonly change: 'change-reference-data' | 'change-key' | 'none'
  /** Private keys that COMPUTE DIGITAL SIGNATURE takes. */
  readonly signingKeys: readonly number[]
  /** The key that P2 = 00 means in COMPUTE DIGITAL SIGNATURE. */
  readonly defaultKey?: number
  /** The one key that answers INTERNAL AUTHENTICATE. */
  readonly internalAuthenticationKey?: number
}

/** GlobalPlatform issuer security domain: what is selected after a reset, and holds no file. */
export const cardManagerAid = hexToBytes('A0000001510000')

/** In the order in which SELECT by AID prefix meets them. */
export const applets: readonly AppletDefinition[] = [
  jpki,
  commonCard,
  residentRegister,
  visual,
  cardData,
]

const byName = new Map(applets.map((applet) => [applet.name, applet]))

/** The definition of an applet. */
export function appletDefinition(name: AppletName): AppletDefinition {
  const definition = byName.get(name)
  // The map is built from every AppletName above; this only tells the compiler.
  if (definition === undefined) throw new RangeError(name)
  return definition
}
