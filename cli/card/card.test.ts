import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateResident } from '@kazashi/card'
import { fromPem, parseCertificate, verifySignature, verifySignedData } from '@kazashi/pki'
import { Command, CommanderError } from 'commander'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { cardCommand } from './index.ts'
import { keyFile, sealingKey } from './sealing-key.ts'
import { parseAddress, serveCommand } from './serve.ts'

let folder = ''
let taro = ''
const password = 'ABC123'
const pin = '1234'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-card-'))
  vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'config'))
  taro = join(folder, 'taro.card')
  await kazashi('new', '--out', taro, '--seed', '1', '--sign-password', password, '--pin', pin)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

/** Runs `kazashi card …` in this process. @returns what it printed to standard output */
async function kazashi(...args: string[]): Promise<string> {
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((text) => printed.push(String(text)))
  try {
    const program = new Command('kazashi')
    program.addCommand(cardCommand())
    const quiet = (command: Command): void => {
      command.exitOverride().configureOutput({ writeErr: () => undefined })
      command.commands.forEach(quiet)
    }
    quiet(program)
    await program.parseAsync(['card', ...args], { from: 'user' })
    return printed.join('\n')
  } finally {
    log.mockRestore()
  }
}

async function json<T>(shape: z.ZodType<T>, ...args: string[]): Promise<T> {
  return shape.parse(JSON.parse(await kazashi(...args, '--json')))
}

const counter = z.object({ triesLeft: z.number(), blocked: z.boolean() })
const status = z.object({ carrier: z.string(), secrets: z.record(z.string(), counter) })

async function newCard(): Promise<string> {
  const path = join(folder, `${Math.trunc(performance.now() * 1000)}.card`)
  await kazashi('new', '--out', path, '--seed', '2', '--sign-password', password, '--pin', pin)
  return path
}

test('RFC 7516 a card file is for its user alone, and shows neither secrets nor keys', async () => {
  const text = await readFile(taro, 'utf8')
  expect((await stat(taro)).mode & 0o777).toBe(0o600)
  expect((await stat(keyFile(process.env))).mode & 0o777).toBe(0o600)
  for (const secret of [password, Buffer.from(password).toString('base64'), '砂場']) {
    expect(text).not.toContain(secret)
  }
  expect((await readdir(folder)).filter((name) => name.startsWith('taro.card'))).toEqual([
    'taro.card',
  ])
})

test('RFC 5280 §4.1.2.4 a card without a server has its own SANDBOX authority', async () => {
  const { certificates } = await json(
    z.object({ certificates: z.record(z.string(), z.string()) }),
    ...['read', 'certificates', '--file', taro, '--sign-password', password],
  )
  const certificate = (name: string) =>
    parseCertificate(fromPem('CERTIFICATE', certificates[name] ?? ''))
  for (const kind of ['signing', 'authentication']) {
    const [own, ca] = [certificate(kind), certificate(`${kind}Ca`)]
    expect(own.issuer.text).toContain('O=JPKI SANDBOX')
    expect(await verifySignature(ca.spki, 'RS256', own.tbs, own.signature)).toBe(true)
  }
})

test('ISO 7816-4 §7.2.3 attributes, My Number and photo come out as JSON, and as files', async () => {
  const resident = generateResident(1, new Date())
  const out = join(folder, 'out')
  const read = await json(
    z.object({
      attributes: z.object({ name: z.string(), address: z.string(), birthDate: z.string() }),
      myNumber: z.string(),
      photo: z.base64(),
    }),
    ...['read', 'attributes', 'my-number', 'photo', '--file', taro, '--data-pin', pin],
    ...['--number', resident.myNumber, '--out', out],
  )
  expect(read.attributes).toMatchObject({ name: resident.name, address: resident.address })
  expect(read.myNumber).toBe(resident.myNumber)
  expect((await readFile(join(out, 'photo.jp2'))).toString('base64')).toBe(read.photo)
})

test('ISO 7816-8 §5.4 a bare signature and a CMS by the card are verified with its certificate', async () => {
  const letter = join(folder, 'letter')
  await writeFile(letter, '拝啓')
  const signed = z.object({ signature: z.base64(), certificate: z.string() })
  const bare = await json(
    signed,
    ...['sign', '--file', taro, '--key', 'authentication', '--auth-pin', pin, '--in', letter],
  )
  const { spki } = parseCertificate(fromPem('CERTIFICATE', bare.certificate))
  const signature = new Uint8Array(Buffer.from(bare.signature, 'base64'))
  const data = new TextEncoder().encode('拝啓')
  expect(await verifySignature(spki, 'RS256', data, signature)).toBe(true)
  vi.stubEnv('KAZASHI_SIGN_PASSWORD', password)
  onTestFinished(() => void vi.stubEnv('KAZASHI_SIGN_PASSWORD', undefined))
  const out = join(folder, 'letter.p7s')
  await kazashi('sign', '--file', taro, '--in', letter, '--out', out, '--form', 'cms')
  const { content } = await verifySignedData(new Uint8Array(await readFile(out)))
  expect(new TextDecoder().decode(content)).toBe('拝啓')
})

test('ISO 7816-4 §7.5.6 wrong PINs count in the file, and the last try needs --force', async () => {
  const card = await newCard()
  const read = (...more: string[]) =>
    kazashi('read', 'attributes', '--file', card, '--data-pin', '9999', ...more)
  await expect(read()).rejects.toMatchObject({ code: 'SECRET_WRONG', triesLeft: 2 })
  await expect(read()).rejects.toMatchObject({ code: 'SECRET_WRONG', triesLeft: 1 })
  await expect(read()).rejects.toMatchObject({ code: 'LAST_TRY' })
  const before = await json(status, 'status', '--file', card)
  expect(before.secrets['card-data-pin']).toEqual({ triesLeft: 1, blocked: false })
  await expect(read('--force')).rejects.toMatchObject({ code: 'SECRET_BLOCKED' })
  expect(await kazashi('status', '--file', card)).toContain('card-data-pin: blocked')
})

test('ISO 7816-4 §7.5.6 a secret that is given nowhere is not guessed', async () => {
  await expect(kazashi('read', 'attributes', '--file', taro)).rejects.toMatchObject({
    code: 'SECRET_MISSING',
  })
  await expect(
    kazashi('sign', '--file', taro, '--in', taro, '--sign-password', 'abc123'),
  ).rejects.toMatchObject({ code: 'SECRET_FORM' })
})

test('RFC 7516 a file is not overwritten unasked, and opens only with its own key', async () => {
  const made = ['new', '--out', taro, '--seed', '3']
  await expect(kazashi(...made)).rejects.toMatchObject({ code: 'CARD_FILE_EXISTS' })
  const card = await newCard()
  vi.stubEnv('KAZASHI_CARD_PASSPHRASE', 'a long passphrase')
  onTestFinished(() => void vi.stubEnv('KAZASHI_CARD_PASSPHRASE', undefined))
  await expect(kazashi('status', '--file', card)).rejects.toMatchObject({
    code: 'CONTENTS_KEY_WRONG',
  })
  await kazashi('new', '--out', card, '--seed', '3', '--overwrite')
  expect(await json(status, 'status', '--file', card)).toMatchObject({ carrier: 'card' })
})

test('ISO/IEC 7816-3 §8 one program holds a card at a time; a lock left by a dead one is taken over', async () => {
  const card = await newCard()
  const lock = `${card}.lock`
  await writeFile(lock, String(process.pid))
  await expect(kazashi('status', '--file', card)).rejects.toMatchObject({
    code: 'CARD_FILE_IN_USE',
  })
  const dead = await new Promise<number>((resolve) => {
    const child = execFile(process.execPath, ['--version'], () => resolve(child.pid ?? 0))
  })
  await writeFile(lock, String(dead))
  await kazashi('status', '--file', card)
  expect((await readdir(folder)).some((name) => name.endsWith('.lock'))).toBe(false)
  await expect(kazashi('status', '--file', join(folder, 'none'))).rejects.toMatchObject({
    code: 'CARD_FILE_MISSING',
  })
})

test('RFC 7517 the machine’s key is made once, and refused when others may read it', async () => {
  const environment = { XDG_CONFIG_HOME: join(folder, 'other') }
  const keys = await Promise.all([sealingKey(environment), sealingKey(environment)])
  expect(keys[0]).toEqual(keys[1])
  await chmod(keyFile(environment), 0o644)
  await expect(sealingKey(environment)).rejects.toMatchObject({ code: 'CARD_KEY_EXPOSED' })
  await chmod(keyFile(environment), 0o600)
  await writeFile(keyFile(environment), 'no key')
  await expect(sealingKey(environment)).rejects.toMatchObject({ code: 'CARD_KEY_MALFORMED' })
  expect(await sealingKey({ ...environment, KAZASHI_CARD_PASSPHRASE: 'x' })).toEqual({
    passphrase: 'x',
  })
})

test('RFC 9457 --server passes on the refusal of the server, and names a server that did not answer', async () => {
  const refusing = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(422, { 'content-type': 'application/problem+json' })
      response.end(JSON.stringify({ code: 'RESIDENT_INVALID', title: 'no such resident' }))
    })
  })
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void refusing.close())
  const address = refusing.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const out = join(folder, 'refused.card')
  const made = (server: string) => kazashi('new', '--out', out, '--seed', '1', '--server', server)
  await expect(made(`http://localhost:${port}`)).rejects.toMatchObject({
    code: 'SERVER_REFUSED',
    detail: 'RESIDENT_INVALID no such resident',
  })
  await expect(made('http://localhost:1')).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' })
  expect(await readdir(folder)).not.toContain('refused.card')
})

test('POSIX.1 XBD §12.1 --help shows the default of --vpcd as it is typed', async () => {
  const shown: string[] = []
  const command = serveCommand().exitOverride()
  command.configureOutput({ writeOut: (text) => void shown.push(text) })
  await expect(command.parseAsync(['--help'], { from: 'user' })).rejects.toThrow(CommanderError)
  expect(shown.join('').replaceAll(/\s+/g, ' ')).toContain('(default: 127.0.0.1:35963)')
})

test('POSIX.1 XBD §12.1 wrong usage and failing have different exit codes', async () => {
  for (const args of [
    ['read'],
    ['read', 'everything', '--file', taro],
    ['status', '--file', taro, '--reader', 'x'],
    ['serve', taro, '--vpcd', 'localhost:99999'],
    ['new', '--out', taro, '--seed', 'one'],
    ['new', '--out', '', '--seed', '1'],
    ['status', '--file', ''],
    ['read', '--file', taro, '--out', ''],
    ['sign', '--file', taro, '--in', ''],
    ['serve', ''],
  ]) {
    await expect(kazashi(...args)).rejects.toBeInstanceOf(CommanderError)
  }
  expect(parseAddress('localhost:35964')).toEqual({ host: 'localhost', port: 35964 })
  expect(parseAddress('[::1]:1')).toEqual({ host: '::1', port: 1 })
  expect(parseAddress('10.0.0.1')).toEqual({ host: '10.0.0.1', port: 35963 })
})
