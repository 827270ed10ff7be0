/** The stage of the application kept on the phone, as found after a reload. */
import type { Page } from 'playwright-core'

/** Runs in the page. */
async function keptStage(): Promise<unknown> {
  const asked = indexedDB.open('kazashi-phone')
  const database = await new Promise<IDBDatabase>((resolve) => {
    asked.onsuccess = () => resolve(asked.result)
  })
  const found = database.transaction('phone').objectStore('phone').get('record')
  const stage = await new Promise<unknown>((resolve) => {
    found.onsuccess = () => resolve(found.result?.application?.stage)
  })
  database.close()
  return stage
}

export const stageOf = (page: Page): Promise<unknown> => page.evaluate(keptStage)
