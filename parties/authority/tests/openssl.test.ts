/** A foreign program checks the authority's certificates, by the addresses in the certificates themselves. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { aroundTheClock, type CertificateKind } from '@kazashi/lifecycle'
import {
  parseCertificate,
  parseTimeStampQuery,
  readTimeStampResponse,
  toPem,
  verifyTimeStamp,
} from '@kazashi/pki'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { unwrap } from '../api/client.ts'
import {
  handOutCard,
  newPhone,
  noticeFor,
  type RunningAuthority,
  registeredPhone,
  signedApplication,
  startAuthority,
} from './harness.ts'

const run = promisify(execFile)
/** The output of openssl, whatever its exit code. */
async function openssl(...args: string[]): Promise<{ code: number; text: string }> {
  try {
    const { stdout, stderr } = await run('openssl', args)
    return { code: 0, text: stdout + stderr }
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error && 'code' in error) {
      return { code: Number(error.code), text: `${error.stdout}${error.stderr}` }
    }
    throw error
  }
}

let authority: RunningAuthority
let folder: string
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
  folder = await mkdtemp(join(tmpdir(), 'kazashi-openssl-'))
})
afterAll(async () => {
  await authority?.close()
  await rm(folder, { recursive: true, force: true })
})

async function keep(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function download(url: string, type: string): Promise<Uint8Array> {
  const answer = await fetch(url)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(type)
  return new Uint8Array(await answer.arrayBuffer())
}

/** Everything by following the pointers that openssl reads out of the certificate. */
async function pointersOf(certificatePath: string) {
  const { text } = await openssl(
    'x509',
    '-in',
    certificatePath,
    '-noout',
    '-ext',
    'authorityInfoAccess,crlDistributionPoints',
  )
  const of = (pattern: RegExp) => pattern.exec(text)?.[1] ?? `nothing in ${text}`
  const ca = await download(of(/CA Issuers - URI:(\S+)/), 'application/pkix-cert')
  const crl = await download(of(/URI:(\S+\.crl)/), 'application/pkix-crl')
  return {
    ocsp: (await openssl('x509', '-in', certificatePath, '-noout', '-ocsp_uri')).text.trim(),
    ca: await keep('ca.pem', toPem('CERTIFICATE', ca)),
    crl: await keep('list.crl', crl),
  }
}

const askOcsp = (certificate: string, { ca, ocsp }: { ca: string; ocsp: string }) =>
  openssl('ocsp', '-issuer', ca, '-cert', certificate, '-url', ocsp, '-CAfile', ca)

describe.each(['signing', 'authentication'] as const)('2-E the phone %s certificate', (kind) => {
  let cardId: string
  let certificate: string
  beforeEach(async () => {
    const card = await handOutCard(authority, kind === 'signing' ? 11 : 12)
    cardId = card.id
    const { certificates } = await registeredPhone(authority, card)
    certificate = await keep(`${kind}.pem`, toPem('CERTIFICATE', certificates[kind]))
  })

  test('1-A①.accepted 5-A4.ends-with-card openssl verify, ocsp and crl accept it, found by its own pointers; and no longer once the card is returned', async () => {
    const before = await pointersOf(certificate)
    expect(
      await openssl('verify', '-x509_strict', '-CAfile', before.ca, certificate),
    ).toMatchObject({ code: 0 })
    const crl = await openssl(
      'crl',
      '-in',
      before.crl,
      '-inform',
      'DER',
      '-CAfile',
      before.ca,
      '-noout',
      '-text',
    )
    expect(crl.text).toContain('verify OK')
    const checked = [
      'verify',
      '-crl_check',
      '-CAfile',
      before.ca,
      '-CRLfile',
      before.crl,
      certificate,
    ]
    expect(await openssl(...checked)).toMatchObject({ code: 0 })
    const good = await askOcsp(certificate, before)
    expect(good.text).toContain('Response verify OK')
    expect(good.text).toContain(`${certificate}: good`)

    unwrapEmpty(
      await authority.client.POST('/counter/cards/{id}/end', {
        params: { path: { id: cardId } },
        body: { reason: 'returned' },
      }),
    )
    const after = await pointersOf(certificate)
    const revoked = await askOcsp(certificate, after)
    expect(revoked.text).toContain('Response verify OK')
    expect(revoked.text).toContain(`${certificate}: revoked`)
    expect(revoked.text).toContain('Reason: cessationOfOperation')
    const refused = await openssl(
      'verify',
      '-crl_check',
      '-CAfile',
      after.ca,
      '-CRLfile',
      after.crl,
      certificate,
    )
    expect(refused.code).not.toBe(0)
    expect(refused.text).toContain('certificate revoked')
  })
})

function unwrapEmpty({ response }: { response: Response }): void {
  expect(response.status).toBe(204)
}

test('RFC 6960 §4.2.2.1 openssl accepts an answer and a list whose revocation is ahead of their own time', async () => {
  const card = await handOutCard(authority, 17)
  const { certificates } = await registeredPhone(authority, card)
  const certificate = await keep('ahead.pem', toPem('CERTIFICATE', certificates.signing))
  unwrapEmpty(
    await authority.client.POST('/counter/cards/{id}/end', {
      params: { path: { id: card.id } },
      body: { reason: 'returned' },
    }),
  )
  const timeIn = (text: string) => /Revocation (?:Time|Date): (.*)/.exec(text)?.[1]
  const recorded = timeIn((await askOcsp(certificate, await pointersOf(certificate))).text)
  const now = await authority.now()
  await authority.moveClock(new Date(now.getTime() - 120_000))
  const behind = await pointersOf(certificate)
  const answer = await askOcsp(certificate, behind)
  expect(answer.text).toContain('Response verify OK')
  expect(answer.text).not.toContain('Status times invalid')
  expect(answer.text).toContain(`${certificate}: revoked`)
  expect(timeIn(answer.text)).toBe(recorded)
  const thisUpdate = /This Update: (.*)/.exec(answer.text)?.[1] ?? ''
  expect(new Date(recorded ?? '').getTime()).toBeGreaterThan(new Date(thisUpdate).getTime())
  const list = ['-CAfile', behind.ca, '-CRLfile', behind.crl]
  expect((await openssl('verify', '-crl_check', ...list, certificate)).text).toContain(
    'certificate revoked',
  )
  await authority.moveClock(new Date((await authority.now()).getTime() + 120_000))
})

test('5-A1.after-registration RFC 6960 §2.2 the status of a number that was never issued, and of a certificate not registered yet, is unknown', async () => {
  const card = await handOutCard(authority, 16)
  const phone = await newPhone(authority)
  const cms = await signedApplication(authority, card, phone)
  const { id } = await phone.port.apply(cms, 'not-registered')
  await noticeFor(phone, id)
  const client = new pg.Client({ connectionString: authority.databaseUrl })
  await client.connect()
  const { rows } = await client.query(
    `select details->'serials'->>1 as serial from record.audit
     where action = 'credential: issue' and details->>'application' = $1`,
    [id],
  )
  await client.end()
  const { anchors } = unwrap(await authority.client.GET('/trust'))
  const anchor = anchors.find((one) => one.kind === 'authentication')
  const der = Buffer.from(anchor?.certificate ?? '', 'base64')
  const ca = await keep('anchor.pem', toPem('CERTIFICATE', der))
  const statusOf = async (serial: string) => {
    const url = anchor?.ocsp ?? ''
    const { text } = await openssl(
      'ocsp',
      '-issuer',
      ca,
      '-serial',
      serial,
      '-url',
      url,
      '-CAfile',
      ca,
    )
    expect(text).toContain('Response verify OK')
    return text.includes(`${serial}: unknown`) ? 'unknown' : text
  }
  const unregistered = `0x${rows[0]?.serial}`
  expect(unregistered.length).toBeGreaterThan(20)
  for (const serial of ['0x01020304', '0x0102030405060708090a0b0c0d0e0f10', unregistered]) {
    expect(await statusOf(serial)).toBe('unknown')
  }
  await phone.port.register(id, 'now-registered')
  expect(await statusOf(unregistered)).toContain(`${unregistered}: good`)
})

test('RFC 6960 Appendix A.1 the same answer by GET, to be asked for again each time', async () => {
  const card = await handOutCard(authority, 13)
  const path = await keep('card.pem', toPem('CERTIFICATE', card.authentication))
  const { anchors } = unwrap(await authority.client.GET('/trust'))
  const anchor = anchors.find((one) => one.kind === 'authentication')
  const issuer = Buffer.from(anchor?.certificate ?? '', 'base64')
  const ca = await keep('issuer.pem', toPem('CERTIFICATE', issuer))
  const request = join(folder, 'request.der')
  await openssl('ocsp', '-issuer', ca, '-cert', path, '-no_nonce', '-reqout', request)
  const encoded = encodeURIComponent((await readFile(request)).toString('base64'))
  const answer = await fetch(`${anchor?.ocsp}/${encoded}`)
  expect(answer.headers.get('content-type')).toBe('application/ocsp-response')
  expect(answer.headers.get('cache-control')).toContain('no-cache')
  const response = await keep('response.der', new Uint8Array(await answer.arrayBuffer()))
  const read = await openssl(
    'ocsp',
    '-respin',
    response,
    '-issuer',
    ca,
    '-cert',
    path,
    '-CAfile',
    ca,
  )
  expect(read.text).toContain('Response verify OK')
  expect(read.text).toContain(`${path}: good`)
})

test.each(['nonsense', '%%%', '../../trust', 'MA'])(
  'RFC 6960 §4.2.1 GET of %j is a malformed request',
  async (path) => {
    const answer = await fetch(
      `${authority.origins.repository}/pki/ocsp/signing/${encodeURIComponent(path)}`,
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes]).toEqual([0x30, 0x03, 0x0a, 0x01, 0x01])
  },
)

test('RFC 3161 §3.4 openssl takes the sandbox’s time stamp by the signing anchor, of its clock, and each names the same certificate', async () => {
  const { anchors, timeStamping } = unwrap(await authority.client.GET('/trust'))
  const ca = await keep('root.der', Buffer.from(anchors[0]?.certificate ?? '', 'base64'))
  const root = join(folder, 'root.pem')
  await openssl('x509', '-inform', 'DER', '-in', ca, '-out', root)
  const data = await keep('data', 'いつ')
  const query = join(folder, 'query.tsq')
  await openssl('ts', '-query', '-data', data, '-sha256', '-cert', '-out', query)
  const ask = async (body: Uint8Array) => {
    const headers = { 'content-type': 'application/timestamp-query' }
    const answer = await fetch(timeStamping ?? '', {
      method: 'POST',
      headers,
      body: Buffer.from(body),
    })
    expect(answer.headers.get('content-type')).toBe('application/timestamp-reply')
    return new Uint8Array(await answer.arrayBuffer())
  }
  const asked = new Uint8Array(await readFile(query))
  const reply = await keep('reply.tsr', await ask(asked))
  const at = String(Math.floor((await authority.now()).getTime() / 1000))
  const read = await openssl(
    'ts',
    '-verify',
    '-in',
    reply,
    '-queryfile',
    query,
    '-CAfile',
    root,
    '-attime',
    at,
  )
  expect(read.text).toContain('Verification: OK')
  const token = readTimeStampResponse(await ask(asked))
  const { time, policy, certificate } = await verifyTimeStamp(token, {
    of: parseTimeStampQuery(asked),
  })
  expect(policy).toBe('1.2.392.200149.8.5.1.0.60')
  expect(Math.abs(time.getTime() - (await authority.now()).getTime())).toBeLessThan(60_000)
  const again = await verifyTimeStamp(readTimeStampResponse(await ask(asked)), {
    of: parseTimeStampQuery(asked),
  })
  expect(again.certificate.serialNumber).toBe(certificate.serialNumber)
  const refused = await keep('refused.tsr', await ask(new Uint8Array([0x30, 0])))
  expect((await openssl('ts', '-reply', '-in', refused, '-text')).text).toMatch(/Status: Rejected/)
})

test('RFC 5280 §4.2.1.13 a list is kept while nothing changes, and numbered anew when something does', async () => {
  const card = await handOutCard(authority, 14)
  const { code } = card.resident.municipality
  const url = `${authority.origins.repository}/pki/crl/signing/${code}.crl`
  const numberOf = async () => Number((await fetch(url)).headers.get('etag')?.slice(1, -1))
  const first = await numberOf()
  expect(await numberOf()).toBe(first)
  unwrapEmpty(
    await authority.client.POST('/counter/cards/{id}/end', {
      params: { path: { id: card.id } },
      body: { reason: 'key-compromise' },
    }),
  )
  expect(await numberOf()).toBe(first + 1)
  expect((await fetch(url.replace(code, '99999'))).status).toBe(404)
})

test('RFC 5280 §4.2.2.1 the name of the repository serves only the addresses in certificates', async () => {
  const { repository } = authority.origins
  expect((await fetch(`${repository}/trust`)).status).toBe(404)
  expect((await fetch(`${repository}/sandbox/clock`)).status).toBe(404)
  const home = await fetch(`${repository}/`, { redirect: 'manual' })
  expect(home.headers.get('location')).toBe(`${authority.origins.desk}/`)
})

const kinds: readonly CertificateKind[] = ['signing', 'authentication']
test.each(kinds)(
  'RFC 5280 §4.2.1.13 the %s certificate names its municipality’s list',
  async (kind) => {
    const card = await handOutCard(authority, 15)
    const { certificates } = await registeredPhone(authority, card)
    const { crlDistributionPoints, caIssuers } = parseCertificate(certificates[kind])
    expect(crlDistributionPoints.flatMap(({ uris }) => uris)).toEqual([
      `${authority.origins.repository}/pki/crl/${kind}/${card.resident.municipality.code}.crl`,
    ])
    expect(caIssuers).toEqual([`${authority.origins.repository}/pki/ca/${kind}.cer`])
  },
)
