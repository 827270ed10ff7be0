/** What this browser keeps of its seat: the token that the box knows it by, and what was chosen last. */
import { z } from 'zod'
import { isSeat, type Origins, takeSeat } from './box.ts'

const kept = z.object({
  token: z.string(),
  /** Id of the person's card. */
  person: z.string().optional(),
  phone: z.string().optional(),
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

/** This browser's seat, or a new one. Two windows that open at once take the same one. @throws {DeskError} */
export const openSeat = (origins: Origins): Promise<KeptSeat> =>
  navigator.locks.request(storageKey, async () => {
    const before = read()
    if (before !== undefined && (await isSeat(origins, before.token))) return before
    const seat = { token: await takeSeat(origins) }
    write(seat)
    return seat
  })
