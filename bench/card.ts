/** The card and its reader client: commands a second, and how many commands and how long a full read and a signature take. */
import { execFileSync } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync, privateEncrypt, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import {
  type CardContents,
  type CardTransport,
  decodeContents,
  encodeContents,
  generateResident,
  memoryTransport,
  openCard,
  VirtualCard,
} from '@kazashi/card'
import { personalise } from '@kazashi/card/personalisation'
import { generateKeyPair } from '@kazashi/pki'
import { throwAwayAuthority } from '../cli/card/sandbox-authority.ts'
import { openReaderRoom, type ReaderRoom, virtualReader, whyNoRoom } from '../tools/reader-room.ts'
import type { Benchmark, Metric, Reference } from './report.ts'
import { password, pin, readCertificates, readWhole, signOnce } from './room/work.ts'

const memoryRuns = 5
const readerRuns = 3
const readsARun = 20_000
const signaturesARun = 100
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

async function newCard(): Promise<CardContents> {
  const now = new Date()
  const resident = generateResident(1, now)
  const [signing, authentication] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const issued = await throwAwayAuthority(resident, { signing, authentication }, now)
  return personalise({
    resident,
    ...issued,
    securityCode: '1234',
    secrets: {
      signingPassword: password,
      authenticationPin: pin,
      cardDataPin: pin,
      residentRegisterPin: pin,
    },
    keys: { signing: signing.privateKey, authentication: authentication.privateKey },
    random,
    today: now,
  })
}

const fresh = (contents: CardContents): VirtualCard =>
  new VirtualCard(decodeContents(encodeContents(contents)), random)

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let i = 0; i < times; i += 1) results.push(await work())
  return results
}

/** Runs a second of `work` done `count` times; the first run warms up and is not counted. */
async function perSecond(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const runs = await repeat(memoryRuns + 1, async () => {
    const start = performance.now()
    for (let i = 0; i < count; i += 1) await work()
    return (count / (performance.now() - start)) * 1000
  })
  return runs.slice(1)
}

const readBinary = Uint8Array.of(0x00, 0xb0, 0x00, 0x00, 0x00)

async function readsInMemory(contents: CardContents): Promise<Metric> {
  const transport = memoryTransport(fresh(contents))
  await openCard(transport).readCertificate('authentication')
  const response = new Uint8Array(258)
  const echo: CardTransport = { ...transport, transmit: async () => response.slice() }
  return {
    name: 'READ BINARY of 256 bytes in memory',
    unit: 'APDU/s',
    better: 'higher',
    runs: await perSecond(readsARun, () => transport.transmit(readBinary)),
    peer: { name: 'no other card in software that runs in Node is known', runs: null },
    limit: {
      name: 'bare echo behind the same interface',
      runs: await perSecond(readsARun, () => echo.transmit(readBinary)),
    },
    target: { of: 'unit', atLeast: 50_000 },
  }
}

/** Private operations a second of one core, as openssl measures itself. */
function opensslSpeed(): Reference {
  const name = 'openssl speed rsa2048'
  try {
    const args = ['speed', '-mr', '-seconds', '1', 'rsa2048']
    const output = execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' })
    const seconds = Number(/^\+F2:\d+:2048:([\d.e+-]+)/m.exec(output)?.[1])
    return Number.isFinite(seconds) && seconds > 0
      ? { name, runs: [seconds < 1 ? 1 / seconds : seconds] }
      : { name: `${name} (output not understood)`, runs: null }
  } catch {
    return { name: 'openssl is not installed', runs: null }
  }
}

async function signaturesInMemory(contents: CardContents): Promise<Metric> {
  const signer = await openCard(memoryTransport(fresh(contents))).signer('authentication', pin)
  const data = new Uint8Array(32)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const digestInfo = Buffer.alloc(51)
  return {
    name: 'signature in memory (RSA-2048)',
    unit: 'signatures/s',
    better: 'higher',
    runs: await perSecond(signaturesARun, () => signer.sign(data)),
    peer: opensslSpeed(),
    limit: {
      name: 'the bare RSA operation in Node',
      runs: await perSecond(signaturesARun, async () => privateEncrypt(key, digestInfo)),
    },
    target: { of: 'limit', atLeast: 0.8 },
  }
}

interface Count {
  readonly commands: number
  /** Fewest commands with short length: an applet, a secret, a key one each, 256 bytes a read. */
  readonly fewest: number
}

/** Counts the commands of a piece of work, and the fewest that it needs. */
async function count(
  contents: CardContents,
  work: (client: ReturnType<typeof openCard>) => Promise<void>,
): Promise<Count> {
  const sent: Uint8Array[] = []
  const transport = memoryTransport(fresh(contents), { onExchange: (c) => sent.push(c) })
  await work(openCard(transport))
  const applets = sent.filter((c) => c[1] === 0xa4 && c[2] === 0x04).length
  const secrets = sent.filter((c) => c[1] === 0x20 && c.length > 5).length
  const signatures = sent.filter((c) => c[1] === 0x2a).length
  const reads = sent.filter((c) => c[1] === 0xb0 && (c[4] === 0 || c.length === 5)).length
  return { commands: sent.length, fewest: applets + secrets + signatures + reads }
}

/** Cost of a program in the room: milliseconds, and commands at the card. */
interface Taken {
  readonly milliseconds: number
  readonly commands: number
}

async function withCardInReader<T>(
  room: ReaderRoom,
  args: readonly string[],
  use: (commands: () => Promise<number>) => Promise<T>,
): Promise<T> {
  const script = resolve(import.meta.dirname, 'room/counting-card.ts')
  // pcscd notices only after a while that the card before is gone.
  const present = async () =>
    /\bYes\b/.test((await room.run('opensc-tool', ['--list-readers'])).stdout)
  while (await present());
  const card = room.start(process.execPath, [script, ...args])
  if (card.stdout === null || card.stdin === null) throw new Error('no pipes')
  card.stderr?.pipe(process.stderr)
  const lines = createInterface({ input: card.stdout })[Symbol.asyncIterator]()
  const commands = async (): Promise<number> => {
    card.stdin?.write('\n')
    return Number((await lines.next()).value)
  }
  try {
    const { code } = await room.run('opensc-tool', ['--wait', '--atr'])
    if (code !== 0) throw new Error('the card does not appear in the reader')
    await commands()
    return await use(commands)
  } finally {
    const ended = new Promise((done) => card.once('close', done))
    card.stdin.end()
    await ended
  }
}

const client = resolve(import.meta.dirname, 'room/client.ts')
async function ours(room: ReaderRoom, what: 'latency' | 'read' | 'sign'): Promise<number> {
  const { stdout, stderr } = await room.run(process.execPath, [client, what, virtualReader])
  const milliseconds = Number(stdout)
  if (stdout === '' || Number.isNaN(milliseconds)) throw new Error(`client: ${stderr}`)
  return milliseconds
}

/** Tells OpenSC which card it is, so that it does not try its other drivers first. */
const onlyJpki = 'app default {\n  card_drivers = jpki;\n}\n'

async function overReader(contents: CardContents): Promise<{
  metrics: (full: Count, certificates: Count, signature: Count) => Metric[]
  notes: string[]
}> {
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-bench-'))
  const room = await openReaderRoom()
  try {
    const echo = await withCardInReader(room, [], () =>
      repeat(readerRuns, () => ours(room, 'latency')),
    )
    const file = join(folder, 'card.json')
    await writeFile(file, encodeContents(contents), { mode: 0o600 })
    const configuration = join(folder, 'opensc.conf')
    await writeFile(configuration, onlyJpki)
    const opensc = async (
      commands: () => Promise<number>,
      runs: readonly (readonly [string, ...string[]])[],
      env: Readonly<Record<string, string>>,
    ): Promise<Taken> => {
      await commands()
      const start = performance.now()
      for (const [program, ...args] of runs) {
        const { code, stderr } = await room.run(program, args, { env, cwd: folder })
        if (code !== 0) throw new Error(`${program}: ${stderr}`)
      }
      return { milliseconds: performance.now() - start, commands: await commands() }
    }
    const readRuns = [
      ['pkcs15-tool', '--read-certificate', '01'],
      ['pkcs15-tool', '--read-certificate', '03'],
      ['pkcs15-tool', '--read-certificate', '04'],
      [
        ...(['pkcs15-tool', '--read-certificate', '02', '--verify-pin'] as const),
        ...['--auth-id', '02', '--pin', password],
      ],
    ] as const satisfies readonly (readonly [string, ...string[]])[]
    await writeFile(join(folder, 'data'), 'data')
    const signRuns = [
      [
        ...(['pkcs11-tool', '--slot-index', '0', '--login', '--pin', pin, '--sign'] as const),
        ...['--id', '01', '-m', 'SHA256-RSA-PKCS', '--input-file', 'data', '--output-file', 'sig'],
      ],
    ] as const satisfies readonly (readonly [string, ...string[]])[]
    return await withCardInReader(room, [file], async (commands) => {
      const latency = await repeat(readerRuns, () => ours(room, 'latency'))
      const read = await repeat(readerRuns, () => ours(room, 'read'))
      const sign = await repeat(readerRuns, () => ours(room, 'sign'))
      const tuned = { OPENSC_CONF: configuration }
      const openscRead = await opensc(commands, readRuns, tuned)
      const openscSign = await repeat(readerRuns, () => opensc(commands, signRuns, tuned))
      const asInstalled = {
        read: await opensc(commands, readRuns, {}),
        sign: await opensc(commands, signRuns, {}),
      }
      const raw = async (times: number): Promise<number> => {
        const commands = Array.from({ length: times }, () => ['-s', '00B0000000']).flat()
        const start = performance.now()
        await room.run('opensc-tool', commands, { env: tuned })
        return performance.now() - start
      }
      // Two lengths, so that the program's start falls out of the difference.
      const openscLatency = await repeat(
        readerRuns,
        async () => (-(await raw(5)) + (await raw(45))) / 40,
      )
      const wire = echo.toSorted((a, b) => a - b)[1] ?? 0
      const metrics = (full: Count, certificates: Count, signature: Count): Metric[] => [
        {
          name: 'commands over the virtual reader',
          unit: 'APDU/s',
          better: 'higher',
          runs: latency.map((ms) => 1000 / ms),
          peer: { name: 'opensc-tool -s', runs: openscLatency.map((ms) => 1000 / ms) },
          limit: { name: 'the reader with a bare echo', runs: echo.map((ms) => 1000 / ms) },
          target: { of: 'limit', atLeast: 0.95 },
        },
        {
          name: 'four certificates, commands',
          unit: 'APDU',
          better: 'lower',
          runs: [certificates.commands],
          peer: { name: 'OpenSC, driver given', runs: [openscRead.commands] },
          limit: { name: 'fewest, short length', runs: [certificates.fewest] },
          target: { of: 'peer', atLeast: 1 },
        },
        {
          name: 'one signature, commands',
          unit: 'APDU',
          better: 'lower',
          runs: [signature.commands],
          peer: { name: 'OpenSC, driver given', runs: openscSign.map((run) => run.commands) },
          limit: { name: 'fewest, short length', runs: [signature.fewest] },
          target: { of: 'peer', atLeast: 1 },
        },
        {
          name: 'full read over the virtual reader',
          unit: 's',
          better: 'lower',
          runs: read.map((ms) => ms / 1000),
          peer: { name: 'OpenSC reads no attributes and no photo', runs: null },
          limit: { name: `echo × ${full.commands}`, runs: [(wire * full.commands) / 1000] },
          target: { of: 'limit', atLeast: 0.9 },
        },
        {
          name: 'one signature over the virtual reader',
          unit: 's',
          better: 'lower',
          runs: sign.map((ms) => ms / 1000),
          peer: {
            name: 'OpenSC, driver given, with its start',
            runs: openscSign.map((run) => run.milliseconds / 1000),
          },
          limit: {
            name: `echo × ${signature.commands}`,
            runs: [(wire * signature.commands) / 1000],
          },
          target: { of: 'peer', atLeast: 1 },
        },
      ]
      const notes = [
        `The virtual reader takes ${wire.toFixed(1)} ms a command from a bare echo, with any card: that is vpcd, not the card.`,
        `OpenSC's peer values are with card_drivers = jpki; as installed it tries its other drivers first: ${asInstalled.read.commands} commands for the four certificates (four runs of pkcs15-tool), ${asInstalled.sign.commands} for one signature.`,
        'OpenSC reads a certificate by a program run of its own, which selects and reads the token again each time.',
      ]
      return { metrics, notes }
    })
  } finally {
    await room.close()
    await rm(folder, { recursive: true })
  }
}

export const benchmark: Benchmark = {
  name: 'card',
  description: 'card in software and reader client',
  async measure() {
    const contents = await newCard()
    const [full, certificates, signature] = [
      await count(contents, readWhole),
      await count(contents, readCertificates),
      await count(contents, signOnce),
    ]
    const metrics = [await readsInMemory(contents), await signaturesInMemory(contents)]
    metrics.push({
      name: 'full read, commands',
      unit: 'APDU',
      better: 'lower',
      runs: [full.commands],
      peer: { name: 'OpenSC reads no attributes and no photo', runs: null },
      limit: { name: 'fewest, short length', runs: [full.fewest] },
      target: { of: 'limit', atLeast: 0.75 },
    })
    const reason =
      whyNoRoom() ?? (existsSync('/usr/bin/pkcs15-tool') ? undefined : 'OpenSC is not installed')
    if (reason !== undefined) {
      return {
        metrics,
        notes: [`The virtual reader is NOT AVAILABLE here, its rows are missing: ${reason}.`],
      }
    }
    const reader = await overReader(contents)
    return {
      metrics: [...metrics, ...reader.metrics(full, certificates, signature)],
      notes: reader.notes,
    }
  },
}
