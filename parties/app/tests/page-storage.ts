/** Everything that a page has kept: its storages whole, and the browser's cookies and caches. */
import type { Page } from 'playwright-core'
import { type Trace, textTrace } from '../../../tools/running-app/secret-search.ts'

interface Kept {
  readonly where: string
  readonly text?: string
  readonly base64?: string
}

/** Runs in the page. */
async function keptInPage(): Promise<Kept[]> {
  const kept: Kept[] = []
  const keepText = (where: string, text: string) => void kept.push({ where, text })
  const keepBytes = (where: string, bytes: Uint8Array) =>
    void kept.push({
      where,
      base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
    })
  const walk = (where: string, value: unknown): void => {
    if (value instanceof CryptoKey) {
      const { type, extractable, algorithm } = value
      keepText(where, `CryptoKey ${type} ${algorithm.name} extractable=${extractable}`)
    } else if (value instanceof ArrayBuffer) {
      keepBytes(where, new Uint8Array(value))
    } else if (ArrayBuffer.isView(value)) {
      keepBytes(where, new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    } else if (typeof value !== 'object' || value === null || value instanceof Date) {
      keepText(where, String(value))
    } else {
      const several = value instanceof Map || value instanceof Set
      const members: readonly (readonly [unknown, unknown])[] = several
        ? [...value.entries()]
        : Object.entries(value)
      for (const [key, member] of members) {
        walk(`${where} (key)`, key)
        walk(`${where}.${String(key)}`, member)
      }
    }
  }
  const answered = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })

  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue
    const database = await answered(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store)
      const keys = await answered(records.getAllKeys())
      const values = await answered(
        database.transaction(store).objectStore(store).getAll() as IDBRequest<unknown[]>,
      )
      walk(`IndexedDB ${name}/${store} keys`, keys)
      walk(`IndexedDB ${name}/${store}`, values)
    }
    database.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      keepText(`cache ${name}`, request.url)
      const answer = await cache.match(request)
      if (answer !== undefined) {
        keepBytes(`cache ${name} ${request.url}`, new Uint8Array(await answer.arrayBuffer()))
      }
    }
  }
  walk('localStorage', { ...localStorage })
  walk('sessionStorage', { ...sessionStorage })
  keepText('cookies', document.cookie)
  walk('history.state', history.state)
  keepText('title', document.title)
  keepText('window.name', window.name)
  keepText('address', location.href)
  keepText('document', document.documentElement.outerHTML)
  for (const input of document.querySelectorAll('input')) keepText('a field', input.value)
  return kept
}

export async function keptBy(page: Page): Promise<readonly Trace[]> {
  const kept = await page.evaluate(keptInPage)
  const cookies = await page.context().cookies()
  return [
    ...kept.map(({ where, text = '', base64 }) =>
      base64 === undefined
        ? textTrace(where, text)
        : { where, bytes: Buffer.from(base64, 'base64') },
    ),
    textTrace('cookies of the browser', JSON.stringify(cookies)),
  ]
}
