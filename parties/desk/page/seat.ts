/** What this browser keeps of its seat: the token that the box knows it by, and what was chosen last. */
import { paces } from '@kazashi/lifecycle'
import { z } from 'zod'
import { isSeat, type Origins, takeSeat } from './box.ts'
import { phoneNames } from './phones.ts'

const kept = z.object({
  token: z.string(),
  /** Id of the person's card. */
  person: z.string().optional(),
  phone: z.enum(phoneNames).optional(),
  /** By phone: id of its person's card. */
  holders: z.partialRecord(z.enum(phoneNames), z.string()).optional(),
  pace: z.enum(paces).optional(),
})
export type KeptSeat = z.infer<typeof kept>

const storageKey = 'kazashi-seat'
/** Seats of a browser that keeps nothing last as long as the page. */
let inMemory: string | null = null

function read(): KeptSeat | undefined {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(storageKey) ?? inMemory ?? ''))
  } catch {
    return undefined
  }
}

function write(seat: KeptSeat): void {
  inMemory = JSON.stringify(seat)
  try {
    localStorage.setItem(storageKey, inMemory)
  } catch {
    // it then lasts as long as the page
  }
}

/** Remembers a choice for the next opening of the page. */
export function keepChoice(choice: Partial<Omit<KeptSeat, 'token'>>): void {
  const seat = read()
  if (seat !== undefined) write({ ...seat, ...choice })
}

/** Another window has started over, or taken another seat: what this one shows is gone. @param seat that this window sits at */
export function onOtherSeat(seat: Pick<KeptSeat, 'token'>, then: () => void): void {
  window.addEventListener('storage', ({ key, storageArea }) => {
    if (storageArea !== localStorage || (key !== storageKey && key !== null)) return
    if (read()?.token !== seat.token) then()
  })
}

/** This browser's seat, or a new one. Two windows that open at once take the same one. @throws {DeskError} */
export const openSeat = (origins: Origins): Promise<KeptSeat> =>
  navigator.locks.request(storageKey, async () => {
    const before = read()
    if (before !== undefined && (await isSeat(origins, before.token))) return before
    const seat = { token: await takeSeat(origins) }
    write(seat)
    return seat
  })

/**
 * Another seat in place of this one, with nothing of it. Other windows, which hear from the box that the old one is gone, wait for the
 * new one: taken in between by one of them, it would be lost again.
 * @param leave gives up the seat that this window sits at
 * @throws {DeskError}
 */
export const changeSeat = (origins: Origins, leave: () => Promise<void>): Promise<void> =>
  navigator.locks.request(storageKey, async () => {
    await leave()
    write({ token: await takeSeat(origins) })
  })
