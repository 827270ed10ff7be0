/**
 * Keeps running sandboxes and database servers for the ways: a file borrows one, has it alone, and gives it back for the next
 * file (borrow.ts). At most as many run as files run at once. All end when the parent process lets go, or has ended.
 */
import { createServer } from 'node:http'
import { startKazashi } from '../kazashi-process.ts'
import { startDatabaseServer } from './database-server.ts'
import { openShelf } from './shelf.ts'

const sandboxes = openShelf(startKazashi)
const databases = openShelf(startDatabaseServer)

/** `POST /sandboxes` and `POST /databases` lend, `PUT /sandboxes/NUMBER` and `PUT /databases/NUMBER` take back. */
async function answer(asked: string): Promise<object> {
  switch (asked.replace(/\d+$/, '')) {
    case 'POST /sandboxes': {
      const { number, thing } = await sandboxes.borrow()
      return { number, address: thing.desk }
    }
    case 'POST /databases': {
      const { number, thing } = await databases.borrow()
      return { number, address: await thing.newDatabase() }
    }
    case 'PUT /sandboxes/':
      sandboxes.giveBack(Number(asked.split('/').at(-1)))
      return {}
    case 'PUT /databases/':
      databases.giveBack(Number(asked.split('/').at(-1)))
      return {}
    default:
      throw new RangeError(`not understood: ${asked}`)
  }
}

const server = createServer({ requestTimeout: 0 }, ({ method, url }, response) => {
  answer(`${method} ${url}`).then(
    (said) => response.end(JSON.stringify(said)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  process.send?.(`http://127.0.0.1:${address.port}`)
})
// Ctrl-C in a terminal reaches every process: the parent lets go when its tests have ended.
process.on('SIGINT', () => undefined)
process.on('disconnect', async () => {
  server.close()
  server.closeAllConnections()
  await Promise.allSettled([sandboxes.close(), databases.close()])
  process.exit()
})
