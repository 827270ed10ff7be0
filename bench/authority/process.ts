/** One authority process of several, until its input ends: node process.ts DATABASE_URL DATA_FOLDER PUBLIC_PORT (PORT | work) */
import { createAuthority } from '@kazashi/authority'
import { originsFor } from '@kazashi/serve'

const [, , databaseUrl = '', dataFolder = '', publicPort = '', port = ''] = process.argv
const work = port === 'work'
const origins = originsFor(Number(publicPort))
const app = await createAuthority({ databaseUrl, dataFolder, origins, work })
if (!work) await app.listen({ host: '127.0.0.1', port: Number(port) })
console.log('ready')
process.stdin.resume().on('end', () => app.close().then(() => process.exit(0)))
