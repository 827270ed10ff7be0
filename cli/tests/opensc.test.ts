/** A card of ours in front of programs not written here: OpenSC and openssl, by pcscd and the virtual reader (vpcd). */
import { type ChildProcess, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { attributeOf, fromPem, parseCertificate } from '@kazashi/pki'
import { afterAll, expect, onTestFinished, type TestContext, test } from 'vitest'
import { z } from 'zod'
import { newPdf } from '../../packages/documents/pdf/test-pdfs.ts'
import {
  openReaderRoom,
  type ReaderRoom,
  type Result,
  virtualReader,
  vpcdAddress,
  whyNoRoom,
} from '../../tools/reader-room.ts'

const kazashi = resolve(import.meta.dirname, '../bin.js')
const signPassword = 'ABC123'
const pin = '1234'

const missing = ['/usr/bin/pkcs15-tool', '/usr/bin/pkcs11-tool', '/usr/bin/openssl'].filter(
  (path) => !existsSync(path),
)
const whyNot =
  whyNoRoom() ??
  (missing.length > 0
    ? `missing: ${missing.join(', ')} (apt-get install opensc openssl)`
    : undefined)

let opened: ReaderRoom | undefined
afterAll(() => opened?.close())

interface Held {
  readonly folder: string
  readonly file: string
  /** A program in the room. */
  run(program: string, ...args: string[]): Promise<Result>
  /** `kazashi` in the room; its standard output as JSON of this shape. */
  kazashi<T>(shape: z.ZodType<T>, ...args: string[]): Promise<T>
  kazashi(shape: undefined, ...args: string[]): Promise<Result>
  insert(): Promise<void>
  remove(): Promise<void>
}

/** Seconds in which the card service has to see a card. */
const seenWithin = 20

/** A new card in a file, and a room to read it in; `insert` puts it into the reader. */
async function newCard(ctx: TestContext): Promise<Held> {
  if (whyNot !== undefined) return ctx.skip(whyNot)
  opened ??= await openReaderRoom()
  const room = opened
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-card-'))
  const file = join(folder, 'taro.card')
  const env = { XDG_CONFIG_HOME: folder }
  let serving: ChildProcess | undefined
  const run: Held['run'] = (program, ...args) => room.run(program, args, { env, cwd: folder })
  async function ask(shape: undefined, ...args: string[]): Promise<Result>
  async function ask<T>(shape: z.ZodType<T>, ...args: string[]): Promise<T>
  async function ask<T>(shape: z.ZodType<T> | undefined, ...args: string[]): Promise<T | Result> {
    const result = await run(process.execPath, kazashi, 'card', ...args)
    if (shape === undefined) return result
    expect(result).toMatchObject({ code: 0 })
    return shape.parse(JSON.parse(result.stdout))
  }
  const remove = async (): Promise<void> => {
    const child = serving
    serving = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((done) => child.once('close', done))
    child.kill('SIGTERM')
    await ended
  }
  onTestFinished(async () => {
    await remove()
    await rm(folder, { recursive: true })
  })
  const held: Held = {
    folder,
    file,
    run,
    kazashi: ask,
    remove,
    async insert() {
      // pcscd notices only after a while that the card before is gone.
      const present = async () =>
        /\bYes\b/.test((await run('opensc-tool', '--list-readers')).stdout)
      while (await present());
      // The card service may miss a card that comes at once after another: it is put in again then.
      for (let attempt = 1; ; attempt += 1) {
        const child = room.start(process.execPath, [kazashi, 'card', 'serve', file], { env })
        serving = child
        let said = ''
        for (const stream of [child.stdout, child.stderr]) {
          stream?.on('data', (text: Buffer) => {
            said += text.toString()
          })
        }
        const { code } = await run('timeout', `${seenWithin}`, 'opensc-tool', '--wait', '--atr')
        if (code === 0) return
        await remove()
        if (attempt === 3) throw new Error(`the reader does not see the card: ${said}`)
      }
    },
  }
  await ask(
    z.unknown(),
    ...['new', '--out', file, '--seed', '7', '--json'],
    ...['--sign-password', signPassword, '--pin', pin],
  )
  return held
}

const pems = z.object({
  certificates: z.object({
    signing: z.string(),
    authentication: z.string(),
    signingCa: z.string(),
    authenticationCa: z.string(),
  }),
})
const readCertificates = (card: Held, ...source: string[]) =>
  card.kazashi(
    pems,
    ...['read', 'certificates', ...source, '--sign-password', signPassword, '--json'],
  )

/** openssl, outside the room. */
const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' })

/** The DER of the one certificate in a text, whatever is written around it. */
const derOf = (pem: string): string =>
  (/-----BEGIN CERTIFICATE-----([^-]*)-----END/.exec(pem)?.[1] ?? '').replaceAll(/\s/g, '')

const count = (text: string, line: RegExp): number => text.match(line)?.length ?? 0
const triesLeft = async (card: Held): Promise<number[]> => {
  const { stdout } = await card.run('pkcs15-tool', '--list-pins')
  return [...stdout.matchAll(/Tries left\s*: (\d+)/g)].map((match) => Number(match[1]))
}

test('ISO/IEC 7816-15 §8 OpenSC finds four certificates, two keys and two PINs on a new card', async (ctx) => {
  const card = await newCard(ctx)
  await card.insert()
  const { code, stdout } = await card.run(
    'pkcs15-tool',
    ...['--list-certificates', '--list-keys', '--list-pins'],
  )
  expect(code).toBe(0)
  expect(stdout.match(/^X\.509 Certificate \[.*\]$/gm)).toEqual([
    'X.509 Certificate [User Authentication Certificate]',
    'X.509 Certificate [Digital Signature Certificate]',
    'X.509 Certificate [User Authentication Certificate CA]',
    'X.509 Certificate [Digital Signature Certificate CA]',
  ])
  expect(count(stdout, /^Private RSA Key \[/gm)).toBe(2)
  expect(count(stdout, /ModLength\s*: 2048/g)).toBe(2)
  expect(count(stdout, /^PIN \[/gm)).toBe(2)
  expect(await triesLeft(card)).toEqual([3, 5])
})

test('ISO 7816-4 §5.4 OpenSC reads the signing certificate only after its password', async (ctx) => {
  const card = await newCard(ctx)
  const { certificates } = await readCertificates(card, '--file', card.file)
  await card.insert()
  const read = (id: string, ...more: string[]) =>
    card.run('pkcs15-tool', '--read-certificate', id, ...more)
  expect(derOf((await read('01')).stdout)).toBe(derOf(certificates.authentication))
  expect(derOf((await read('03')).stdout)).toBe(derOf(certificates.authenticationCa))
  expect(derOf((await read('04')).stdout)).toBe(derOf(certificates.signingCa))
  const closed = await read('02')
  expect(closed.code).not.toBe(0)
  expect(closed.stdout).not.toContain('BEGIN CERTIFICATE')
  const open = await read('02', '--verify-pin', '--auth-id', '02', '--pin', signPassword)
  expect(derOf(open.stdout)).toBe(derOf(certificates.signing))
})

test('PKCS #11 v2.40 §2.1.6 signatures by both keys of the card are verified by openssl', async (ctx) => {
  const card = await newCard(ctx)
  const { certificates } = await readCertificates(card, '--file', card.file)
  await card.insert()
  const data = join(card.folder, 'data')
  const digestInfo = join(card.folder, 'digest-info')
  await writeFile(data, '利用申請をします')
  const prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex')
  const hash = execFileSync('openssl', ['dgst', '-sha256', '-binary', data])
  await writeFile(digestInfo, Buffer.concat([prefix, hash]))
  for (const [slot, id, secret, kind] of [
    ['0', '01', pin, 'authentication'],
    ['1', '02', signPassword, 'signing'],
  ] as const) {
    const certificate = join(card.folder, `${kind}.pem`)
    const key = join(card.folder, `${kind}.key`)
    await writeFile(certificate, certificates[kind])
    await writeFile(key, openssl('x509', '-in', certificate, '-pubkey', '-noout'))
    for (const [mechanism, input] of [
      ['SHA256-RSA-PKCS', data],
      ['RSA-PKCS', digestInfo],
    ] as const) {
      const signature = join(card.folder, `${kind}.${mechanism}`)
      const { code } = await card.run(
        'pkcs11-tool',
        ...['--slot-index', slot, '--login', '--pin', secret, '--sign', '--id', id],
        ...['-m', mechanism, '--input-file', input, '--output-file', signature],
      )
      expect(code).toBe(0)
      const verified = openssl('dgst', '-sha256', '-verify', key, '-signature', signature, data)
      expect(verified).toContain('Verified OK')
    }
  }
})

test('ISO 7816-4 §7.5.6 a wrong PIN shows the tries left, the third blocks, and the file remembers it', async (ctx) => {
  const card = await newCard(ctx)
  await card.insert()
  const tryPin = (value: string) =>
    card.run('pkcs15-tool', '--verify-pin', '--auth-id', '01', '--pin', value)
  for (const left of [2, 1, 0]) {
    expect((await tryPin('0000')).stderr).toContain('PIN code or key incorrect')
    expect(await triesLeft(card)).toEqual([left, 5])
  }
  expect((await tryPin(pin)).stderr).toContain('Reference data not usable')
  const sign = await card.run('pkcs11-tool', '--slot-index', '0', '--login', '--pin', pin)
  expect(sign.code).not.toBe(0)
  const counters = z.object({
    secrets: z.record(z.string(), z.object({ triesLeft: z.number(), blocked: z.boolean() })),
  })
  await card.remove()
  const { secrets } = await card.kazashi(counters, 'status', '--file', card.file, '--json')
  expect(secrets['authentication-pin']).toEqual({ triesLeft: 0, blocked: true })
  expect(secrets['signing-password']).toEqual({ triesLeft: 5, blocked: false })
})

test('PC/SC part 5 §3.2.5 kazashi card reads, signs and looks over PC/SC as from the file', async (ctx) => {
  const card = await newCard(ctx)
  const source = ['--reader', virtualReader]
  const { certificates } = await readCertificates(card, '--file', card.file)
  await card.insert()
  expect((await readCertificates(card, ...source)).certificates).toEqual(certificates)
  const person = z.object({
    carrier: z.literal('card'),
    attributes: z.object({ name: z.string(), birthDate: z.iso.date() }),
    myNumber: z.string().regex(/^\d{12}$/),
  })
  const { myNumber } = await card.kazashi(
    person,
    ...['read', 'attributes', 'my-number', ...source, '--data-pin', pin, '--json'],
  )
  const out = join(card.folder, 'out')
  await card.kazashi(
    z.object({ photo: z.base64() }),
    ...['read', 'photo', ...source, '--number', myNumber, '--out', out, '--json'],
  )
  // The signature box of JPEG 2000 (ISO/IEC 15444-1 §I.5.1).
  expect((await readFile(join(out, 'photo.jp2'))).toString('hex', 0, 8)).toBe('0000000c6a502020')
  const data = join(card.folder, 'letter')
  await writeFile(data, '拝啓')
  const cms = join(card.folder, 'letter.p7s')
  await card.kazashi(
    z.object({ algorithm: z.literal('RS256') }),
    ...['sign', ...source, '--in', data, '--out', cms, '--form', 'cms', '--json'],
    ...['--sign-password', signPassword],
  )
  const ca = join(card.folder, 'ca.pem')
  await writeFile(ca, certificates.signingCa)
  const opened = openssl(
    ...['cms', '-verify', '-inform', 'DER', '-in', cms, '-CAfile', ca, '-purpose', 'any'],
  )
  expect(opened).toContain('拝啓')
  await card.kazashi(
    z.object({ secrets: z.record(z.string(), z.object({ blocked: z.literal(false) })) }),
    ...['status', ...source, '--json'],
  )
})

test('ISO 32000-2 §12.8.1, PC/SC part 5 §3.2.5 a card in the reader signs a PDF and an XML document: pdfsig names the certificate, xmlsec1 takes it', async (ctx) => {
  const card = await newCard(ctx)
  await card.insert()
  const [pdf, xml] = [join(card.folder, 'contract.pdf'), join(card.folder, 'order.xml')]
  await writeFile(pdf, await newPdf())
  await writeFile(xml, '<order><item>1</item></order>')
  const sign = (form: string, from: string, to: string) =>
    card.kazashi(
      z.object({ certificate: z.string() }),
      ...['sign', '--reader', virtualReader, '--sign-password', signPassword, '--json'],
      ...['--form', form, '--in', from, '--out', to, '--reason', '承諾します'],
    )
  const signed = join(card.folder, 'signed.pdf')
  const { certificate } = await sign('pdf', pdf, signed)
  const { subject } = parseCertificate(fromPem('CERTIFICATE', certificate))
  const seen = await card.run('pdfsig', '-nocert', signed)
  expect(seen.stdout).toContain('Signature is Valid.')
  expect(seen.stdout).toContain(attributeOf(subject, 'CN') ?? 'no name')
  const signedXml = join(card.folder, 'signed.xml')
  await sign('xml', xml, signedXml)
  const pem = join(card.folder, 'own.pem')
  await writeFile(pem, certificate)
  const judged = await card.run(
    'xmlsec1',
    '--verify',
    '--enabled-key-data',
    'rsa,x509',
    '--pubkey-cert-pem',
    pem,
    signedXml,
  )
  expect(judged.stdout + judged.stderr).toMatch(/OK/)
})

test('PC/SC part 5 §3.2.5 no card, no such reader, a card in use: each is reported with the next step', async (ctx) => {
  const card = await newCard(ctx)
  const empty = await card.kazashi(undefined, 'status', '--reader', virtualReader)
  expect(empty).toMatchObject({ code: 1, stdout: '', stderr: /^CARD_AWAY.*\nNext: /s })
  const unknown = await card.kazashi(undefined, 'status', '--reader', 'Nowhere')
  expect(unknown).toMatchObject({ code: 1, stderr: /^READER_NOT_FOUND.*\nNext: /s })
  const both = await card.kazashi(undefined, 'status', '--reader', 'virtual')
  expect(both).toMatchObject({ code: 1, stderr: /^READER_AMBIGUOUS.*\nNext: /s })
  const waiting = card.kazashi(undefined, 'status', '--reader', virtualReader, '--wait', '30')
  await card.insert()
  expect(await waiting).toMatchObject({ code: 0 })
  const inUse = await card.kazashi(undefined, 'status', '--file', card.file)
  expect(inUse).toMatchObject({ code: 1, stderr: /^CARD_FILE_IN_USE.*\nNext: /s })
})

test('ISO/IEC 14443-4 §7.5 a card taken out of the reader in the middle is CARD_AWAY', async (ctx) => {
  const card = await newCard(ctx)
  await card.insert()
  const pcsc = resolve(import.meta.dirname, '../../packages/card/transports/pcsc.ts')
  const script = join(card.folder, 'away.ts')
  await writeFile(
    script,
    `import { connectPcsc } from ${JSON.stringify(pcsc)}
     const card = await connectPcsc(${JSON.stringify(virtualReader)})
     const challenge = Uint8Array.of(0, 0x84, 0, 0, 8)
     for (let i = 0; ; i += 1) {
       try {
         await card.transmit(challenge)
       } catch (error) {
         console.log(i > 0, error.code, error.next)
         break
       }
       if (i === 0) console.log('talking')
     }
     await card.close()`,
  )
  const talking = opened?.start(process.execPath, [script])
  if (talking?.stdout == null) throw new Error('no room')
  talking.stderr?.pipe(process.stderr)
  const lines: string[] = []
  for await (const line of createInterface({ input: talking.stdout })) {
    if (lines.push(line) === 1) await card.remove()
  }
  expect(lines).toEqual(['talking', 'true CARD_AWAY hold-again'])
})

test('PC/SC part 5 §3.2.5 the virtual reader of the room is out of reach from outside', async (ctx) => {
  await newCard(ctx)
  const reached = await new Promise<boolean>((done) => {
    const socket = connect({ ...vpcdAddress })
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
  expect(reached).toBe(false)
  const inside = await opened?.run(process.execPath, [
    '--eval',
    `require('net').connect(${vpcdAddress.port}, '127.0.0.1', () => process.exit(7))`,
  ])
  expect(inside?.code).toBe(7)
})
