/**
 * One authority process of several on one database, until its input ends:
 * node one-of-many.ts DATABASE_URL DATA_FOLDER PUBLIC_PORT (PORT | work) [hours]
 * Issues around the clock and at once; with `hours` as anywhere else.
 */
import { aroundTheClock } from '@kazashi/lifecycle'
import { createLogger, originsFor } from '@kazashi/serve'
import { createAuthority } from '../index.ts'

const [, , databaseUrl = '', dataFolder = '', publicPort = '', port = '', hours] = process.argv
const work = port === 'work'
const app = await createAuthority({
  databaseUrl,
  dataFolder,
  origins: originsFor(Number(publicPort)),
  work,
  ...(hours === undefined && { hours: aroundTheClock, issueDelaySeconds: 0 }),
  logger: createLogger('warn'),
})
if (!work) await app.listen({ host: '127.0.0.1', port: Number(port) })
console.log('ready')
process.stdin.resume().on('end', () => app.close().then(() => process.exit(0)))
