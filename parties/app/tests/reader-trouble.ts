/** Failures between a page and its reader, at a moment that a test chooses. */
import type { Page } from 'playwright-core'

const readers = /\/readers\/[^/]+\/connection/
const select = 0xa4
/** SW1‖SW2 of ISO/IEC 7816-4 §5.6: no such application on this card. */
const notFound = Buffer.from([0x6a, 0x82])

/**
 * The `at`-th command to the card never arrives, as when it is just being taken away; all others do.
 * @returns `stopped`: resolves when that command is held up
 */
export async function stopAtCommand(page: Page, at: number): Promise<{ stopped: Promise<void> }> {
  const { promise: stopped, resolve } = Promise.withResolvers<void>()
  let commands = 0
  await page.routeWebSocket(readers, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (typeof message !== 'string') commands += 1
      if (commands === at) resolve()
      else server.send(message)
    })
  })
  return { stopped }
}

/** The next card that is held is one of another kind; the one after it is unchanged. */
export async function holdAnotherKindOnce(page: Page): Promise<void> {
  let connections = 0
  await page.routeWebSocket(readers, (socket) => {
    const server = socket.connectToServer()
    const other = connections === 0
    connections += 1
    socket.onMessage((message) => {
      if (other && typeof message !== 'string' && message[1] === select) socket.send(notFound)
      else server.send(message)
    })
  })
}
