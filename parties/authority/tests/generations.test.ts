/** CAs in generations: issuing on both sides of a new one, requests to each, and the limits of the clock. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { aroundTheClock } from '@kazashi/lifecycle'
import {
  type Certificate,
  createOcspRequest,
  ocspError,
  parseCertificate,
  parseCrl,
  toPem,
  validatePath,
} from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../api/client.ts'
import {
  der,
  handOutCard,
  type RegisteredPhone,
  type RunningAuthority,
  registeredPhone,
  type SoftwareCard,
  startAuthority,
} from './harness.ts'
import { askOcsp } from './ocsp.ts'

const run = promisify(execFile)
const year = 365.25 * 86_400_000

let authority: RunningAuthority
let folder: string
let start: Date
let oldCard: SoftwareCard
let oldPhone: RegisteredPhone
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-generations-'))
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
  start = await authority.now()
  oldCard = await handOutCard(authority, 801)
  oldPhone = await registeredPhone(authority, oldCard)
})
afterAll(async () => {
  await authority?.close()
  await rm(folder, { recursive: true, force: true })
})

const ahead = (years: number) => authority.moveClock(new Date(start.getTime() + years * year))

async function anchors(kind: 'signing' | 'authentication') {
  const all = unwrap(await authority.client.GET('/trust')).anchors
  return all
    .filter((one) => one.kind === kind)
    .map(({ generation, certificate }) => ({
      generation,
      certificate: parseCertificate(der(certificate)),
    }))
}

/** The generation whose key signed it. */
async function generationOf(certificate: Uint8Array): Promise<number | undefined> {
  const { aki, keyUsage } = parseCertificate(certificate)
  const kind = keyUsage?.includes('nonRepudiation') ? 'signing' : 'authentication'
  const its = (await anchors(kind)).find((one) => one.certificate.ski === aki?.keyIdentifier)
  return its?.generation
}

const fetched = async (url: string): Promise<Uint8Array> => {
  const answer = await localFetch(url)
  expect(`${answer.status} ${url}`).toBe(`200 ${url}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** The verdict of openssl on a phone's certificate by its own pointers: path, OCSP and CRL at the sandbox's time. */
async function opensslAccepts(certificate: Uint8Array): Promise<void> {
  const { caIssuers, ocsp, crlDistributionPoints } = parseCertificate(certificate)
  const put = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  const leaf = await put('leaf.pem', toPem('CERTIFICATE', certificate))
  const ca = await put('ca.pem', toPem('CERTIFICATE', await fetched(caIssuers[0] ?? '')))
  const list = await fetched(crlDistributionPoints[0]?.uris[0] ?? '')
  const crl = await put('list.pem', toPem('X509 CRL', list))
  const now = await authority.now()
  const time = ['-attime', String(Math.floor(now.getTime() / 1000))]
  const checked = ['-crl_check', '-CRLfile', crl, '-CAfile', ca, leaf]
  expect((await run('openssl', ['verify', ...time, ...checked])).stdout).toContain(': OK')
  const apart = Math.abs(now.getTime() - Date.now()) / 1000 + 900
  const period = ['-validity_period', String(Math.ceil(apart))]
  const asked = ['-issuer', ca, '-cert', leaf, '-url', ocsp[0] ?? '', '-CAfile', ca]
  const said = await run('openssl', ['ocsp', ...asked, ...time, ...period])
  expect(said.stderr).toContain('Response verify OK')
  expect(said.stdout).toContain(`${leaf}: good`)
}

async function rawOcsp(certificate: Uint8Array, issuer: Certificate): Promise<Uint8Array> {
  const answer = await localFetch(`${authority.origins.repository}/pki/ocsp/signing`, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: Buffer.from(createOcspRequest({ certificate, issuer })),
  })
  return new Uint8Array(await answer.arrayBuffer())
}

test('RFC 5280 §4.1.2.5 in the first years there is one generation', async () => {
  expect(await anchors('signing')).toHaveLength(1)
  expect(await generationOf(oldCard.signing)).toBe(1)
})

test('RFC 5280 §4.2.1.1 years later a new generation issues, of the same name with another key, beside the old one', async () => {
  await ahead(3.5)
  const [first, second] = await anchors('signing')
  expect([first?.generation, second?.generation]).toEqual([1, 2])
  expect(second?.certificate.subject.text).toBe(first?.certificate.subject.text)
  expect(second?.certificate.ski).not.toBe(first?.certificate.ski)
  expect(second?.certificate.serialNumber).not.toBe(first?.certificate.serialNumber)
  const card = await handOutCard(authority, 802)
  const phone = await registeredPhone(authority, card)
  const made = [card.signing, card.authentication, ...Object.values(phone.certificates)]
  expect(await Promise.all(made.map(generationOf))).toEqual([2, 2, 2, 2])
  await opensslAccepts(phone.certificates.signing)
  await opensslAccepts(phone.certificates.authentication)
  await opensslAccepts(oldPhone.certificates.signing)
  expect(parseCertificate(phone.certificates.signing).caIssuers[0]).toMatch(/signing-2\.cer$/)
  for (const certificate of [phone.certificates.signing, oldPhone.certificates.signing]) {
    const all = (await anchors('signing')).map((one) => one.certificate)
    const now = await authority.now()
    await validatePath({ certificate, anchors: all, now, purpose: 'signing' })
  }
})

test('RFC 5280 §4.2.1.1 a card of the old generation brings a phone certificates of the new one', async () => {
  await ahead(3.5)
  const { phone } = oldPhone
  await phone.port.nonce()
  const body = { reason: 'returned' as const }
  const card = await handOutCard(authority, 803)
  const before = await generationOf(card.signing)
  await ahead(0)
  const young = await handOutCard(authority, 804)
  await ahead(3.5)
  const { certificates } = await registeredPhone(authority, young)
  expect([before, await generationOf(young.signing)]).toEqual([2, 1])
  expect(await generationOf(certificates.signing)).toBe(2)
  await opensslAccepts(certificates.signing)
  await authority.client.POST('/counter/cards/{id}/end', {
    params: { path: { id: young.id } },
    body,
  })
  const { serialNumber, crlDistributionPoints } = parseCertificate(certificates.signing)
  const address = crlDistributionPoints[0]?.uris[0] ?? ''
  const listed = async (url: string) =>
    parseCrl(await fetched(url)).entries.map((entry) => entry.serialNumber)
  expect(await listed(address)).toContain(serialNumber)
  const olds = await listed(address.replace('signing-2', 'signing'))
  expect(olds).toContain(parseCertificate(young.signing).serialNumber)
  expect(olds).not.toContain(serialNumber)
})

test('RFC 6960 §4.1.1 a number is unknown to the generation that did not issue it', async () => {
  await ahead(3.5)
  const [first, second] = await anchors('signing')
  if (!first || !second) throw new TypeError('two generations')
  const card = await handOutCard(authority, 805)
  const now = await authority.now()
  const told = (certificate: Uint8Array, { certificate: { der: issuer } }: typeof first) =>
    askOcsp(authority.origins.repository, 'signing', { certificate, issuer, now })
  expect(await told(card.signing, second)).toBe('good')
  expect(await told(card.signing, first)).toBe('unknown')
  expect(await told(oldCard.signing, first)).toBe('good')
  expect(await told(oldCard.signing, second)).toBe('unknown')
})

test('RFC 5280 §4.1.2.5 moved back, the clock finds the generation that issued then', async () => {
  await ahead(0)
  expect(await generationOf((await handOutCard(authority, 806)).signing)).toBe(1)
})

test('RFC 5280 §4.1.2.5 twenty-three years ahead all goes on, in certificates that end after 2050', async () => {
  await ahead(23)
  const card = await handOutCard(authority, 807)
  const phone = await registeredPhone(authority, card)
  expect(await generationOf(phone.certificates.signing)).toBe(7)
  await opensslAccepts(phone.certificates.signing)
  const pointer = parseCertificate(phone.certificates.signing).caIssuers[0] ?? ''
  const ca = parseCertificate(await fetched(pointer))
  expect(ca.validity.notAfter.getUTCFullYear()).toBeGreaterThan(2050)
  expect(await registeredPhone(authority, card, { platform: 'iphone' }).catch(String)).toMatch(
    'PERSON_HAS_A_PHONE',
  )
  const other = await handOutCard(authority, 808)
  await registeredPhone(authority, other, { platform: 'iphone' })
  const { iacas } = unwrap(await authority.client.GET('/trust')).attributes
  const newest = parseCertificate(der(iacas.at(-1) ?? ''))
  expect(newest.validity.notBefore <= (await authority.now())).toBe(true)
  expect(await fetched(`${authority.origins.repository}/pki/ca/iaca-7.cer`)).toEqual(newest.der)
})

test('RFC 6960 §2.3 a generation that has ended answers nothing; its last list stays', async () => {
  const [first] = await anchors('signing')
  if (!first) throw new TypeError('a first generation')
  const { code } = oldCard.resident.municipality
  const address = `${authority.origins.repository}/pki/crl/signing/${code}.crl`
  await ahead(8)
  const last = await fetched(address)
  await ahead(23)
  expect(await fetched(address)).toEqual(last)
  expect(await rawOcsp(oldCard.signing, first.certificate)).toEqual(ocspError('unauthorized'))
  await ahead(0)
  expect(await fetched(address)).not.toEqual(last)
  expect((await localFetch(address.replace('signing', 'signing-7'))).status).toBe(404)
  expect((await localFetch(address.replace('signing', 'signing-8'))).status).toBe(404)
  expect((await localFetch(address.replace('signing', 'signing-1'))).status).toBe(404)
})

test('RFC 5280 §4.1.2.5 the clock goes from a year before the first start to thirty years after it, and no further', async () => {
  await ahead(30)
  const card = await handOutCard(authority, 809)
  expect(await generationOf(card.signing)).toBe(8)
  for (const years of [31.1, -1.1, 200_000]) {
    const offsetSeconds = Math.round((years * year) / 1000)
    const { error } = await authority.client.PUT('/sandbox/clock', { body: { offsetSeconds } })
    expect(error).toMatchObject({ code: 'CLOCK_OUT_OF_RANGE' })
  }
  await ahead(-0.9)
  await handOutCard(authority, 810)
  await ahead(0)
})

test('RFC 5280 §4.2.1.1 after a restart all generations are there, and the clock where it was', async () => {
  await ahead(23)
  const before = await anchors('authentication')
  await authority.restart()
  expect(await anchors('authentication')).toEqual(before)
  expect(await generationOf((await handOutCard(authority, 811)).authentication)).toBe(7)
  await ahead(0)
})
