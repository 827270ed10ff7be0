/** The applets of the card, and the look-up of one by its name. */
import { hex } from '@kazashi/octets'
import type { AppletName } from '../contents.ts'
import type { AppletDefinition } from './applet-definition.ts'
import { cardData } from './card-data.ts'
import { commonCard } from './common.ts'
import { jpki } from './jpki.ts'
import { residentRegister } from './resident-register.ts'
import { visual } from './visual.ts'

/** GlobalPlatform issuer security domain: selected after a reset, and without files. */
export const cardManagerAid = hex.decode('A0000001510000')

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
