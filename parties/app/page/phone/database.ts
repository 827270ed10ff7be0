/** The phone's storage: one IndexedDB a phone. Light on purpose: the first screen reads its summary before all else. */
import type { PhoneRecord } from '@kazashi/phone'
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { PhoneSummary } from './phone-summary.ts'
import type { StoredDevice } from './platform.ts'

/** Name of the summary's store and of the one record in it. Installed phones use them: they cannot be renamed. */
const summaryStore = 'glance'

interface Schema extends DBSchema {
  readonly phone: { key: 'record'; value: PhoneRecord }
  /** Of a practice face (practice-face.ts): not extractable. */
  readonly practice: { key: 'face'; value: CryptoKey }
  readonly [summaryStore]: { key: typeof summaryStore; value: PhoneSummary }
}
export type PhoneDatabase = IDBPDatabase<Schema>

export interface DatabaseEvents {
  /** A window of an older app keeps this one waiting, until it is closed. */
  readonly onBlocked: () => void
  /** The connection was given up for a newer app in another window. */
  readonly onLost: () => void
  /** What the phone kept is gone: a person, another window or the browser itself has deleted it. */
  readonly onGone: () => void
}

/**
 * A newer app, or a reset, in another window is never kept waiting: this one gives its connection up.
 * @param name one name, one phone @throws {DOMException} the browser keeps nothing for this page
 */
export function openPhoneDatabase(
  name: string,
  { onBlocked, onLost, onGone }: DatabaseEvents,
): Promise<PhoneDatabase> {
  const opening = openDB<Schema>(name, 3, {
    blocked: onBlocked,
    blocking: (_from, to) => {
      void opening.then((database) => database.close())
      if (to === null) onGone()
      else onLost()
    },
    terminated: onGone,
    upgrade: (opened) => {
      for (const store of ['phone', 'practice', summaryStore] as const) {
        if (!opened.objectStoreNames.contains(store)) opened.createObjectStore(store)
      }
    },
  })
  return opening
}

/** What the phone has been since it was first opened; undefined: nothing was here yet. */
export const readDevice = async (database: PhoneDatabase): Promise<StoredDevice | undefined> =>
  (await database.get('phone', 'record'))?.device

/** The first screen's contents before the phone itself is opened; undefined: nothing was here yet. */
export const readSummary = (database: PhoneDatabase): Promise<PhoneSummary | undefined> =>
  database.get(summaryStore, summaryStore)

/** Keeps the value that `readSummary` returns at the next opening. */
export async function keepSummary(database: PhoneDatabase, summary: PhoneSummary): Promise<void> {
  await database.put(summaryStore, summary, summaryStore)
}

/** The phone is as one that never was used. Resolves when no window has it open any more. */
export async function erasePhoneDatabase(
  name: string,
  database: PhoneDatabase | undefined,
): Promise<void> {
  database?.close()
  await deleteDB(name)
}
