/** Where this phone keeps itself: one IndexedDB a phone. Light on purpose: the first screen reads its glance before all else. */
import type { PhoneRecord } from '@kazashi/phone'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Glance } from './glance.ts'

interface Schema extends DBSchema {
  readonly phone: { key: 'record'; value: PhoneRecord }
  /** What the first screen shows before the phone itself is opened. */
  readonly glance: { key: 'glance'; value: Glance }
}
export type PhoneDatabase = IDBPDatabase<Schema>

/** @param name one name, one phone @throws {DOMException} the browser keeps nothing for this page */
export const openPhoneDatabase = (name: string): Promise<PhoneDatabase> =>
  openDB<Schema>(name, 2, {
    upgrade: (opened) => {
      for (const store of ['phone', 'glance'] as const) {
        if (!opened.objectStoreNames.contains(store)) opened.createObjectStore(store)
      }
    },
  })
