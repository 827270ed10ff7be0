/** The whole way of an Android resident through a running Kazashi, as the command line prints it; then openssl checks the results. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Ended, ending, kazashi, type Running, startKazashi } from './running-kazashi.ts'

const password = 'TEST2580'

const report = z.object({
  scenario: z.literal('android-first-time'),
  passed: z.boolean(),
  steps: z.array(
    z.object({
      row: z.string(),
      name: z.string(),
      passed: z.boolean(),
      milliseconds: z.number(),
      asserted: z.array(z.string()),
      facts: z.record(z.string(), z.string()),
    }),
  ),
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
  files: z.array(z.string()),
})

const openssl = async (...args: string[]) => {
  const { code, stdout, stderr } = await ending('openssl', args)
  return { code, text: stdout + stderr }
}

let running: Running
let folder = ''
let out = ''
let ended: Ended
let result: z.infer<typeof report>

beforeAll(async () => {
  running = await startKazashi('first-time')
  folder = running.folder
  out = join(folder, 'out')
  const scenario = ['scenario', 'run', 'android-first-time', '--json', '--out', out]
  const card = ['--sign-password', password, '--seed', '7']
  ended = await kazashi(...scenario, '--server', running.url, ...card)
  result = report.parse(JSON.parse(ended.stdout))
})
afterAll(() => running?.stop())

const assertedIn = (row: string): string => {
  const steps = result.steps.filter((step) => step.row === row)
  expect(steps.length).toBeGreaterThan(0)
  for (const step of steps) expect(step.passed).toBe(true)
  return steps.flatMap((step) => step.asserted).join('\n')
}

describe('kazashi scenario run android-first-time', () => {
  test('2-C.signed-by-card the application is signed by the card held to the phone, over APDUs, its password masked in what is kept', () => {
    expect(assertedIn('2-C')).toContain("the card's signing key signed the application")
    const log = readFileSync(join(out, 'apdu.log'), 'utf8')
    expect(log).toContain('card > 00A4040C0AD392F000260100000001')
    expect(log).toContain('card > 802A008033') // COMPUTE DIGITAL SIGNATURE
    expect(log).toMatch(/^card > 00200080..\*+$/m)
    expect(log).not.toContain(Buffer.from(password).toString('hex').toUpperCase())
  })

  test('2-C.signed-by-card the kept application is CMS that openssl verifies to the card certificate and the trust anchor', async () => {
    const [anchor, cms] = [join(out, 'trust-signing.pem'), join(out, 'application.p7m')]
    const at = await momentOf(join(out, 'phone-signing.pem'))
    const content = join(folder, 'statement.json')
    const files = ['-in', cms, '-inform', 'DER', '-out', content, '-CAfile', anchor]
    const verified = await openssl(
      'cms',
      '-verify',
      '-binary',
      ...files,
      '-purpose',
      'any',
      '-attime',
      at,
    )
    expect(verified).toMatchObject({ code: 0 })
    expect(JSON.parse(readFileSync(content, 'utf8'))).toMatchObject({
      type: 'kazashi-application',
      kinds: ['signing', 'authentication'],
    })
  })

  test('2-D secrets set, handed in with a receipt, and a notice some seconds later', () => {
    const asserted = assertedIn('2-D')
    expect(asserted).toContain("the phone's keys are behind their own secrets")
    expect(asserted).toContain('the application is accepted: signing and authentication')
    expect(assertedIn('5-A1')).toContain('a notification says that registration can begin')
  })

  test('2-E①.register the phone registers both certificates', () => {
    expect(assertedIn('2-E')).toContain('on the phone now: signing and authentication')
  })

  test('1-B①.login 1-B①.once the portal accepts the login by the PIN, and a wrong PIN costs a try', () => {
    const asserted = assertedIn('1-B①')
    expect(asserted).toContain('it costs one of three attempts')
    expect(asserted).toContain('the portal accepts the answer')
    expect(asserted).toContain('the phone hears once more that it was accepted')
  })

  test('2-A every step passed, in the order of the course, and the exit code says so', () => {
    expect(result.failure).toBeUndefined()
    expect({ code: ended.code, passed: result.passed }).toEqual({ code: 0, passed: true })
    const rows = result.steps.map(({ row }) => row).join(' ')
    expect(rows).toMatch(/^1-A① 5-A1 2-A 2-A 2-C 2-D 5-A1 2-E 1-A① 1-B① 2-E /)
    for (const { asserted } of result.steps) expect(asserted.length).toBeGreaterThan(0)
  })
})

/** Seconds since 1970 when the certificate was good already: the sandbox's clock may be ahead of the machine's. */
async function momentOf(certificate: string): Promise<string> {
  const { text } = await openssl('x509', '-in', certificate, '-noout', '-startdate')
  const from = Date.parse(text.replace('notBefore=', ''))
  return String(Math.max(from, Date.now()) / 1000 + 60).split('.', 1)[0] ?? ''
}

describe.each(['signing', 'authentication'] as const)('1-A① the phone %s certificate', (kind) => {
  const certificate = () => join(out, `phone-${kind}.pem`)

  const pointer = async (extension: string, pattern: RegExp): Promise<string> => {
    const { text } = await openssl('x509', '-in', certificate(), '-noout', '-ext', extension)
    return pattern.exec(text)?.[1] ?? `nothing in ${text}`
  }
  const download = async (from: string, format: 'x509' | 'crl'): Promise<string> => {
    const answer = await fetch(from)
    expect(answer.status).toBe(200)
    const [der, pem] = [
      join(folder, `${kind}.${format}.der`),
      join(folder, `${kind}.${format}.pem`),
    ]
    writeFileSync(der, new Uint8Array(await answer.arrayBuffer()))
    expect(await openssl(format, '-in', der, '-inform', 'DER', '-out', pem)).toMatchObject({
      code: 0,
    })
    return pem
  }

  test('1-A①.accepted openssl verify, ocsp and crl accept it, found by the pointers it carries', async () => {
    const at = await momentOf(certificate())
    const ca = await download(
      await pointer('authorityInfoAccess', /CA Issuers - URI:(\S+)/),
      'x509',
    )
    expect(readFileSync(ca, 'utf8').trim()).toBe(
      readFileSync(join(out, `trust-${kind}.pem`), 'utf8').trim(),
    )
    const crl = await download(await pointer('crlDistributionPoints', /URI:(\S+\.crl)/), 'crl')

    const path = ['-x509_strict', '-attime', at, '-CAfile', ca]
    expect(
      await openssl('verify', ...path, '-crl_check', '-CRLfile', crl, certificate()),
    ).toMatchObject({ code: 0 })
    expect((await openssl('crl', '-in', crl, '-CAfile', ca, '-noout')).text).toContain('verify OK')

    const responder = await pointer('authorityInfoAccess', /OCSP - URI:(\S+)/)
    const asked = ['-issuer', ca, '-cert', certificate(), '-url', responder, '-CAfile', ca]
    // Times are judged by this machine's clock: the sandbox's may be a night ahead.
    const answer = await openssl('ocsp', ...asked, '-attime', at, '-validity_period', '90000')
    expect(answer.text).toContain('Response verify OK')
    expect(answer.text).toContain(`${certificate()}: good`)
  })

  test('1-A①.own-key 5-A4.never-longer its key is not the key of the card, and it does not outlive the certificate of the card', async () => {
    const card = join(out, `card-${kind}.pem`)
    const key = async (of: string) => (await openssl('x509', '-in', of, '-noout', '-pubkey')).text
    expect(await key(certificate())).not.toBe(await key(card))
    const until = async (of: string) => {
      const { text } = await openssl('x509', '-in', of, '-noout', '-enddate')
      return Date.parse(text.replace('notAfter=', ''))
    }
    expect(await until(certificate())).toBeLessThanOrEqual(await until(card))
  })
})
