/** Three authority processes that answer and two that work, on one PostgreSQL that was there before, behind a round-robin. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as httpRequest, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Embedded, startEmbedded } from '@kazashi/database/embedded'
import {
  hostOf,
  localFetch,
  type Origins,
  originsFor,
  type Party,
  type PartyName,
  partyNames,
} from '@kazashi/serve'
import { type AuthorityClient, authorityClient, unwrap } from '../api/client.ts'
import { readRoleTokens } from '../index.ts'
import { freePort } from './harness.ts'

const answering = 3
const working = 2

export interface Many {
  readonly origins: Origins
  readonly publicPort: number
  readonly client: AuthorityClient
  readonly databaseUrl: string
  now(): Promise<Date>
  /** To one of the processes that answer, past the round-robin; one for each. */
  readonly direct: readonly (typeof fetch)[]
  /** Requests that each of them got through the round-robin. */
  readonly served: readonly number[]
  close(): Promise<void>
}

/** Sends the request to that port, with the Host name it was meant for. */
const fetchFrom =
  (port: number): typeof fetch =>
  async (input, init) => {
    const asked = new Request(input, init)
    const { method, url, headers } = asked
    const { host, pathname, search } = new URL(url)
    const body = Buffer.from(await asked.arrayBuffer())
    const sent = httpRequest({
      host: '127.0.0.1',
      port,
      method,
      path: `${pathname}${search}`,
      headers: { ...Object.fromEntries(headers), host, 'content-length': body.length },
    })
    sent.end(body)
    const [answer] = await once(sent, 'response')
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk)
    const empty = answer.statusCode === 204 || answer.statusCode === 304
    return new Response(empty ? null : Buffer.concat(chunks), {
      status: answer.statusCode,
      headers: { 'content-type': answer.headers['content-type'] ?? '' },
    })
  }

/** What servers call of the gate has plain `localhost`, whose other paths are the authority's. */
const portOf = (beside: ReadonlyMap<string, number>, host = '', path = ''): number | undefined =>
  beside.get(
    path.startsWith('/api/realms/') ? host.replace(/^localhost/, 'gate.kazashi.localhost') : host,
  )

/** The next request goes to the next port, or where its Host name belongs; bodies and answers are passed on as they come. */
function roundRobin(
  ports: readonly number[],
  served: number[],
  beside: ReadonlyMap<string, number>,
): RequestListener {
  let turn = 0
  const next = () => {
    const at = turn % ports.length
    turn += 1
    served[at] = (served[at] ?? 0) + 1
    return ports[at]
  }
  return (request, response) => {
    const { method, url: path, headers } = request
    const port = portOf(beside, headers.host, path) ?? next()
    // A kept connection may have been closed by its process just now, and what was sent on it is lost.
    const onward = httpRequest({ agent: false, host: '127.0.0.1', port, method, path, headers })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    Readable.from(request).pipe(onward)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.stdin?.end()
  await ended
}

interface Place {
  readonly origins: Origins
  readonly databaseUrl: string
  /** Of the authority. */
  readonly dataFolder: string
}

export interface ManyOptions {
  /** Issue in the usual hours and some seconds later, instead of around the clock and at once. */
  readonly hours?: boolean
  /** Other parties in this process, under their own Host names. */
  readonly beside?: (place: Place) => Promise<Partial<Record<PartyName, Party>>>
}

/** All start at the same moment, on an empty database and an empty data folder. */
export async function startMany({ hours = false, beside }: ManyOptions = {}): Promise<Many> {
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-many-'))
  const database: Embedded = await startEmbedded({ folder: join(folder, 'postgres') })
  const dataFolder = join(folder, 'authority')
  const publicPort = await freePort()
  const ports = await Promise.all(Array.from({ length: answering }, freePort))
  const served = ports.map(() => 0)
  const origins = originsFor(publicPort)
  const besides = new Map<string, number>()
  const onward = roundRobin(ports, served, besides)
  // Programs that ask for plain `localhost` may come either way.
  const proxies = ['127.0.0.1', '::1'].map((host) => ({ host, server: createServer(onward) }))
  const children: ChildProcess[] = []
  const parties: Party[] = []
  const close = async () => {
    for (const { server } of proxies) {
      server.closeAllConnections()
      server.close()
    }
    for (const party of parties) await party.close()
    await Promise.all(children.map(end))
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const program = join(import.meta.dirname, 'one-of-many.ts')
    const tasks = [...ports.map(String), ...Array.from({ length: working }, () => 'work')]
    const ready = tasks.map(async (task) => {
      const args = [program, database.url, dataFolder, String(publicPort), task]
      if (hours) args.push('hours')
      const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
      children.push(child)
      const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
      if (!String(line).includes('ready')) throw new Error(`${task} did not start`)
      // Its warnings: a fault of one process is seen by others as an answer that does not come.
      child.stdout.pipe(process.stderr, { end: false })
    })
    await Promise.all(ready)
    for (const { host, server } of proxies) {
      server.listen(publicPort, host)
      await once(server, 'listening')
    }
    const place = { origins, databaseUrl: database.url, dataFolder }
    const others = (await beside?.(place)) ?? {}
    for (const name of partyNames) {
      const party = others[name]
      if (party === undefined) continue
      parties.push(party)
      await party.listen({ host: '127.0.0.1', port: 0 })
      const address = party.server.address()
      if (address === null || typeof address === 'string') throw new TypeError('no port')
      besides.set(hostOf(origins[name]), address.port)
    }
    const tokens = await readRoleTokens(dataFolder)
    const client = authorityClient(origins.authority, localFetch, tokens)
    return {
      origins,
      publicPort,
      client,
      served,
      close,
      databaseUrl: database.url,
      direct: ports.map(fetchFrom),
      now: async () => new Date(unwrap(await client.GET('/sandbox/clock')).now),
    }
  } catch (error) {
    await close()
    throw error
  }
}
