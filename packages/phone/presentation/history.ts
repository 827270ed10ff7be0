/** What was shown, to whom and when: kept on this phone alone, sealed, and deleted when the holder says so. */
import { z } from 'zod'
import type { Phone } from '../phone.ts'
import { openByDevice, sealByDevice } from '../sealing.ts'

/** Entries; the oldest goes first. */
const most = 200

const shown = z.object({
  id: z.string(),
  /** ISO 8601 */
  at: z.string(),
  asker: z.string(),
  host: z.string(),
  known: z.boolean(),
  outcome: z.enum(['shown', 'refused']),
  /** Identifiers of elements, never their values. */
  elements: z.array(z.object({ identifier: z.string(), retained: z.boolean() })).readonly(),
})
export type ShownEntry = z.infer<typeof shown>

/** The newest first. @throws {PhoneError} UNSEALING */
export async function shownEntries({
  record,
}: Pick<Phone, 'record'>): Promise<readonly ShownEntry[]> {
  if (record.shown === undefined) return []
  const bytes = await openByDevice(record.device.sealingKey, 'shown', record.shown)
  return z.array(shown).parse(JSON.parse(new TextDecoder().decode(bytes)))
}

type Changing = Pick<Phone, 'record' | 'change' | 'random'>

/** Whoever deletes all leaves nothing behind, not even that there was something. */
const edit = (phone: Changing, to: (before: readonly ShownEntry[]) => readonly ShownEntry[]) =>
  phone.change(async (record) => {
    const entries = to(await shownEntries({ record }))
    const { shown: _, ...rest } = record
    if (entries.length === 0) return rest
    const bytes = new TextEncoder().encode(JSON.stringify(entries.slice(0, most)))
    const sealed = await sealByDevice(record.device.sealingKey, 'shown', bytes, phone.random)
    return { ...rest, shown: sealed }
  })

/** @throws {PhoneError} STORE_FAILED, STORE_CONFLICT */
export const rememberShown = (phone: Changing, entry: Omit<ShownEntry, 'id'>): Promise<void> =>
  edit(phone, (before) => [{ id: crypto.randomUUID(), ...entry }, ...before])

/** @param id undefined: all @throws {PhoneError} STORE_FAILED, STORE_CONFLICT */
export const forgetShown = (phone: Changing, id?: string): Promise<void> =>
  edit(phone, (before) => (id === undefined ? [] : before.filter((one) => one.id !== id)))
