/** The line between a phone and its reader, held up at a chosen command: the moment at which a card moves away. */
import type { Page } from 'playwright-core'

/**
 * Of the next connection, commands go through until the `at`-th: `moved` runs before it, then it goes on. Later connections
 * are not touched.
 */
export async function whenCommand(
  page: Page,
  at: number,
  moved: () => Promise<void>,
): Promise<void> {
  let commands = 0
  await page.routeWebSocket(/\/readers\/[^/]+\/connection/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage(async (message) => {
      if (typeof message !== 'string') commands += 1
      if (commands === at) await moved()
      server.send(message)
    })
  })
}
