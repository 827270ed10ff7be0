/** The phone's record in IndexedDB: whole or not at all, durable before it is answered (Indexed Database API 3.0 §2.7). */
import { checkRevision, type PhoneStore } from '@kazashi/phone'
import type { PhoneDatabase } from './database.ts'

export const indexedDbPhoneStore = (database: PhoneDatabase): PhoneStore => ({
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
})
