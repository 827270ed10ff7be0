/** Run by bench/desk.ts, `bare.ts FOLDER PAGE`: the least that has a new PostgreSQL and a page, with nothing of Kazashi. Ends with its parent. */
import { startEmbedded } from '@kazashi/database/embedded'
import { servePage } from './page-server.ts'

const [folder, page] = process.argv.slice(2)
if (folder === undefined || page === undefined) throw new TypeError('bare.ts FOLDER PAGE')
const database = await startEmbedded({ folder })
const server = await servePage(page)
process.send?.(server.origin)
process.once('disconnect', async () => {
  await database.stop()
  await server.stop()
})
