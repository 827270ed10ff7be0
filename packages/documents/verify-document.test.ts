/** Documents of each kind with the certificate's path and status: what is accepted, what is refused and why, and what a time stamp proves. */
import {
  addSignatureTimeStamp,
  answerOcspRequest,
  answerTimeStampQuery,
  type Certificate,
  createSignedData,
  createTimeStampRequest,
  imprintOf,
  type OcspCertStatus,
  readTimeStampResponse,
  signatureValueOf,
} from '@kazashi/pki'
import {
  newCa,
  newHolder,
  newSigner,
  now,
  type TestCa,
  type TestHolder,
} from '@kazashi/pki/test-chain'
import { forge, timeStamping } from '@kazashi/pki/test-forge'
import { createVerifier } from '@kazashi/verify'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { type DocumentOptions, formatOf } from './findings.ts'
import { signPdf } from './pdf/sign.ts'
import { added, newPdf } from './pdf/test-pdfs.ts'
import { verifyDocument } from './verify-document.ts'
import { signXml } from './xml/sign.ts'

const algorithm = 'ES384'
const content = new TextEncoder().encode('契約書')
const day = 24 * 3600_000
const later = (days: number) => new Date(now.getTime() + days * day)

let ca: TestCa
let other: TestCa
let responder: TestHolder
let person: TestHolder
let stranger: TestHolder
let phone: TestHolder
let stamps: { signer: TestCa['signer']; certificate: Certificate; root: TestCa }
beforeAll(async () => {
  ca = await newCa('signing', { algorithm })
  other = await newCa('signing', { algorithm })
  responder = await newHolder('ocspResponder', ca, { algorithm })
  person = await newHolder('phoneSigning', ca, { algorithm })
  stranger = await newHolder('phoneSigning', other, { algorithm })
  phone = await newHolder('phoneAuthentication', ca, { algorithm })
  const { signer } = await newSigner('ES256')
  const root = await newCa('signing', { algorithm })
  const issuer = { name: root.certificate.subject.der, signer: root.signer }
  const certificate = await forge({
    subject: [['CN', 'tsa']],
    issuer,
    signer,
    extensions: timeStamping,
  })
  stamps = { signer, certificate, root }
})

let clock: Date
let status: OcspCertStatus
beforeEach(() => {
  clock = now
  status = { status: 'good' }
})
const network: typeof globalThis.fetch = async (_, init) => {
  if (!(init?.body instanceof Uint8Array)) return new Response(null, { status: 404 })
  const answer = await answerOcspRequest({
    request: init.body,
    issuer: ca.certificate,
    signer: responder.signer,
    responderCertificate: responder.certificate,
    now: clock,
    nextUpdate: new Date(clock.getTime() + 60_000),
    statusOf: () => status,
  })
  return new Response(new Uint8Array(answer))
}
const check = (document: Uint8Array, options: DocumentOptions = {}) =>
  verifyDocument(
    createVerifier({
      anchors: [{ kind: 'signing', certificate: ca.certificate.der }],
      fetch: network,
      now: () => clock,
    }),
    document,
    options,
  )
/** The refusals' codes, or what was accepted. */
const verdicts = async (document: Uint8Array, options?: DocumentOptions) =>
  (await check(document, options)).signatures.map((one) =>
    one.accepted ? 'accepted' : one.error.code,
  )

/** At a time, stamped with the answer's own. */
async function stamped(cms: Uint8Array, at = clock): Promise<Uint8Array> {
  const request = createTimeStampRequest(imprintOf(signatureValueOf(cms)))
  const authority = { ...stamps, policy: '1.2.3', serialNumber: () => Uint8Array.of(1) }
  const token = readTimeStampResponse(await answerTimeStampQuery(request, authority, at))
  return addSignatureTimeStamp(cms, token)
}
const ofCms = (holder = person, detached = false) =>
  createSignedData({ content, signingTime: clock, detached, ...holder })
const ofPdf = async (holder = person, stamp?: (cms: Uint8Array) => Promise<Uint8Array>) =>
  signPdf(await newPdf(), {
    signingTime: clock,
    reason: '承諾',
    ...holder,
    ...(stamp && { stamp }),
  })
const ofXml = (holder = person) =>
  signXml(new TextEncoder().encode('<order><item>1</item></order>'), {
    kind: 'enveloped',
    signedProperties: { signingTime: clock },
    ...holder,
  })
const makers = { cms: ofCms, pdf: ofPdf, xml: ofXml } as const
const formats = ['cms', 'pdf', 'xml'] as const

describe.each(formats)('RFC 5280 §6, ISO 32000-2 §12.8, XML Signature 1.1: %s', (format) => {
  const make = (holder = person): Promise<Uint8Array> => makers[format](holder)

  test('RFC 5280 §6.1 whose it is, what is covered, when and by whose clock it was checked', async () => {
    const document = await make()
    expect(formatOf(document)).toBe(format)
    const told = await check(document)
    expect(told).toMatchObject({ format, accepted: true, checkedAt: now })
    expect(told.signatures).toMatchObject([
      {
        accepted: true,
        status: 'good',
        statusCheckedAt: now,
        attributes: { name: '見本　花子', nameFlags: '00100' },
        signingTime: now,
        provenTime: undefined,
        coverage: { format },
      },
    ])
  })

  test.each<[string, OcspCertStatus, string]>([
    [
      'CERTIFICATE_SUSPENDED',
      { status: 'revoked', revokedAt: now, reason: 'certificateHold' },
      'CERTIFICATE_SUSPENDED',
    ],
    ['CERTIFICATE_REVOKED', { status: 'revoked', revokedAt: now }, 'CERTIFICATE_REVOKED'],
    ['STATUS_UNKNOWN', { status: 'unknown' }, 'STATUS_UNKNOWN'],
  ])('%s by the certificate’s status', async (_, answer, code) => {
    const document = await make()
    status = answer
    expect(await verdicts(document)).toEqual([code])
    expect(await check(document)).toMatchObject({ accepted: false })
  })

  test('CHAIN_INVALID KEY_USAGE CERTIFICATE_EXPIRED of another authority, of another purpose, and over', async () => {
    expect(await verdicts(await make(stranger))).toEqual(['CHAIN_INVALID'])
    expect(await verdicts(await make(phone))).toEqual(['KEY_USAGE'])
    const document = await make()
    clock = later(3000)
    expect(await verdicts(document)).toEqual(['CERTIFICATE_EXPIRED'])
  })
})

describe('SIGNATURE_INVALID DOCUMENT_NOT_COVERED DOCUMENT_CHANGED what was touched', () => {
  test('SIGNATURE_INVALID an octet of the content is another', async () => {
    const change = (document: Uint8Array, from: string, to: string): Uint8Array => {
      const text = Buffer.from(document).toString('latin1')
      expect(text).toContain(from)
      return new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'))
    }
    const inCms = change(await ofCms(), Buffer.from(content).toString('latin1'), 'x'.repeat(9))
    expect(await verdicts(inCms)).toEqual(['SIGNATURE_INVALID'])
    expect(await verdicts(change(await ofPdf(), '/MediaBox [ 0', '/MediaBox [ 1'))).toEqual([
      'SIGNATURE_INVALID',
    ])
    expect(await verdicts(change(await ofXml(), '<item>1', '<item>2'))).toEqual([
      'SIGNATURE_INVALID',
    ])
    const detached = await ofCms(person, true)
    expect(await verdicts(detached, { content })).toEqual(['accepted'])
    expect(await verdicts(detached, { content: content.with(0, 0) })).toEqual(['SIGNATURE_INVALID'])
    expect(await codeOf(check(detached))).toBe('DOCUMENT_MALFORMED')
  })

  test('DOCUMENT_CHANGED a page of a PDF that was signed has another text since; a second signature is none', async () => {
    const signed = await ofPdf()
    const drawn = await added(signed, (document) =>
      document.getPage(0).drawText('9', { x: 1, y: 1 }),
    )
    expect(await verdicts(drawn)).toEqual(['DOCUMENT_CHANGED'])
    const again = await signPdf(signed, { signingTime: clock, ...person })
    expect(await verdicts(again)).toEqual(['accepted', 'accepted'])
    expect((await check(again)).signatures[0]).toMatchObject({
      coverage: { covers: 'revision', since: { changes: 'signed-again' } },
    })
  })

  test('DOCUMENT_NOT_COVERED a byte range that leaves out more than the value', async () => {
    const text = Buffer.from(await ofPdf()).toString('latin1')
    const [whole = '', first = ''] = /\/ByteRange \[0 (\d+)/.exec(text) ?? []
    const less = whole.replace(first, String(Number(first) - 1).padEnd(first.length))
    const forged = new Uint8Array(Buffer.from(text.replace(whole, less), 'latin1'))
    expect(await verdicts(forged)).toEqual(['DOCUMENT_NOT_COVERED'])
  })

  test('DOCUMENT_MALFORMED DOCUMENT_NOT_SIGNED nothing that can be read, and nothing that is signed', async () => {
    for (const octets of [
      new Uint8Array(),
      content,
      Uint8Array.of(0x30, 0x03, 1, 2, 3),
      new TextEncoder().encode('<a>'),
      new TextEncoder().encode('%PDF-1.7 x'),
    ])
      expect(await codeOf(check(octets))).toBe('DOCUMENT_MALFORMED')
    expect(await codeOf(check(await newPdf()))).toBe('DOCUMENT_NOT_SIGNED')
    expect(await codeOf(check(new TextEncoder().encode('<a/>')))).toBe('DOCUMENT_NOT_SIGNED')
  })
})

describe('RFC 3161 §2.2 what a time stamp proves', () => {
  const believed = (): DocumentOptions => ({ timeStampAnchors: [stamps.root.certificate.der] })

  test('RFC 3161 §2.2 a certificate that was revoked after, or is over by now, held when it signed', async () => {
    for (const document of [await stamped(await ofCms()), await ofPdf(person, stamped)]) {
      clock = later(1)
      status = { status: 'revoked', revokedAt: later(0.5), reason: 'cessationOfOperation' }
      expect(await verdicts(document)).toEqual(['CERTIFICATE_REVOKED'])
      expect((await check(document, believed())).signatures).toMatchObject([
        { accepted: true, provenTime: new Date(now.getTime() + 1000), endedAt: later(0.5) },
      ])
      status = { status: 'revoked', revokedAt: later(-0.5), reason: 'cessationOfOperation' }
      expect(await verdicts(document, believed())).toEqual(['CERTIFICATE_REVOKED'])
      status = { status: 'revoked', revokedAt: later(0.5), reason: 'keyCompromise' }
      expect(await verdicts(document, believed())).toEqual(['CERTIFICATE_REVOKED'])
      clock = now
      status = { status: 'good' }
    }
  })

  test('TIME_STAMP_INVALID of an authority that nobody believes, of the future, or of something else: it proves nothing, and hurts nothing', async () => {
    const told = async (document: Uint8Array, options: DocumentOptions) => {
      const [one] = (await check(document, options)).signatures
      if (one?.accepted !== true) throw new Error('it is accepted')
      return [one.provenTime, one.stampErrors.map(({ code }) => code)]
    }
    const document = await stamped(await ofCms())
    const nothing = [undefined, ['TIME_STAMP_INVALID']]
    expect(await told(document, { timeStampAnchors: [other.certificate.der] })).toEqual(nothing)
    expect(await told(await stamped(await ofCms(), later(2)), believed())).toEqual(nothing)
    const [one, two] = [await ofCms(), await ofCms()]
    const request = createTimeStampRequest(imprintOf(signatureValueOf(two)))
    const authority = { ...stamps, policy: '1.2.3', serialNumber: () => Uint8Array.of(1) }
    const token = readTimeStampResponse(await answerTimeStampQuery(request, authority, clock))
    const forged = addSignatureTimeStamp(one, token)
    expect(await told(forged, believed())).toEqual(nothing)
    // A good one beside it counts.
    const proven = new Date(now.getTime() + 1000)
    expect(await told(await stamped(forged), believed())).toEqual([proven, ['TIME_STAMP_INVALID']])
    expect(await told(document, {})).toEqual([undefined, []])
  })

  test('RFC 3161 §4 an authority whose certificate is over could date back: its stamp proves nothing any more', async () => {
    const document = await stamped(await ofCms())
    clock = new Date('2030-06-01T00:00:00Z')
    status = { status: 'revoked', revokedAt: later(0.5), reason: 'cessationOfOperation' }
    expect(await verdicts(document, believed())).toEqual(['CERTIFICATE_REVOKED'])
  })
})

test('DOCUMENT_NOT_COVERED an XML signature over a part is taken only where parts are asked for', async () => {
  const text = '<order><item Id="i1">1</item><amount>100</amount></order>'
  const part = await signXml(new TextEncoder().encode(text), {
    kind: 'enveloped',
    covers: 'i1',
    ...person,
  })
  const forged = new TextEncoder().encode(new TextDecoder().decode(part).replace('>100<', '>900<'))
  expect(await verdicts(forged)).toEqual(['DOCUMENT_NOT_COVERED'])
  expect((await check(forged, { parts: true })).signatures).toMatchObject([
    { accepted: true, coverage: { covers: [{ kind: 'element', id: 'i1' }] } },
  ])
})

test('RFC 5652 §5 CMS around a PDF, and XML that speaks of one, are what they begin as', async () => {
  const cms = await createSignedData({ content: await newPdf(), signingTime: clock, ...person })
  expect(formatOf(cms)).toBe('cms')
  expect(await verdicts(cms)).toEqual(['accepted'])
  expect(formatOf(new TextEncoder().encode('<a>%PDF-1.4</a>'))).toBe('xml')
})
