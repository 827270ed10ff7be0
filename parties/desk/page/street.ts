/** The places where card and phone are used: where each page is, and the readers of those that have one. */
import type { Origins, ReaderView } from './box.ts'

/** In the order of the street. */
export const placeNames = ['bank', 'mobile', 'cashless', 'kiosk', 'clinic'] as const
export type PlaceName = (typeof placeNames)[number]

/** Those where a card, or a phone, is held to a machine. */
export const machineNames = ['kiosk', 'clinic'] as const satisfies readonly PlaceName[]
export type MachineName = (typeof machineNames)[number]
export const isMachine = (name: PlaceName): name is MachineName =>
  machineNames.some((one) => one === name)

export type Machines = Readonly<Partial<Record<MachineName, ReaderView>>>

/** @returns the address of a place's page, in the language that is shown; undefined: it does not run here */
export function addressOf(
  name: PlaceName,
  { origins, machines }: { readonly origins: Origins; readonly machines: Machines },
  language: string,
): string | undefined {
  const origin = origins[name]
  if (origin === undefined) return undefined
  const fragment = new URLSearchParams({ lang: language })
  if (isMachine(name)) {
    const reader = machines[name]
    if (reader === undefined) return undefined
    fragment.set('reader', reader.url)
  }
  return `${origin}/#${fragment}`
}
