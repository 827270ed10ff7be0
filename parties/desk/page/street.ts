/** The places where card and phone are used: where each page is, and the readers of those that have one. */
import type { Origins, ReaderView } from './box.ts'

/** In the order of the street. */
const placeNames = ['bank', 'cashless', 'mobile', 'kiosk', 'clinic'] as const
export type PlaceName = (typeof placeNames)[number]

/** Those where a card, or a phone, is held to a machine. */
export const machineNames = ['kiosk', 'clinic', 'mobile'] as const satisfies readonly PlaceName[]
export type MachineName = (typeof machineNames)[number]
export const isMachineName = (name: string): name is MachineName =>
  machineNames.some((one) => one === name)
export const isMachine = (name: PlaceName): name is MachineName => isMachineName(name)

export type Machines = Readonly<Partial<Record<MachineName, ReaderView>>>

/** @returns those of the street that run here */
export const placesAmong = (names: readonly string[]): readonly PlaceName[] =>
  placeNames.filter((name) => names.includes(name))

/** @returns the address of a place's page, in the language that is shown */
export function addressOf(
  name: PlaceName,
  { origins, machines }: { readonly origins: Origins; readonly machines: Machines },
  language: string,
): string {
  const reader = isMachine(name) ? machines[name] : undefined
  const fragment = new URLSearchParams({ lang: language, ...(reader && { reader: reader.url }) })
  return `${origins[name]}/#${fragment}`
}

/** The place of the app where the phone is held to a machine, which it waits for. */
export const holdingAt = (name: MachineName): string => `/?open=hold&at=${name}`
