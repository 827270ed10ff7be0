/** A Kazashi of a test's own: a process on a free port, with a data folder that goes with it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import type { PartyName } from '@kazashi/serve'
import { z } from 'zod'
import { asker } from './ask.ts'
import { type Browser, type BrowserOptions, newBrowser } from './browser.ts'
import { type Cards, cardsOf } from './cards.ts'
import { type ClientMetadata, type RegisteredClient, registerClient } from './clients.ts'
import { type Clock, clockOf, nextMorning } from './clock.ts'
import { TestingError } from './errors.ts'
import { type Phones, phonesOf } from './phones.ts'

export interface StartOptions {
  /** Beside authority, box and gate; each builds its page at the first start. Default none. */
  readonly also?: readonly PartyName[]
  /** Where the sandbox's clock stands; default the next ten in the morning in Japan, inside the issuing hours. */
  readonly now?: Date
  /** Hears what it says, line for line as it comes. */
  readonly onOutput?: (text: string) => void
}

export interface Kazashi extends AsyncDisposable {
  readonly issuer: string
  /** Address of the discovery document. */
  readonly discovery: string
  /** Of the parties that run. Most systems do not know `*.localhost`: see `newBrowser`. */
  readonly origins: Readonly<Record<string, string>>
  readonly dataFolder: string
  /** Of the process. */
  readonly pid: number
  readonly phones: Phones
  readonly cards: Cards
  readonly clock: Clock
  /** RFC 7591. @throws {TestingError} KAZASHI_REFUSED */
  registerClient(metadata: ClientMetadata): Promise<RegisteredClient>
  newBrowser(options?: BrowserOptions): Browser
  /** Ends the process and its database, and removes its folder. Also by `await using`, and when this process ends. */
  stop(): Promise<void>
}

const running = z.object({
  pid: z.int(),
  issuer: z.url(),
  discovery: z.url(),
  origins: z.looseObject({ authority: z.url(), box: z.url(), gate: z.url() }).catchall(z.url()),
  dataFolder: z.string(),
})
const discovered = z.object({ authorization_endpoint: z.url(), registration_endpoint: z.url() })

const always = ['box', 'gate'] as const
/** Characters of output that an error tells. */
const lastOutput = 4_000

/** Where it is started by nobody who waits for it, it does not keep this process from ending. */
function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  for (const stream of [child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref()
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  child.ref()
  const ended = once(child, 'exit')
  if (child.connected) child.disconnect()
  else child.kill()
  await ended
}

/**
 * Ready in some four seconds, the first time in some seven: then the gate's page is built.
 * @throws {TestingError} KAZASHI_NOT_STARTED with what it said
 */
export async function startKazashi(options: StartOptions = {}): Promise<Kazashi> {
  const { also = [], now, onOutput } = options
  const program = createRequire(import.meta.url).resolve('kazashi/bin.js')
  const only = [...new Set([...always, ...also])].join(',')
  const args = ['start', '--ephemeral', '--json', '--port', '0', '--only', only]
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  let told = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = `${output}${text}`.slice(-lastOutput)
    onOutput?.(text)
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      told += text
      if (told.endsWith('\n')) resolve()
    })
    const fail = (cause?: unknown) =>
      reject(new TestingError('KAZASHI_NOT_STARTED', { detail: output, cause }))
    child.once('error', fail).once('close', () => fail())
  })
  await ready
  const { origins, discovery, ...rest } = running.parse(JSON.parse(told))
  const ask = asker(() => output)
  const clock = clockOf(origins.authority, ask)
  const stop = () => end(child)
  try {
    await clock.set(now ?? nextMorning(await clock.now()))
    const { authorization_endpoint: authorization, registration_endpoint: registration } =
      await ask('GET', discovery, discovered)
    letGo(child)
    return {
      ...rest,
      discovery,
      origins,
      phones: phonesOf(origins.box, ask),
      cards: cardsOf(origins.box, ask),
      clock,
      registerClient: (metadata) => registerClient(registration, metadata, ask),
      newBrowser: (wish) => newBrowser(authorization, wish),
      stop,
      [Symbol.asyncDispose]: stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
