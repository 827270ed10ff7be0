/**
 * One authority process of several on one database, until its input ends:
 * node one-of-many.ts DATABASE_URL DATA_FOLDER PUBLIC_PORT (PORT | work)
 */
import { aroundTheClock } from '@kazashi/lifecycle'
import { createLogger, originsFor } from '@kazashi/serve'
import { createAuthority } from '../index.ts'

const [, , databaseUrl = '', dataFolder = '', publicPort = '', port = ''] = process.argv
const work = port === 'work'
const app = await createAuthority({
  databaseUrl,
  dataFolder,
  origins: originsFor(Number(publicPort)),
  hours: aroundTheClock,
  issueDelaySeconds: 0,
  work,
  logger: createLogger('warn'),
})
if (!work) await app.listen({ host: '127.0.0.1', port: Number(port) })
console.log('ready')
process.stdin.resume().on('end', () => app.close().then(() => process.exit(0)))
