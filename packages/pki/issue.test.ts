import { hex } from '@kazashi/octets'
import { beforeAll, describe, expect, test } from 'vitest'
import { outcomeOf } from '../../tools/code-of.ts'
import { parseCertificate } from './certificate.ts'
import { PkiError } from './errors.ts'
import { type IssueRequest, issueCertificate } from './issue.ts'
import { checkCertificate, signChecked } from './lint.ts'
import { profiles } from './profiles/index.ts'
import {
  attributes,
  cardEnd,
  newCa,
  newHolder,
  newSigner,
  request,
  type TestCa,
} from './test-chain.ts'

let ca: TestCa
let publicKey: Uint8Array
beforeAll(async () => {
  ca = await newCa('signing', { algorithm: 'ES384' })
  publicKey = (await newSigner('ES384')).signer.publicKey
})

const findings = async (asked: IssueRequest): Promise<string> => {
  const outcome = await outcomeOf(issueCertificate(asked))
  if (!(outcome instanceof PkiError)) return 'issued'
  return `${outcome.code} ${(outcome.findings ?? []).join('; ')}`
}
type CardSigning = Extract<IssueRequest, { profile: 'cardSigning' }>
const cardSigning = (change: Partial<CardSigning>): CardSigning => {
  const asked = request('cardSigning', ca, publicKey)
  if (asked.profile !== 'cardSigning') throw new Error('another profile')
  return { ...asked, ...change }
}

describe('check, then sign', () => {
  const beginning = new Date('2026-09-01T01:00:00Z')
  test.each<[string, Partial<CardSigning>, string]>([
    ['RFC 5280 §4.1.2.2 a serial number of zero', { serialNumber: '00' }, 'is not positive'],
    [
      'JPKI profile: a serial number of three octets',
      { serialNumber: '123456' },
      'is not of four octets',
    ],
    [
      'JPKI profile: a serial number with a sign octet',
      { serialNumber: '80000001' },
      'is not of four octets',
    ],
    ['JPKI profile: a name of 27 digits', { commonName: '1'.repeat(27) }, 'CN is not of its form'],
    [
      'RFC 5280 §4.1.2.5 an end before the beginning',
      { validity: { notBefore: cardEnd, notAfter: beginning } },
      'it ends before it begins',
    ],
    [
      'JPKI profile: an end at noon',
      { validity: { notBefore: beginning, notAfter: new Date('2031-09-01T03:00:00Z') } },
      'it does not end at 23:59:59 Japan time',
    ],
    [
      'JPKI profile: six years',
      { validity: { notBefore: beginning, notAfter: new Date('2032-09-01T14:59:59Z') } },
      'valid for more than 5 years',
    ],
    [
      'RFC 5280 §4.1.2.5 an end after the issuer’s',
      {
        validity: { notBefore: new Date('2033-01-01'), notAfter: new Date('2035-09-01T14:59:59Z') },
      },
      'it outlives its issuer',
    ],
    [
      'RFC 5280 §4.2.1.4 a CPS pointer that is no URL',
      { cps: 'the counter' },
      'a policy without a CPS pointer',
    ],
    [
      'RFC 5280 appendix A.1 a municipality’s name of 130 characters',
      { municipality: { code: '13113', prefectureLatin: 'Tokyo-to', nameLatin: 'S'.repeat(130) } },
      'L is empty or too long',
    ],
  ])('%s is found and nothing is signed', async (_, change, finding) => {
    expect(await findings(cardSigning(change))).toMatch(/^LINT_FAILED/)
    expect(await findings(cardSigning(change))).toContain(finding)
  })

  test('JPKI profile: attributes that do not fit are refused', async () => {
    const wrong = { ...attributes, nameFlags: '0' }
    expect(await findings(cardSigning({ attributes: wrong }))).toBe('ATTRIBUTES_MALFORMED ')
  })

  test('RFC 5280 §6.1.3 a signer that is not the issuer’s key is found', async () => {
    const { signer } = await newSigner('ES384')
    const issuer = { certificate: ca.certificate, signer }
    expect(await findings(cardSigning({ issuer }))).toContain('the signing key is not the issuer’s')
  })

  test('RFC 5280 §4.2.1.9 an end entity cannot issue', async () => {
    const responder = await newHolder('ocspResponder', ca, { algorithm: 'ES384' })
    const found = await findings(request('ocspResponder', responder, publicKey))
    expect(found).toContain('the issuer is no CA')
    expect(found).toContain('the issuer may not sign certificates')
  })

  test('RFC 5280 §4.1.2.7 the issuer’s own key, a weak key and a foreign curve are found', async () => {
    expect(await findings(cardSigning({ publicKey: ca.signer.publicKey }))).toContain(
      'the key is the issuer’s own',
    )
    const { signer } = await newSigner('ES256')
    expect(await findings(cardSigning({ publicKey: signer.publicKey }))).toContain(
      'a key of a kind that is not used',
    )
    const weak = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength: 1024,
        publicExponent: Uint8Array.of(1, 0, 1),
      },
      true,
      ['sign', 'verify'],
    )
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', weak.publicKey))
    expect(await findings(cardSigning({ publicKey: spki }))).toContain('no RSA-2048 with 65537')
  })

  test('RFC 5280 §4.1.1 a key that is no key, and a serial number that is none, are refused before anything is built', async () => {
    expect(await findings(cardSigning({ publicKey: Uint8Array.of(1, 2, 3) }))).toMatch(
      /^(DER_INVALID|CERTIFICATE_MALFORMED)/,
    )
    expect(await findings(cardSigning({ serialNumber: 'xyz' }))).toMatch(/^SERIAL_INVALID/)
  })

  test('RFC 5280 §4.1.1 a token is good for one signature, by the key that was checked, and cannot be made up', async () => {
    const { tbs } = (await newHolder('cardSigning', ca, { algorithm: 'ES384' })).certificate
    const context = {
      profile: profiles.cardSigning,
      issuer: ca.certificate,
      signer: { algorithm: ca.signer.algorithm, publicKey: ca.signer.publicKey },
    }
    const token = checkCertificate(tbs, context)
    expect(parseCertificate(await signChecked(token, ca.signer)).tbs).toEqual(tbs)
    await expect(signChecked(token, ca.signer)).rejects.toMatchObject({ code: 'TOKEN_SPENT' })
    await expect(signChecked({ profile: 'cardSigning' }, ca.signer)).rejects.toMatchObject({
      code: 'TOKEN_SPENT',
    })
    const { signer } = await newSigner('ES384')
    await expect(signChecked(checkCertificate(tbs, context), signer)).rejects.toMatchObject({
      code: 'KEY_INVALID',
    })
  })

  test('RFC 5280 §4.1.1 the checked octets are the signed ones: changing them afterwards changes nothing', async () => {
    const tbs = (await newHolder('cardSigning', ca, { algorithm: 'ES384' })).certificate.tbs.slice()
    const context = {
      profile: profiles.cardSigning,
      issuer: ca.certificate,
      signer: { algorithm: ca.signer.algorithm, publicKey: ca.signer.publicKey },
    }
    const before = tbs.slice()
    const token = checkCertificate(tbs, context)
    tbs.fill(0)
    expect(parseCertificate(await signChecked(token, ca.signer)).tbs).toEqual(before)
  })

  test('RFC 5280 §4.1.1 a signer that makes a faulty signature: nothing leaves', async () => {
    const { tbs } = (await newHolder('cardSigning', ca, { algorithm: 'ES384' })).certificate
    const token = checkCertificate(tbs, {
      profile: profiles.cardSigning,
      issuer: ca.certificate,
      signer: { algorithm: ca.signer.algorithm, publicKey: ca.signer.publicKey },
    })
    const faulty = {
      ...ca.signer,
      sign: async () => hex.parse('3006020101020101') ?? new Uint8Array(),
    }
    await expect(signChecked(token, faulty)).rejects.toMatchObject({ code: 'KEY_INVALID' })
  })

  test('RFC 5280 §4.2 a certificate of one profile is not taken for another: order and values are found', async () => {
    const { tbs } = (await newHolder('cardAuthentication', ca, { algorithm: 'ES384' })).certificate
    expect(() =>
      checkCertificate(tbs, {
        profile: profiles.cardSigning,
        issuer: ca.certificate,
        signer: { algorithm: ca.signer.algorithm, publicKey: ca.signer.publicKey },
      }),
    ).toThrow(/extensions 2.5.29.15! 2.5.29.37 .*, not 2.5.29.15! 2.5.29.17/)
  })
})
