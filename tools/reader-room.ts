/**
 * A fenced room with a smart card service and a virtual reader in it, for tests and measurements with real clients.
 * vpcd listens on all interfaces, so it gets a network of its own that has nothing but loopback; pcscd's socket stands on a
 * private /run. Everything in the room ends with it. `node tools/reader-room.ts COMMAND …` runs one command inside.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

/** Where vpcd waits for a card, inside the room. */
export const vpcdAddress = { host: '127.0.0.1', port: 35963 } as const
/** PC/SC's name for the first slot of vpcd's reader. */
export const virtualReader = 'Virtual PCD 00 00'

const driver = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so'
const needed = ['unshare', 'nsenter', 'setpriv', 'mount', 'ip', 'pcscd'] as const

/** Loopback up, a /run of its own, pcscd with vpcd; ends when its standard input does, for any cause. */
const inside = `
set -e
ip link set lo up
mount -t tmpfs tmpfs /run
mkdir /run/pcscd
$PCSCD --foreground >/dev/null 2>&1 &
service=$!
trap 'kill -9 $service 2>/dev/null; wait $service 2>/dev/null || true' EXIT
until [ -S /run/pcscd/pcscd.comm ]; do kill -0 $service || exit 1; sleep 0.05; done
echo open
cat >/dev/null
`

export interface Result {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  readonly cwd?: string
}

export interface ReaderRoom {
  /** Runs a command in the room to its end. Its output is text. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<Result>
  /** Starts a command that stays; it ends with the room at the latest. */
  start(command: string, args: readonly string[], options?: RunOptions): ChildProcess
  close(): Promise<void>
}

const { PATH = '' } = process.env
const search = `${PATH}:/usr/sbin:/sbin:/usr/bin:/bin`

function find(program: string): string | undefined {
  return search
    .split(':')
    .map((folder) => `${folder}/${program}`)
    .find((path) => path.startsWith('/') && existsSync(path))
}

/** How to get into namespaces: as root, by a user namespace of one's own, or by sudo without a password. */
const ways = [
  { prefix: [] as string[], flags: [] as string[], enter: [] as string[] },
  { prefix: [], flags: ['--map-root-user'], enter: ['--user', '--preserve-credentials'] },
  { prefix: ['sudo', '-n'], flags: [], enter: [] },
] as const

type Way = (typeof ways)[number]

function wayIn(): Way | undefined {
  return ways.find(({ prefix, flags }) => {
    const [command = 'unshare', ...args] = [...prefix, 'unshare', '--net', '--mount', ...flags]
    const probe = spawnSync(command, [...args, 'mount', '-t', 'tmpfs', 'tmpfs', '/run'], {
      env: { ...process.env, PATH: search },
    })
    return probe.status === 0
  })
}

/** Why there can be no room on this machine, and the remedy; undefined: there can. */
export function whyNoRoom(): string | undefined {
  if (process.platform !== 'linux') return 'the virtual reader needs Linux'
  const missing = needed.filter((program) => find(program) === undefined)
  if (missing.length > 0) return `missing programs: ${missing.join(', ')} (apt-get install pcscd)`
  if (!existsSync(driver)) return 'vpcd is not installed (apt-get install vsmartcard-vpcd)'
  if (wayIn() === undefined) return 'no network namespace: neither root, user namespaces nor sudo'
  return undefined
}

/**
 * Opens a room and waits until its card service answers.
 * @throws {Error} with the reason of `whyNoRoom`, or when the service ends at once
 */
export async function openReaderRoom(): Promise<ReaderRoom> {
  const reason = whyNoRoom()
  const way = wayIn()
  if (reason !== undefined || way === undefined) throw new Error(reason)
  const env = { ...process.env, PATH: search, PCSCD: find('pcscd') ?? 'pcscd' }
  const { prefix, flags, enter } = way
  const [command = 'unshare', ...args] = [...prefix, 'unshare', '--net', '--mount', ...flags]
  const room = spawn(
    command,
    [...args, ...(prefix.length > 0 ? ['env', `PCSCD=${env.PCSCD}`] : []), 'sh', '-c', inside],
    { env, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = new Promise<void>((resolve) => room.once('close', () => resolve()))
  const lines = createInterface({ input: room.stdout })
  // Without sudo the pid is the room's own; with it, sudo is the parent.
  const opened = await new Promise<boolean>((resolve) => {
    lines.once('line', () => resolve(true))
    lines.once('close', () => resolve(false))
    room.once('error', () => resolve(false))
  })
  const target = prefix.length > 0 ? childOf(room.pid) : room.pid
  if (!opened || target === undefined) throw new Error('the card service did not start')

  const started = new Set<ChildProcess>()
  const start: ReaderRoom['start'] = (program, programArgs, options = {}) => {
    const { env: more = {}, cwd } = options
    const whole = [
      ...prefix,
      'nsenter',
      `--target=${target}`,
      '--net',
      '--mount',
      ...enter,
      `--wd=${cwd ?? process.cwd()}`,
      // The process that opened the room may be killed: then the programs in it end too.
      'setpriv',
      '--pdeathsig=KILL',
      program,
      ...programArgs,
    ]
    const [first = 'nsenter', ...rest] = whole
    const child = spawn(first, rest, { env: { ...env, ...more }, stdio: 'pipe' })
    started.add(child)
    child.once('close', () => started.delete(child))
    child.stdin.on('error', () => undefined)
    return child
  }
  return {
    start,
    async run(program, programArgs, options = {}) {
      const child = start(program, programArgs, options)
      child.stdin?.end(options.input ?? '')
      const code = new Promise<number>((resolve, reject) => {
        child.once('error', reject)
        child.once('close', (status) => resolve(status ?? 1))
      })
      const [stdout, stderr] = await Promise.all([
        child.stdout === null ? '' : text(child.stdout),
        child.stderr === null ? '' : text(child.stderr),
      ])
      return { code: await code, stdout, stderr }
    },
    async close() {
      const ends = [...started].map(
        (child) => new Promise<void>((resolve) => child.once('close', () => resolve())),
      )
      for (const child of started) child.kill('SIGKILL')
      await Promise.all(ends)
      room.stdin.end()
      await ended
    },
  }
}

function childOf(pid: number | undefined): number | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  const child = Number.parseInt(stdout, 10)
  return Number.isNaN(child) ? undefined : child
}

if (import.meta.main) {
  const [program, ...args] = process.argv.slice(2)
  if (program === undefined) {
    console.error('usage: node tools/reader-room.ts COMMAND [ARGUMENT…]')
    process.exit(2)
  }
  const room = await openReaderRoom()
  const child = room.start(program, args)
  process.stdin.pipe(child.stdin ?? process.stdout)
  child.stdout?.pipe(process.stdout)
  child.stderr?.pipe(process.stderr)
  const code = await new Promise<number>((resolve) =>
    child.once('close', (status) => resolve(status ?? 1)),
  )
  await room.close()
  process.exit(code)
}
