/**
 * The page's scrypt (packages/phone/scrypt.browser.ts) at its lowest cost, for ways whose point is another: stretching a PIN at the product's
 * is a third of what they cost. `takePhone`, the desk's course by mouse, keyboard and finger, and Firefox pay the product's.
 */
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { scrypt } from '../quick-scrypt.ts'

const octets = z.array(z.int()).transform((all) => new Uint8Array(all))
const cost = z.object({ N: z.int(), r: z.int(), p: z.int(), dkLen: z.int() })
const asked = z.tuple([octets, octets, cost])

/** What the page loads in its place asks this process. */
const inItsPlace = `export const scryptAsync = async (secret, salt, cost) =>
  new Uint8Array(await stretchQuickly([...secret], [...salt], cost))`

/**
 * Before the app is opened in the page or in a frame of it; not in a window with the app's service worker, which has the file as well.
 * `page.route` would take the browser's cache from the whole page.
 */
export async function stretchQuickly(page: Page): Promise<void> {
  await page.exposeFunction('stretchQuickly', async (...given: unknown[]) => {
    const [secret, salt, { dkLen, ...product }] = asked.parse(given)
    return [...(await scrypt(secret, salt, product, dkLen))]
  })
  const session = await page.context().newCDPSession(page)
  session.on(
    'Fetch.requestPaused',
    ({ requestId }) =>
      session
        .send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 200,
          responseHeaders: [{ name: 'content-type', value: 'text/javascript' }],
          body: Buffer.from(inItsPlace).toString('base64'),
        })
        .catch(() => undefined), // the page has gone meanwhile
  )
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*/assets/scrypt-*.js' }] })
}
