/** An authority as a process of its own, to be killed: node authority-process.ts DATABASE_URL DATA_FOLDER PORT [OPTIONS as JSON] */
import { aroundTheClock } from '@kazashi/lifecycle'
import { originsFor } from '@kazashi/serve'
import { createAuthority } from '../index.ts'

const [, , databaseUrl = '', dataFolder = '', port = '', options = '{}'] = process.argv
const app = await createAuthority({
  databaseUrl,
  dataFolder,
  origins: originsFor(Number(port)),
  hours: aroundTheClock,
  issueDelaySeconds: 0,
  ...JSON.parse(options),
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
console.log('listening')
