/** The machines near the phone: readers of places whose page is open, as the card box tells them to the reader in this phone. */
import { DeviceError } from '../phone/device.ts'
import { memberOf } from '../phone/member.ts'
import { type MachineName, machineNames, type Place } from './table.ts'

/** @param reader address of the connection to the reader in this phone, with its token */
const addressOf = (reader: string, id?: string): URL => {
  const url = new URL(reader)
  url.pathname = url.pathname.replace(
    /\/connection$/,
    id === undefined ? '/places' : `/places/${encodeURIComponent(id)}`,
  )
  return url
}

/** Of the WebSocket by which the phone lies on the reader of this place. */
export const heldAddress = (reader: string, { id }: Pick<Place, 'id'>): URL => addressOf(reader, id)

function parse(answer: unknown): Place[] {
  if (!Array.isArray(answer)) return []
  return answer.flatMap((one: unknown) => {
    const id = memberOf(one, 'id')
    const place = machineNames.find((name) => name === memberOf(one, 'place'))
    return typeof id === 'string' && place !== undefined ? [{ id, place }] : []
  })
}

/** @throws {DeviceError} READER_MISSING: the box does not know this phone @throws {TypeError} no network */
export async function placesNear(
  reader: string,
  fetch: typeof globalThis.fetch,
): Promise<readonly Place[]> {
  const url = addressOf(reader)
  url.protocol = url.protocol.replace('ws', 'http')
  const answer = await fetch(url, { credentials: 'include' })
  if (!answer.ok) throw new DeviceError('READER_MISSING')
  return parse(await answer.json())
}

/** The machine that the desk leads to: `/?open=hold&at=kiosk`. */
export function machineByAddress(): MachineName | undefined {
  const { searchParams } = new URL(location.href)
  if (searchParams.get('open') !== 'hold') return undefined
  return machineNames.find((name) => name === searchParams.get('at'))
}

/** Milliseconds between two looks for a machine that is about to be there. */
const lookAgainAfter = 1_000

/** Looks until this machine is there. @returns nothing once `signal` aborts @throws as of {@link placesNear} */
export async function placeAwaited(
  wanted: MachineName,
  look: () => Promise<readonly Place[]>,
  signal: AbortSignal,
): Promise<readonly Place[]> {
  while (!signal.aborted) {
    const found = (await look()).filter(({ place }) => place === wanted)
    if (found.length > 0) return found
    await new Promise((again) => setTimeout(again, lookAgainAfter))
  }
  return []
}
