/** The app's storage in the browser: the state of its application, its tries, and any secret in there. */
import { certificateKinds } from '@kazashi/lifecycle'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const key = z.object({ id: z.string(), triesLeft: z.number().optional() })
const kept = z.object({
  application: z
    .object({
      stage: z.string(),
      id: z.string().optional(),
      receiptNumber: z.string().optional(),
    })
    .optional(),
  credentialId: z.string().optional(),
  keys: z.array(key),
  /** Everything that is text or bytes, wherever it is kept, in one string. */
  everything: z.string(),
})
export type Kept = z.infer<typeof kept>

/** In the page: nothing from outside this function is there. */
async function readAll(kinds: readonly string[]): Promise<unknown> {
  const parts: string[] = [location.href, document.cookie, JSON.stringify(history.state)]
  for (const storage of [localStorage, sessionStorage]) parts.push(JSON.stringify({ ...storage }))
  const latin = (bytes: Uint8Array) =>
    Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const gather = (value: unknown): void => {
    if (typeof value === 'string') parts.push(value)
    else if (value instanceof Uint8Array) parts.push(latin(value))
    else if (value instanceof ArrayBuffer) parts.push(latin(new Uint8Array(value)))
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather)
  }
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  let record: Record<string, unknown> | undefined
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue
    const database = await answer(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      const found: unknown[] = await answer(database.transaction(store).objectStore(store).getAll())
      found.forEach(gather)
      if (name.startsWith('kazashi-phone') && store === 'phone') {
        record = found[0] as Record<string, unknown> | undefined
      }
    }
    database.close()
  }
  const at = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  const application = at(record, 'application')
  const keys = ['installed', 'pending'].flatMap((slot) =>
    kinds.flatMap((kind) => {
      const found = at(at(record, slot), kind)
      const publicKey = at(found, 'publicKey')
      if (!(publicKey instanceof Uint8Array)) return []
      const triesLeft = at(at(found, 'secret'), 'triesLeft')
      return [{ id: `${kind} ${btoa(latin(publicKey.slice(-60, -20)))}`, triesLeft }]
    }),
  )
  return {
    ...(application === undefined
      ? {}
      : {
          application: {
            stage: at(application, 'stage'),
            id: at(at(application, 'view'), 'id'),
            receiptNumber: at(at(application, 'view'), 'receiptNumber'),
          },
        }),
    credentialId: at(at(record, 'credential'), 'id'),
    keys,
    everything: parts.join('\n'),
  }
}

export const readKept = async (page: Page): Promise<Kept> =>
  kept.parse(await page.evaluate(readAll, certificateKinds))

/** @returns names of the secrets that are in there; of four digits only as a word of their own */
export function secretsIn(everything: string, secrets: Readonly<Record<string, string>>): string[] {
  return Object.entries(secrets)
    .filter(([, secret]) =>
      /^\d{4}$/.test(secret)
        ? new RegExp(`(^|\\n|")${secret}("|\\n|$)`).test(everything)
        : everything.includes(secret),
    )
    .map(([name]) => name)
}

export type Tries = ReadonlyMap<string, number>

/** Later tries over earlier ones; a key's are told once its secret is set. */
export const triesOf = (now: Kept): Tries =>
  new Map(
    now.keys.flatMap(({ id, triesLeft }) => (triesLeft === undefined ? [] : [[id, triesLeft]])),
  )

/**
 * @param reason causes that may have brought tries back since: the right secret, or the card
 * @returns the counters that went up without a reason
 */
export function triesGoneUp(
  before: Tries,
  now: Tries,
  reason: { readonly rightSecret: boolean; readonly card: boolean },
): string[] {
  return [...now].flatMap(([id, left]) => {
    const earlier = before.get(id)
    if (earlier === undefined || left <= earlier || reason.card) return []
    // A locked secret comes back with the card only.
    if (earlier > 0 && reason.rightSecret) return []
    return [`${id.split(' ')[0]}: ${earlier} tries became ${left}`]
  })
}
