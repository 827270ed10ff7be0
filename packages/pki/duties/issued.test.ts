/** What this package issues, by every profile and algorithm, and the published roots: no duty is broken but those listed here, each with its reason. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import type { Certificate } from '../certificate.ts'
import { createCrl } from '../crl.ts'
import * as der from '../der.ts'
import { parseCertificate } from '../index.ts'
import { createOcspRequest, parseOcspRequest } from '../ocsp-request.ts'
import { answerOcspRequest, createOcspResponse } from '../ocsp-response.ts'
import { oids } from '../oids.ts'
import { validatePath } from '../path.ts'
import { fromPem } from '../pem.ts'
import { profiles } from '../profiles/index.ts'
import { crlDistributionPointName } from '../profiles/names.ts'
import {
  type EndEntity,
  locations,
  newCa,
  newDocumentSigner,
  newHolder,
  newIaca,
  newMunicipalSeal,
  now,
  shibuya,
  type TestCa,
} from '../test-chain.ts'
import { caExtensions, forge } from '../test-forge.ts'
import { certificateDuties, crlDuties, type Finding, ocspDuties, strict } from './index.ts'

/** Profile → what it leaves out on purpose. */
const deliberate: Readonly<Record<string, readonly string[]>> = {
  // As in the published roots and cards: the list is found by its directory name.
  rootCa: ['POINT_WITHOUT_URI cRLDistributionPoints'],
  cardSigning: ['POINT_WITHOUT_URI cRLDistributionPoints'],
  cardAuthentication: ['POINT_WITHOUT_URI cRLDistributionPoints'],
}

const aki = {
  oid: oids.authorityKeyIdentifier,
  critical: false,
  value: der.sequence(der.implicit(0, der.octetString(Uint8Array.of(1)))),
}
const short = (list: readonly Finding[]): string[] => list.map(({ code, at }) => `${code} ${at}`)
const ends = ['ocspResponder', 'timeStamping', 'cardSigning', 'phoneSigning'] as const
const authenticating = ['cardAuthentication', 'phoneAuthentication'] as const
const nextUpdate = new Date(now.getTime() + 3600_000)

describe.each(['RS256', 'ES384'] as const)('issued by %s', (algorithm) => {
  let ca: TestCa
  const issued = new Map<string, Certificate>()
  beforeAll(async () => {
    ca = await newCa('signing', { algorithm })
    const other = await newCa('authentication', { algorithm })
    const iaca = await newIaca(algorithm === 'RS256' ? 'ES256' : 'ES384')
    issued.set('rootCa', ca.certificate)
    const add = async (profile: EndEntity, issuer: TestCa): Promise<void> => {
      issued.set(profile, (await newHolder(profile, issuer, { algorithm })).certificate)
    }
    for (const profile of ends) await add(profile, ca)
    for (const profile of authenticating) await add(profile, other)
    issued.set('iaca', iaca.certificate)
    issued.set('documentSigner', (await newDocumentSigner(iaca)).certificate)
    const municipal = await newMunicipalSeal()
    issued.set('municipalCa', municipal.ca)
    issued.set('municipalSeal', municipal.seal)
  })

  test('RFC 5280 §4 a certificate of every profile breaks no duty but the listed ones', () => {
    expect([...issued.keys()].toSorted()).toEqual(Object.keys(profiles).toSorted())
    for (const [profile, certificate] of issued)
      expect([profile, short(certificateDuties(certificate.der))]).toEqual([
        profile,
        deliberate[profile] ?? [],
      ])
  })

  test('RFC 5280 §6.1 strict takes each of them', () => {
    for (const certificate of issued.values())
      expect(() => strict(certificate, [certificate])).not.toThrow()
  })

  test('RFC 5280 §5 a CRL breaks no duty: empty, with every form of point, with reasons and a suspension', async () => {
    const options = { issuer: ca.certificate, signer: ca.signer, thisUpdate: now, nextUpdate }
    const directoryName = crlDistributionPointName(ca.certificate, shibuya)
    const entries = [
      { serialNumber: '05', revokedAt: now },
      { serialNumber: '06', revokedAt: now, reason: 'certificateHold' },
      { serialNumber: '07', revokedAt: new Date('2026-01-01'), reason: 'cessationOfOperation' },
    ] as const
    const lists = [
      await createCrl({ ...options, number: 1, entries: [] }),
      await createCrl({ ...options, number: 2n ** 150n, entries }),
      await createCrl({ ...options, number: 3, entries, distributionPoint: { directoryName } }),
      await createCrl({
        ...options,
        number: 4,
        entries,
        distributionPoint: { directoryName, uri: locations.crl },
      }),
    ]
    expect(lists.flatMap(crlDuties)).toEqual([])
  })

  test('RFC 6960 §4.2.2.1 an OCSP answer breaks no duty; one whose status is later than itself does', async () => {
    const responder = await newHolder('ocspResponder', ca, { algorithm })
    const certificate = issued.get('cardSigning') ?? ca.certificate
    const request = createOcspRequest({ certificate, issuer: ca.certificate })
    const signing = { signer: responder.signer, responderCertificate: responder.certificate }
    const answer = await answerOcspRequest({
      ...signing,
      request,
      issuer: ca.certificate,
      now,
      nextUpdate,
      statusOf: () => ({ status: 'good' }),
    })
    expect(ocspDuties(answer)).toEqual([])
    const late = await createOcspResponse({
      ...signing,
      producedAt: now,
      thisUpdate: nextUpdate,
      nextUpdate,
      responses: parseOcspRequest(request).certIds.map((certId) => ({ certId, status: 'good' })),
    })
    expect(short(ocspDuties(late))).toEqual(['STATUS_AFTER_ANSWER thisUpdate'])
    expect(short(ocspDuties(Uint8Array.of(5, 0)))).toEqual(['MALFORMED response'])
  })
})

describe('strict', () => {
  test('RFC 5280 §4 a path is taken, and refused by a verifier that is strict, where its CA breaks a duty', async () => {
    const { certificate: anchor, signer } = await newCa('signing', { algorithm: 'ES384' })
    const issuer = { name: anchor.subject.der, signer }
    const options = { subject: [['CN', 'a CA']], issuer, signer: (await newIaca()).signer } as const
    const below = await forge({ ...options, extensions: caExtensions() })
    const path = { certificate: below, anchors: [anchor], now }
    expect((await validatePath(path)).chain).toEqual([below])
    const refusal = validatePath({ ...path, strict })
    expect(await codeOf(refusal)).toBe('PATH_STRICT')
    await expect(refusal).rejects.toThrow(/a CA: subjectKeyIdentifier: a CA has no subject key/)
  })

  test('RFC 5280 §4.1.2.2 the number of an anchor is no matter, that of a certificate below is', async () => {
    const { certificate, signer } = await newCa('signing', { algorithm: 'ES384' })
    const zero = await forge({
      subject: [['CN', 'a CA']],
      issuer: { name: certificate.subject.der, signer },
      signer,
      serialNumber: '00',
      extensions: certificate.extensions
        .filter(({ oid }) => oid !== oids.subjectAltName)
        .concat(aki),
    })
    expect(() => strict(zero, [certificate])).not.toThrow()
    expect(() => strict(certificate, [zero])).toThrow(/serialNumber: the serial number is not pos/)
  })
})

const folder = process.env['KAZASHI_CARD_CA_ROOTS']

test('RFC 5280 §4 the published roots break no duty that ours do not, and strict takes them', (ctx) => {
  if (folder === undefined)
    return ctx.skip('KAZASHI_CARD_CA_ROOTS names no folder with the published roots')
  const files = readdirSync(folder).filter((name) => /\.(pem|cer)$/.test(name))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(join(folder, file)))
    const root = parseCertificate(
      bytes[0] === 0x30 ? bytes : fromPem('CERTIFICATE', new TextDecoder().decode(bytes)),
    )
    expect(short(certificateDuties(root.der))).toEqual(deliberate['rootCa'])
    expect(() => strict(root, [root])).not.toThrow()
  }
})
