/** The phone's storage: one IndexedDB a phone. Light on purpose: the first screen reads its summary before all else. */
import type { PhoneRecord } from '@kazashi/phone'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { PhoneSummary } from './phone-summary.ts'

/** Name of the summary's store and of the one record in it. Installed phones use them: they cannot be renamed. */
const summaryStore = 'glance'

interface Schema extends DBSchema {
  readonly phone: { key: 'record'; value: PhoneRecord }
  readonly [summaryStore]: { key: typeof summaryStore; value: PhoneSummary }
}
export type PhoneDatabase = IDBPDatabase<Schema>

/** @param name one name, one phone @throws {DOMException} the browser keeps nothing for this page */
export const openPhoneDatabase = (name: string): Promise<PhoneDatabase> =>
  openDB<Schema>(name, 2, {
    upgrade: (opened) => {
      for (const store of ['phone', summaryStore] as const) {
        if (!opened.objectStoreNames.contains(store)) opened.createObjectStore(store)
      }
    },
  })

/** The first screen's contents before the phone itself is opened; undefined: nothing was here yet. */
export const readSummary = (database: PhoneDatabase): Promise<PhoneSummary | undefined> =>
  database.get(summaryStore, summaryStore)

/** Keeps the value that `readSummary` returns at the next opening. */
export async function keepSummary(database: PhoneDatabase, summary: PhoneSummary): Promise<void> {
  await database.put(summaryStore, summary, summaryStore)
}
