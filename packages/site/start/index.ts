/**
 * A site of the sandbox by itself, in a folder of its own, beside a Kazashi that runs (Node only): its keys, its registration at the
 * gate, its database, its port. What `kazashi start` does for the sites that it brings is done here for one.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '@kazashi/database/embedded'
import { embeddedNextSteps } from '@kazashi/database/embedded-errors'
import { CodedError } from '@kazashi/errors'
import { createLogger, type Origins, originsFor, type Party, type PartyName } from '@kazashi/serve'
import { type SigningSite, signingSite } from './client.ts'
import { SiteStartError } from './errors.ts'
import { register } from './register.ts'

export { type SigningSite, type Site, type SiteMetadata, signingSite } from './client.ts'

/** What a site is made of, whoever starts it. */
export interface Given {
  readonly origins: Origins
  /** As the gate knows the site. */
  readonly client: SigningSite['settings']
  /** postgresql://…; of the site alone. */
  readonly databaseUrl: string
  /** Absolute; of the site alone. */
  readonly dataFolder: string
  readonly logger: ReturnType<typeof createLogger>
  readonly sandbox: true
}

export interface StandAlone {
  readonly name: PartyName
  /** As the phone shows it. */
  readonly title: string
  /** As `Site` has it. */
  readonly signs?: readonly string[]
  readonly create: (given: Given) => Promise<Party>
}

const usage = (name: string): string => `usage: node start.ts [options]

Starts "${name}" by itself, beside a Kazashi that runs on this machine.

  --issuer URL        of the gate; default http://localhost:8080/api/realms/main
  --port PORT         of the site; default 8090
  --data DIR          its keys and its database; default data
  --database-url URL  a PostgreSQL server in place of the embedded one`

const options = {
  issuer: { type: 'string', default: 'http://localhost:8080/api/realms/main' },
  port: { type: 'string', default: '8090' },
  data: { type: 'string', default: 'data' },
  'database-url': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

function readOptions(name: string, args: readonly string[]) {
  const refuse = (why: string): never => {
    console.error(`${why}\n\n${usage(name)}`)
    process.exit(2)
  }
  try {
    const { values } = parseArgs({ args: [...args], options })
    const port = Number(values.port)
    if (!URL.canParse(values.issuer)) return refuse(`--issuer ${values.issuer} is no address`)
    if (!/^\d+$/.test(values.port) || port === 0 || port > 65_535)
      return refuse(`--port ${values.port} is no port`)
    return { ...values, port }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

/** The parties of the Kazashi at `issuer`, and this one at a port of its own: the same name, so that all are one site (HTML §7.1.1). */
function originsBeside(issuer: string, name: PartyName, port: number): Origins {
  const { port: theirs, protocol } = new URL(issuer)
  const origins = originsFor(Number(theirs === '' ? (protocol === 'https:' ? 443 : 80) : theirs))
  return { ...origins, [name]: originsFor(port)[name] }
}

const isStep = (next: unknown): next is keyof typeof embeddedNextSteps =>
  typeof next === 'string' && Object.hasOwn(embeddedNextSteps, next)

function report(error: unknown): void {
  if (!(error instanceof CodedError)) throw error
  const { message, next } = error
  console.error(`${message}\nNext: ${isStep(next) ? embeddedNextSteps[next] : next}`)
  process.exitCode = 1
}

/** The one that is given, or one of the site's own. @param onLost it has gone by itself */
async function openDatabase(
  given: string | undefined,
  folder: string,
  onLost: (error: Error) => Promise<void>,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  if (given !== undefined) return { url: given, stop: async () => {} }
  return startEmbedded({ folder, onLost })
}

async function run(site: StandAlone, args: readonly string[]): Promise<void> {
  const { name, title, signs, create } = site
  const { help, issuer, port, data, 'database-url': given } = readOptions(name, args)
  if (help) return console.log(usage(name))
  const dataFolder = resolve(data)
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const origins = originsBeside(issuer, name, port)
  const client = await register(
    await signingSite({
      name,
      title,
      dataFolder,
      origin: origins[name],
      issuer,
      ...(signs && { signs }),
    }),
  )
  const closes: (() => Promise<unknown>)[] = []
  const end = async () => {
    for (const close of closes.splice(0).reverse()) await close()
  }
  const onLost = async (error: Error) => {
    report(error)
    await end()
    process.exit()
  }
  const database = await openDatabase(given, join(dataFolder, 'database'), onLost)
  closes.push(() => database.stop())
  try {
    const logger = createLogger('warn')
    const databaseUrl = database.url
    const party = await create({ origins, client, databaseUrl, dataFolder, logger, sandbox: true })
    closes.push(() => party.close())
    await party.listen({ port, host: 'localhost' }).catch((cause: unknown) => {
      if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')
        throw new SiteStartError('PORT_IN_USE', { detail: String(port), cause })
      throw cause
    })
  } catch (error) {
    await end()
    throw error
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())
  console.log(`${title} is running. Open\n\n  ${origins[name]}\n\nEnd it with Ctrl-C.`)
}

/** Runs until it is told to end. Ends with 1 and a code where it cannot start, with 2 where it is called wrongly. */
export async function startAlone(site: StandAlone, args = process.argv.slice(2)): Promise<void> {
  await run(site, args).catch(report)
}
