/** The people of this seat, whose practice persons can stand before the camera: the card box of a sandbox knows them. */
import { sexes } from '@kazashi/lifecycle'
import { z } from 'zod/mini'
import type { Device } from '../../phone/device.ts'

const people = z.array(
  z.object({
    name: z.string(),
    birthDate: z.string(),
    sex: z.enum(sexes),
  }),
)
export type People = z.infer<typeof people>

/** @throws {TypeError} no reader, no network, or no such answer */
export async function peopleOfSeat({
  readerUrl,
  fetch,
}: Pick<Device, 'readerUrl' | 'fetch'>): Promise<People> {
  if (readerUrl === null) throw new TypeError('no reader')
  const url = new URL(readerUrl.replace(/^ws/, 'http'))
  url.pathname = url.pathname.replace(/[^/]+$/, 'people')
  const answer = await fetch(url)
  if (!answer.ok) throw new TypeError('no people')
  return people.parse(await answer.json())
}
