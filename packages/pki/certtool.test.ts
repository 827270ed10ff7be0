/**
 * GnuTLS (certtool) beside openssl as a judge of what is made here: chains and CRLs, by RSA, P-384 and P-256. Two things it cannot judge. It knows no
 * issuing distribution point: the list of another municipality is refused by openssl alone (`status.test.ts`). And in a chain it takes a CRL as it
 * stands, by whomever and of whenever: that is asked of it by `--verify-crl`.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { fakedTime } from '../../tools/any-day/fake-time.ts'
import { type CrlEntry, createCrl } from './crl.ts'
import {
  type EndEntity,
  newCa,
  newDocumentSigner,
  newHolder,
  newIaca,
  now,
  type TestCa,
  type TestHolder,
} from './test-chain.ts'
import { type Outcome, program, withFolder } from './test-openssl.ts'

const day = 86_400_000
const certtool = (args: readonly string[], at = now): Promise<Outcome> =>
  program('certtool', args, { env: fakedTime(at) })

/** The last octet of the signature is another one. */
const tampered = (bytes: Uint8Array): Uint8Array =>
  bytes.map((octet, i) => (i === bytes.length - 1 ? octet ^ 1 : octet))

/** Accepted, or the words of the refusal. */
const verdictIn = ({ code, stdout }: Outcome): string => {
  const said =
    stdout
      .trim()
      .split(/erification output: /)
      .at(-1) ?? ''
  return code === 0 && said === 'Verified. The certificate is trusted.' ? 'accepted' : said
}

const verify = (
  ca: TestCa,
  certificate: Uint8Array,
  { crl, at }: { crl?: Uint8Array; at?: Date } = {},
): Promise<string> =>
  withFolder(async (put) => {
    const list = crl ? ['--load-crl', await put('list.pem', crl, 'X509 CRL')] : []
    const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
    const one = await put('one.pem', certificate, 'CERTIFICATE')
    const args = ['--verify', '--load-ca-certificate', root, ...list, '--infile', one]
    return verdictIn(await certtool(args, at))
  })

const verifyList = (ca: TestCa, crl: Uint8Array, at?: Date): Promise<string> =>
  withFolder(async (put) => {
    const root = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
    const list = await put('list.pem', crl, 'X509 CRL')
    const args = ['--verify-crl', '--load-ca-certificate', root, '--infile', list]
    return verdictIn(await certtool(args, at))
  })

const listOf = (ca: TestCa, entries: readonly CrlEntry[] = []): Promise<Uint8Array> =>
  createCrl({
    issuer: ca.certificate,
    signer: ca.signer,
    number: 258,
    thisUpdate: new Date(now.getTime() - day),
    nextUpdate: new Date(now.getTime() + day),
    distributionPoint: { uri: 'http://localhost:8080/pki/crl/signing/13113.crl' },
    entries,
  })

const signing = ['cardSigning', 'phoneSigning', 'ocspResponder', 'timeStamping'] as const
const authentication = ['cardAuthentication', 'phoneAuthentication'] as const

describe.each(['RS256', 'ES384'] as const)('certtool on what %s signed', (algorithm) => {
  let ca: TestCa
  let other: TestCa
  let phone: TestHolder
  beforeAll(async () => {
    ca = await newCa('signing', { algorithm })
    other = await newCa('authentication', { algorithm })
    phone = await newHolder('phoneSigning', ca, { algorithm })
  })

  test('RFC 5280 §6.1 every end entity is accepted under its CA, and refused tampered with, under another CA of the name, and when it is over', async () => {
    const chains: readonly (readonly [TestCa, EndEntity])[] = [
      ...signing.map((profile) => [ca, profile] as const),
      ...authentication.map((profile) => [other, profile] as const),
    ]
    for (const [issuer, profile] of chains) {
      const { certificate } = await newHolder(profile, issuer, { algorithm })
      expect([profile, await verify(issuer, certificate.der)]).toEqual([profile, 'accepted'])
      expect(await verify(issuer, tampered(certificate.der))).toMatch(/signature .* is invalid/)
    }
    const generation = await newCa('signing', { algorithm, serialNumber: '0132c4ac' })
    expect(await verify(generation, phone.certificate.der)).toMatch(/^Not verified/)
    const at = new Date(phone.certificate.validity.notAfter.getTime() + day)
    expect(await verify(ca, phone.certificate.der, { at })).toMatch(/expired/)
  })

  test('RFC 5280 §5 a CRL is accepted, empty and full, and refused tampered with, of another CA, and when it is over', async () => {
    const list = await listOf(ca, [{ serialNumber: '07', revokedAt: now }])
    expect(await verifyList(ca, await listOf(ca))).toBe('accepted')
    expect(await verifyList(ca, list)).toBe('accepted')
    expect(await verifyList(ca, tampered(list))).toMatch(/signature .* is invalid/)
    expect(await verifyList(other, list)).toMatch(/^Not verified/)
    expect(await verifyList(ca, list, new Date(now.getTime() + 2 * day))).toMatch(/are old/)
  })

  test.each(['keyCompromise', 'certificateHold'] as const)(
    'RFC 5280 §6.3 a certificate that is listed for %s is refused, one beside it is not',
    async (reason) => {
      const { certificate } = phone
      const revokedAt = new Date(now.getTime() - 2 * day)
      const { serialNumber } = certificate
      const listed = await listOf(ca, [{ serialNumber, revokedAt, reason }])
      const beside = await listOf(ca, [{ serialNumber: '07', revokedAt, reason }])
      expect(await verify(ca, certificate.der, { crl: listed })).toMatch(/chain is revoked/)
      expect(await verify(ca, certificate.der, { crl: beside })).toBe('accepted')
    },
  )

  test('RFC 5280 §5 it reads in a CRL what was put there, but for the issuing distribution point', async () => {
    const revokedAt = new Date('2026-11-20T01:02:03Z')
    const list = await listOf(ca, [{ serialNumber: '1f2e', revokedAt }])
    await withFolder(async (put) => {
      const file = await put('list.pem', list, 'X509 CRL')
      const { stdout } = await certtool(['--crl-info', '--infile', file])
      const lines = stdout.split('\n').map((line) => line.trim())
      for (const line of [
        'Version: 2',
        'Issued: Sun Nov 22 01:00:00 UTC 2026',
        'Next at: Tue Nov 24 01:00:00 UTC 2026',
        ca.certificate.ski,
        'CRL Number (not critical): 0102',
        'Revoked certificates (1):',
        'Serial Number (hex): 1f2e',
        'Revoked at: Fri Nov 20 01:02:03 UTC 2026',
        'Unknown extension 2.5.29.28 (critical):',
      ])
        expect(lines).toContain(line)
    })
  })
})

test.each(['ES256', 'ES384'] as const)(
  'ISO/IEC 18013-5 annex B.1 certtool accepts a document signer under its IACA by %s, and refuses it tampered with, and under another',
  async (algorithm) => {
    const iaca = await newIaca(algorithm)
    const { der } = (await newDocumentSigner(iaca, 'ES256')).certificate
    expect(await verify(iaca, der)).toBe('accepted')
    expect(await verify(iaca, tampered(der))).toMatch(/signature .* is invalid/)
    expect(await verify(await newIaca(algorithm), der)).toMatch(/^Not verified/)
  },
)
