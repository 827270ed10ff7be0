/** Certificates as openssl reads them, beside the profile of today's cards, point by point. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Certificate, parseCertificate } from '../certificate.ts'
import { issueCertificate } from '../issue.ts'
import {
  attributes,
  type EndEntity,
  newCa,
  newHolder,
  newSigner,
  now,
  request,
} from '../test-chain.ts'
import { extensionLines, openssl, withFolder } from '../test-openssl.ts'

const text = async ({ der }: Certificate): Promise<string[]> => {
  const options = ['-text', '-noout', '-nameopt', 'RFC2253,-esc_msb,utf8', '-inform', 'DER']
  const { stdout } = await openssl(['x509', ...options], der)
  return stdout.split('\n').map((line) => line.trim())
}
/** Names of the extensions in order, with their criticality. */
const extensionNames = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => {
    const name =
      /^(X509v3 [A-Za-z ]+|Authority Information Access|OCSP No Check): ?(critical)?$/.exec(line)
    return name && name[1] !== 'X509v3 extensions'
      ? [`${name[1]}${name[2] ? ' critical' : ''}`]
      : []
  })
const strings = (lines: readonly string[]): string[] =>
  lines.filter((line) => /STRING|OBJECT/.test(line) && !line.startsWith('OCTET'))

let made: Record<EndEntity | 'signingCa' | 'authenticationCa', Certificate>
beforeAll(async () => {
  const [signing, authentication] = await Promise.all([newCa('signing'), newCa('authentication')])
  const one = async (profile: EndEntity, ca: typeof signing): Promise<Certificate> =>
    (await newHolder(profile, ca)).certificate
  made = {
    signingCa: signing.certificate,
    authenticationCa: authentication.certificate,
    cardSigning: await one('cardSigning', signing),
    phoneSigning: await one('phoneSigning', signing),
    cardAuthentication: await one('cardAuthentication', authentication),
    phoneAuthentication: await one('phoneAuthentication', authentication),
    ocspResponder: await one('ocspResponder', authentication),
    timeStamping: await one('timeStamping', signing),
  }
})

describe('the signing certificate of a card', () => {
  test('JPKI profile: version, serial number, algorithm, key, names and validity', async () => {
    const { stdout } = await openssl(
      ['x509', '-text', '-noout', '-inform', 'DER'],
      made.cardSigning.der,
    )
    expect(stdout).toContain('Version: 3 (0x2)')
    expect(stdout).toMatch(/Serial Number: \d+ \(0x[1-7]?[0-9a-f]{7}\)/)
    expect(stdout.match(/sha256WithRSAEncryption/g)).toHaveLength(2)
    expect(stdout).toContain('(2048 bit)')
    expect(stdout).toContain('Exponent: 65537 (0x10001)')
    expect(stdout).toMatch(
      /Issuer: C ?= ?JP, O ?= ?JPKI SANDBOX, OU ?= ?JPKI for digital signature, OU ?= ?Japan Agency for Local Authority Information Systems/,
    )
    expect(stdout).toMatch(/Subject: C ?= ?JP, L ?= ?Tokyo-to, L ?= ?Shibuya-ku, CN ?= ?\d{28}\n/)
    expect(stdout).toContain('Not After : Sep  1 14:59:59 2031 GMT')
    expect(made.cardSigning.serialNumber).toHaveLength(8)
  })

  test('JPKI profile: C is a PrintableString, every other attribute a UTF8String', async () => {
    const { stdout } = await openssl(['asn1parse', '-inform', 'DER'], made.cardSigning.der)
    const values = stdout
      .split('\n')
      .flatMap((line) => /prim: (\w+STRING) *:(.*)$/.exec(line) ?? [])
    const kinds = stdout.split('\n').flatMap((line) => {
      const match = /prim: (PRINTABLESTRING|UTF8STRING) *:(.*)$/.exec(line)
      return match ? [[match[2], match[1]]] : []
    })
    expect(values.length).toBeGreaterThan(0)
    for (const [value, kind] of kinds)
      expect(kind).toBe(value === 'JP' ? 'PRINTABLESTRING' : 'UTF8STRING')
    expect(kinds).toHaveLength(8)
  })

  test('JPKI profile: the extensions in order, key usage and policies critical', async () => {
    const lines = await text(made.cardSigning)
    expect(extensionNames(lines)).toEqual([
      'X509v3 Key Usage critical',
      'X509v3 Subject Alternative Name',
      'X509v3 Certificate Policies critical',
      'X509v3 Issuer Alternative Name',
      'X509v3 CRL Distribution Points',
      'X509v3 Authority Key Identifier',
      'X509v3 Subject Key Identifier',
    ])
    expect(lines).toContain('Digital Signature, Non Repudiation')
    expect(lines).toContain('Policy: 1.2.392.200149.8.5.1.0.20')
    expect(lines).toContain('CPS: http://www.jpki.go.jp/cps.html')
  })

  test('JPKI profile: otherNames 1, 4, 3, 5, 2, 6 as UTF8String', async () => {
    const lines = await extensionLines(made.cardSigning.der, 'X509v3 Subject Alternative Name')
    const oid = 'OBJECT            :1.2.392.200149.8.5.5.'
    expect(strings(lines)).toEqual([
      `${oid}1`,
      `UTF8STRING        :${attributes.name}`,
      `${oid}4`,
      'UTF8STRING        :419890901',
      `${oid}3`,
      'UTF8STRING        :2',
      `${oid}5`,
      `UTF8STRING        :${attributes.address}`,
      `${oid}2`,
      `UTF8STRING        :${attributes.nameFlags}`,
      `${oid}6`,
      `UTF8STRING        :${attributes.addressFlags}`,
    ])
  })

  test('JPKI profile: issuerAltName is the Japanese name of the CA', async () => {
    const lines = await extensionLines(made.cardSigning.der, 'X509v3 Issuer Alternative Name')
    expect(strings(lines)).toEqual([
      'OBJECT            :countryName',
      'PRINTABLESTRING   :JP',
      'OBJECT            :organizationName',
      'UTF8STRING        :公的個人認証サービス SANDBOX',
      'OBJECT            :organizationalUnitName',
      'UTF8STRING        :公的個人認証サービス署名用',
      'OBJECT            :organizationalUnitName',
      'UTF8STRING        :地方公共団体情報システム機構',
    ])
  })

  test('JPKI profile: the distribution point is the municipality’s, by directory name', async () => {
    const lines = await extensionLines(made.cardSigning.der, 'X509v3 CRL Distribution Points')
    expect(strings(lines).filter((line) => !line.startsWith('OBJECT'))).toEqual([
      'PRINTABLESTRING   :JP',
      'UTF8STRING        :JPKI SANDBOX',
      'UTF8STRING        :JPKI for digital signature',
      'UTF8STRING        :CRL Distribution Points',
      'UTF8STRING        :Tokyo-to',
      'UTF8STRING        :Shibuya-ku CRLDP',
    ])
  })

  test('JPKI profile: the authority key identifier has key, issuer and serial number', async () => {
    const lines = await text(made.cardSigning)
    const at = lines.indexOf('X509v3 Authority Key Identifier:')
    const ski = (made.signingCa.ski ?? '').toUpperCase().replace(/..(?!$)/g, '$&:')
    expect(lines.slice(at + 1, at + 4)).toEqual([
      `keyid:${ski}`,
      expect.stringMatching(/^DirName:.*JPKI for digital signature/),
      'serial:01:32:C4:AB',
    ])
  })
})

describe('the authentication certificate of a card', () => {
  test('JPKI profile: C and CN only, the name of 23 characters', async () => {
    const { stdout } = await openssl(
      ['x509', '-text', '-noout', '-inform', 'DER'],
      made.cardAuthentication.der,
    )
    expect(stdout).toMatch(/Subject: C ?= ?JP, CN ?= ?[0-9A-Z]{14}13113003A\n/)
    expect(stdout).toContain(
      'OU = JPKI for user authentication'.replaceAll(' = ', stdout.includes('OU = ') ? ' = ' : '='),
    )
    expect(stdout).toContain('Not After : Sep  1 14:59:59 2031 GMT')
    expect(stdout).not.toContain('X509v3 Subject Alternative Name')
  })

  test('JPKI profile: the extensions in order, with OCSP pointer and clientAuth', async () => {
    const lines = await text(made.cardAuthentication)
    expect(extensionNames(lines)).toEqual([
      'X509v3 Key Usage critical',
      'X509v3 Extended Key Usage',
      'X509v3 Certificate Policies critical',
      'X509v3 Issuer Alternative Name',
      'X509v3 CRL Distribution Points',
      'Authority Information Access',
      'X509v3 Authority Key Identifier',
      'X509v3 Subject Key Identifier',
    ])
    expect(lines).toContain('Digital Signature')
    expect(lines).toContain('TLS Web Client Authentication')
    expect(lines).toContain('OCSP - URI:http://localhost:8080/pki/ocsp/signing')
    expect(lines.join()).not.toContain('CA Issuers')
  })

  test('JPKI profile: issuerAltName and distribution point are those of the authentication CA', async () => {
    const { der } = made.cardAuthentication
    const issuer = await extensionLines(der, 'X509v3 Issuer Alternative Name')
    expect(issuer).toContain('UTF8STRING        :公的個人認証サービス利用者証明用')
    const point = await extensionLines(der, 'X509v3 CRL Distribution Points')
    expect(point).toContain('UTF8STRING        :JPKI for user authentication')
  })
})

describe('the certificates of a phone', () => {
  test('phone profile: they are the card’s with pointers by URL, another policy and a 128-bit serial number', async () => {
    const lines = await text(made.phoneSigning)
    expect(extensionNames(lines)).toEqual([
      'X509v3 Key Usage critical',
      'X509v3 Subject Alternative Name',
      'X509v3 Certificate Policies critical',
      'X509v3 Issuer Alternative Name',
      'X509v3 CRL Distribution Points',
      'Authority Information Access',
      'X509v3 Authority Key Identifier',
      'X509v3 Subject Key Identifier',
    ])
    expect(lines).toContain('Policy: 1.2.392.200149.8.5.1.0.40')
    expect(lines).toContain('URI:http://localhost:8080/pki/crl/signing/13113.crl')
    expect(lines).toContain('CA Issuers - URI:http://localhost:8080/pki/ca/signing.cer')
    expect(made.phoneSigning.serialNumber.length).toBeGreaterThan(28)
    const authentication = await text(made.phoneAuthentication)
    expect(authentication).toContain('Policy: 1.2.392.200149.8.5.1.0.50')
    expect(authentication).toContain('TLS Web Client Authentication')
  })

  test('phone profile: policies and CPS pointer are configuration', async () => {
    const ca = await newCa('signing', { algorithm: 'ES384' })
    const { signer } = await newSigner('ES384')
    const asked = request('phoneSigning', ca, signer.publicKey)
    if (asked.profile !== 'phoneSigning') throw new Error('another profile')
    const policies = ['1.2.392.200149.8.5.1.1.40']
    const der = await issueCertificate({ ...asked, policies, cps: 'https://cps.example/' })
    expect(parseCertificate(der).policies).toEqual([
      { oid: '1.2.392.200149.8.5.1.1.40', cps: 'https://cps.example/' },
    ])
  })
})

describe('CA and responder', () => {
  test('RFC 5280 §6.1 openssl accepts every certificate of either CA, and none of the other’s', async () => {
    await withFolder(async (put) => {
      const signing = await put('signing.pem', made.signingCa.der, 'CERTIFICATE')
      const authentication = await put(
        'authentication.pem',
        made.authenticationCa.der,
        'CERTIFICATE',
      )
      const verify = async (ca: string, profile: EndEntity): Promise<boolean> => {
        const one = await put(`${profile}.pem`, made[profile].der, 'CERTIFICATE')
        const time = ['-attime', String(now.getTime() / 1000)]
        const { code } = await openssl(['verify', '-x509_strict', ...time, '-CAfile', ca, one])
        return code === 0
      }
      for (const profile of ['cardSigning', 'phoneSigning', 'timeStamping'] as const) {
        expect(await verify(signing, profile)).toBe(true)
        expect(await verify(authentication, profile)).toBe(false)
      }
      for (const profile of [
        'cardAuthentication',
        'phoneAuthentication',
        'ocspResponder',
      ] as const) {
        expect(await verify(authentication, profile)).toBe(true)
        expect(await verify(signing, profile)).toBe(false)
      }
    })
  })

  test('JPKI profile: the root names itself in Latin and Japanese', async () => {
    const lines = await text(made.signingCa)
    expect(extensionNames(lines)).toEqual([
      'X509v3 Key Usage critical',
      'X509v3 Subject Alternative Name',
      'X509v3 Basic Constraints critical',
      'X509v3 CRL Distribution Points',
      'X509v3 Subject Key Identifier',
    ])
    expect(lines).toContain('Certificate Sign, CRL Sign')
    expect(lines).toContain('CA:TRUE')
    const point = await extensionLines(made.signingCa.der, 'X509v3 CRL Distribution Points')
    expect(point).toContain(
      'UTF8STRING        :Japan Agency for Local Authority Information Systems',
    )
  })

  test('RFC 6960 §4.2.2.2 the responder is one by delegation', async () => {
    const lines = await text(made.ocspResponder)
    expect(lines).toContain('OCSP Signing')
    expect(lines.some((line) => line.startsWith('OCSP No Check'))).toBe(true)
    expect(made.ocspResponder.extendedKeyUsage).toEqual(['1.3.6.1.5.5.7.3.9'])
  })
})
