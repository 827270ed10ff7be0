/** Several authority processes on one database, each asked directly. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RoleTokens, readRoleTokens } from '@kazashi/authority'
import { startEmbedded } from '@kazashi/database/embedded'
import { type Origins, originsFor } from '@kazashi/serve'

interface Asked {
  readonly method: string
  /** Absolute: its Host name goes with it. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface Processes {
  readonly origins: Origins
  readonly databaseUrl: string
  readonly tokens: RoleTokens
  /** Of each process that answers; connections are kept. @returns the body @throws for a status above 299 */
  readonly ask: readonly ((asked: Asked) => Promise<Buffer>)[]
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return address.port
}

function asker(port: number, agent: Agent) {
  return async ({ method, url, headers, body = '' }: Asked): Promise<Buffer> => {
    const { host, pathname: path } = new URL(url)
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request({
      host: '127.0.0.1',
      port,
      agent,
      method,
      path,
      headers: { ...headers, ...length, host },
    })
    sent.end(body)
    const [answer] = await once(sent, 'response')
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk)
    const got = Buffer.concat(chunks)
    if (answer.statusCode > 299) throw new Error(`${method} ${url}: ${answer.statusCode} ${got}`)
    return got
  }
}

/** @param answering processes that listen @param working processes that issue and deliver */
export async function startProcesses(answering: number, working: number): Promise<Processes> {
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-bench-'))
  const database = await startEmbedded({ folder: join(folder, 'postgres') })
  const dataFolder = join(folder, 'authority')
  const publicPort = await freePort()
  const ports = await Promise.all(Array.from({ length: answering }, freePort))
  const agent = new Agent({ keepAlive: true })
  const children: ChildProcess[] = []
  const close = async () => {
    agent.destroy()
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const ended = once(child, 'exit')
      child.stdin?.end()
      await ended
    }
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const program = join(import.meta.dirname, 'process.ts')
    for (const task of [...ports.map(String), ...Array.from({ length: working }, () => 'work')]) {
      const args = [program, database.url, dataFolder, String(publicPort), task]
      const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
      children.push(child)
      const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
      if (!String(line).includes('ready')) throw new Error(`${task} did not start`)
    }
    return {
      origins: originsFor(publicPort),
      databaseUrl: database.url,
      tokens: await readRoleTokens(dataFolder),
      ask: ports.map((port) => asker(port, agent)),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
