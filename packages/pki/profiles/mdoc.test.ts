/** IACA and document signer as openssl reads them, beside ISO/IEC 18013-5 annex B; and the faults that the lint stops. */
import { beforeAll, describe, expect, test } from 'vitest'
import { outcomeOf, verdictOf } from '../../../tools/code-of.ts'
import type { Certificate } from '../certificate.ts'
import { encodeCertificate } from '../certificate.ts'
import { PkiError } from '../errors.ts'
import { issueCertificate } from '../issue.ts'
import { validatePath } from '../path.ts'
import {
  documentSignerRequest,
  mdocLocations,
  newCa,
  newDocumentSigner,
  newHolder,
  newIaca,
  newSigner,
  now,
  type TestCa,
  type TestHolder,
} from '../test-chain.ts'
import { openssl, withFolder } from '../test-openssl.ts'

const text = async ({ der }: Certificate): Promise<string[]> => {
  const options = ['-text', '-noout', '-nameopt', 'RFC2253,-esc_msb,utf8', '-inform', 'DER']
  const { stdout } = await openssl(['x509', ...options], der)
  return stdout.split('\n').map((line) => line.trim())
}
/** Name and criticality of each extension, in order, with the line below. */
const extensions = (lines: readonly string[]): string[] =>
  lines.flatMap((line, i) => {
    const name = /^(X509v3 [A-Za-z ]+): ?(critical)?$/.exec(line)
    if (!name || name[1] === 'X509v3 extensions') return []
    return [`${name[1]?.slice(7)}${name[2] ? '!' : ''} = ${lines[i + 1]}`]
  })

let iaca: TestCa
let signer: TestHolder
beforeAll(async () => {
  iaca = await newIaca()
  signer = await newDocumentSigner(iaca)
})

async function findings(change: Partial<ReturnType<typeof documentSignerRequest>>) {
  const { signer: key } = await newSigner('ES256')
  const error = await outcomeOf(
    issueCertificate({
      ...documentSignerRequest(iaca, key.publicKey),
      ...change,
    }),
  )
  if (!(error instanceof PkiError)) throw new Error('it was issued')
  return (error.findings ?? []).join()
}

describe('as openssl reads them', () => {
  test('ISO/IEC 18013-5 annex B.1.2 the IACA certificate', async () => {
    const lines = await text(iaca.certificate)
    expect(extensions(lines)).toEqual([
      expect.stringMatching(/^Subject Key Identifier = ([0-9A-F]{2}:){19}[0-9A-F]{2}$/),
      'Key Usage! = Certificate Sign, CRL Sign',
      `Issuer Alternative Name = URI:${mdocLocations.contact}`,
      'Basic Constraints! = CA:TRUE, pathlen:0',
      'CRL Distribution Points = Full Name:',
    ])
    expect(lines).toContain(`URI:${mdocLocations.crl}`)
    expect(lines).toContain('Subject: CN=SANDBOX IACA,O=JPKI SANDBOX,C=JP')
    expect(lines).toContain('Issuer: CN=SANDBOX IACA,O=JPKI SANDBOX,C=JP')
    expect(lines.filter((line) => line.includes('ecdsa-with-SHA384'))).toHaveLength(2)
  })

  test('ISO/IEC 18013-5 annex B.1.4 the document signer’s certificate', async () => {
    const lines = await text(signer.certificate)
    const key = extensions(await text(iaca.certificate))[0]?.split(' = ')[1] ?? 'none'
    expect(extensions(lines)).toEqual([
      expect.stringMatching(`^Authority Key Identifier = (keyid:)?${key}$`),
      expect.stringMatching(/^Subject Key Identifier = /),
      'Key Usage! = Digital Signature',
      `Issuer Alternative Name = URI:${mdocLocations.contact}`,
      'CRL Distribution Points = Full Name:',
      'Extended Key Usage! = 1.0.18013.5.1.2',
    ])
    expect(lines).toContain('ASN1 OID: prime256v1')
    expect(lines).not.toContain('CA:TRUE')
  })

  test('RFC 5280 §6.1 openssl accepts the document signer under its IACA in strict mode, and under no other', async () => {
    const other = await newIaca()
    await withFolder(async (put) => {
      const leaf = await put('leaf.pem', signer.certificate.der, 'CERTIFICATE')
      const verify = async (ca: TestCa): Promise<boolean> => {
        const anchor = await put('ca.pem', ca.certificate.der, 'CERTIFICATE')
        const time = ['-attime', String(now.getTime() / 1000)]
        const { code } = await openssl(['verify', '-x509_strict', ...time, '-CAfile', anchor, leaf])
        return code === 0
      }
      expect(await verify(iaca)).toBe(true)
      expect(await verify(other)).toBe(false)
    })
  })

  test('X.690 both are written octet by octet as they were read', () => {
    for (const { certificate } of [iaca, signer])
      expect(encodeCertificate(certificate)).toEqual(certificate.der)
  })
})

describe('the lint stops', () => {
  test('ISO/IEC 18013-5 annex B.1.4 a document signer of 458 days', async () => {
    const { validity } = documentSignerRequest(iaca, new Uint8Array())
    const notAfter = new Date(validity.notAfter.getTime() + 86_400_000)
    expect(await findings({ validity: { ...validity, notAfter } })).toMatch('457 days')
  })
  test('ISO/IEC 18013-5 annex B.1.4 a serial number that was counted', async () => {
    expect(await findings({ serialNumber: '07' })).toMatch('63 bits')
  })
  test('ISO/IEC 18013-5 annex B.1.4 an RSA key', async () => {
    const { signer: rsa } = await newSigner('RS256')
    expect(await findings({ publicKey: rsa.publicKey })).toMatch('a key of a kind')
  })
  test('ISO/IEC 18013-5 annex B.1.4 an issuer that is reached nowhere', async () => {
    const locations = { ...mdocLocations, contact: 'urn:nobody' }
    expect(await findings({ locations })).toMatch('where the issuer is reached')
  })
})

describe('the path', () => {
  const judge = (certificate: Certificate, anchor: TestCa) =>
    verdictOf(
      validatePath({ certificate, anchors: [anchor.certificate], now, purpose: 'mdoc-signing' }),
    )

  test('ISO/IEC 18013-5 §9.3.3 a document signer is valid under its IACA, and not under another', async () => {
    expect(await judge(signer.certificate, iaca)).toBe('accepted')
    expect(await judge(signer.certificate, await newIaca('ES256'))).toMatch(/^PATH_/)
  })
  test('ISO/IEC 18013-5 §9.3.3 a certificate for anything else signs no mdoc', async () => {
    const ca = await newCa('signing')
    const holder = await newHolder('phoneSigning', ca)
    expect(await judge(holder.certificate, ca)).toBe('PATH_KEY_USAGE')
    expect(await judge(iaca.certificate, iaca)).toBe('PATH_KEY_USAGE')
  })
})
