/** Everything a page sends and receives, as reported by the browser itself (Chrome DevTools Protocol, Network). */
import type { Page } from 'playwright-core'
import { type Trace, textTrace } from '../../../tools/running-app/secret-search.ts'

export interface Traffic {
  /** Addresses, headers and bodies, frames of WebSockets; without the data that must go to the card in the clear. */
  traces(): Promise<readonly Trace[]>
  /** VERIFY and CHANGE REFERENCE DATA (ISO/IEC 7816-4 §11.5): the card compares, so the secret is in them. */
  toCard(): readonly Trace[]
  /** Of every request and WebSocket. */
  addresses(): readonly string[]
}

const verify = 0x20
const changeReferenceData = 0x24
const binaryFrame = 2

/** The page's own files came from the server's disk; everything else is recorded. */
const built = /javascript|css|html|svg/

export async function listenToTraffic(page: Page): Promise<Traffic> {
  const cdp = await page.context().newCDPSession(page)
  const traces: Trace[] = []
  const toCard: Trace[] = []
  const addresses: string[] = []
  const bodies: Promise<void>[] = []
  const say = (where: string, what: unknown) => {
    traces.push(textTrace(where, typeof what === 'string' ? what : JSON.stringify(what)))
  }
  const answers = new Map<string, string>()

  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { url, method, headers, hasPostData } = request
    const where = `${method} ${url}`
    addresses.push(url)
    say(`address of ${where}`, url)
    say(`headers of ${where}`, headers)
    if (hasPostData !== true) return
    bodies.push(
      cdp.send('Network.getRequestPostData', { requestId }).then(
        ({ postData }) => say(`body of ${where}`, postData),
        () => say(`body of ${where}`, request.postData ?? ''),
      ),
    )
  })
  cdp.on('Network.requestWillBeSentExtraInfo', ({ headers }) => say('headers', headers))
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    say(`headers of the answer of ${response.url}`, response.headers)
    if (!built.test(response.mimeType)) answers.set(requestId, response.url)
  })
  cdp.on('Network.loadingFinished', ({ requestId }) => {
    const url = answers.get(requestId)
    if (url === undefined) return
    bodies.push(
      cdp.send('Network.getResponseBody', { requestId }).then(
        ({ body }) => say(`answer of ${url}`, body),
        () => undefined, // a stream that was left
      ),
    )
  })
  cdp.on('Network.webSocketCreated', ({ url }) => {
    addresses.push(url)
    say('address of a WebSocket', url)
  })
  cdp.on('Network.webSocketFrameSent', ({ response: { opcode, payloadData } }) => {
    if (opcode !== binaryFrame) {
      say('text to the reader', payloadData)
      return
    }
    const bytes = Buffer.from(payloadData, 'base64')
    const carriesSecret = bytes[1] === verify || bytes[1] === changeReferenceData
    const where = `command ${bytes.subarray(0, 4).toString('hex')} to the card`
    const kept = carriesSecret ? toCard : traces
    kept.push({ where, bytes })
  })
  cdp.on('Network.webSocketFrameReceived', ({ response: { opcode, payloadData } }) => {
    if (opcode !== binaryFrame) say('text from the reader', payloadData)
    else traces.push({ where: 'answer of the card', bytes: Buffer.from(payloadData, 'base64') })
  })
  page.on('console', (message) => say('console', message.text()))
  page.on('pageerror', (error) => say('error of the page', `${error.message}\n${error.stack}`))
  await cdp.send('Network.enable')
  return {
    traces: async () => {
      await Promise.all(bodies)
      return traces
    },
    toCard: () => toCard,
    addresses: () => addresses,
  }
}
