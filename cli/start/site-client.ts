/** A site as a client that the gate knows from the start, so that it works also where nobody may register (RFC 7591). */
import { issuerOf } from '@kazashi/gate'
import type { Origins, PartyName } from '@kazashi/serve'
import { signingSite as clientOf, type SigningSite, type Site } from '@kazashi/site/start'

export const signingSite = (
  origins: Origins,
  site: Pick<Site, 'title' | 'dataFolder' | 'signs'> & { readonly name: PartyName },
): Promise<SigningSite> =>
  clientOf({ ...site, origin: origins[site.name], issuer: issuerOf(origins) })
