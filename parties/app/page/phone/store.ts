/** The phone's record in IndexedDB: whole or not at all, durable before it is answered (Indexed Database API 3.0 §2.7). */
import { checkRevision, PhoneError, type PhoneRecord, type PhoneStore } from '@kazashi/phone'
import { type DBSchema, openDB } from 'idb'

interface Schema extends DBSchema {
  readonly phone: { key: 'record'; value: PhoneRecord }
}

/** @throws {PhoneError} STORE_FAILED: the browser keeps nothing for this page */
export async function indexedDbPhoneStore(name = 'kazashi-phone'): Promise<PhoneStore> {
  const database = await openDB<Schema>(name, 1, {
    upgrade: (opened) => {
      opened.createObjectStore('phone')
    },
  }).catch((cause: unknown) => {
    throw new PhoneError('STORE_FAILED', { cause })
  })
  return {
    load: () => database.get('phone', 'record'),
    async save(record) {
      const transaction = database.transaction('phone', 'readwrite', { durability: 'strict' })
      try {
        checkRevision(await transaction.store.get('record'), record)
      } catch (conflict) {
        transaction.abort()
        await transaction.done.catch(() => undefined)
        throw conflict
      }
      await transaction.store.put(record, 'record')
      await transaction.done
    },
  }
}
