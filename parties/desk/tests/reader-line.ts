/** The line between a page and its reader, held up at a chosen command: the moment at which a card can be taken away. */
import type { Page } from 'playwright-core'

/**
 * Lets commands of the first connection through until the `at`-th, which never arrives; later ones are not touched.
 * @returns `stopped`: resolves when that command is held up
 */
export async function stopAtCommand(page: Page, at: number): Promise<{ stopped: Promise<void> }> {
  const { promise: stopped, resolve } = Promise.withResolvers<void>()
  let commands = 0
  await page.routeWebSocket(/\/readers\/[^/]+\/connection/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (typeof message !== 'string') commands += 1
      if (commands === at) resolve()
      else server.send(message)
    })
  })
  return { stopped }
}
