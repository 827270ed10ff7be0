/** The page's settings: from its server (`/config.json`) and from the fragment of its address. */
import { pageSettings } from '@kazashi/ui'
import { memberOf } from './member.ts'

export interface Settings {
  readonly origins: {
    readonly authority: string
    /** Of a sandbox; undefined: there is none, and a page of such a name is a stranger. */
    readonly desk: string | undefined
  }
  /** The authority's clock can be moved, and this page follows it. */
  readonly sandbox: boolean
}

/** @throws {TypeError} no network, or the server answers something else */
export async function readSettings(): Promise<Settings> {
  const settings = await pageSettings()
  const origins = memberOf(settings, 'origins')
  const origin = (name: string): string => {
    const value = memberOf(origins, name)
    if (typeof value !== 'string' || !URL.canParse(value)) throw new TypeError(`no ${name}`)
    return value
  }
  const sandbox = memberOf(settings, 'sandbox') !== false
  return {
    origins: { authority: origin('authority'), desk: sandbox ? origin('desk') : undefined },
    sandbox,
  }
}
