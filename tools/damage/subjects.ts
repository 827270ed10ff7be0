/** What is damaged: a document of each kind that this project reads, what reads it, and what a right answer to damage is. */
import { isDeepStrictEqual } from 'node:util'
import { signPdf, verifyPdf } from '@kazashi/documents/pdf'
import { signXml, verifyXmlSignature } from '@kazashi/documents/xml'
import {
  addSignatureTimeStamp,
  answerOcspRequest,
  answerTimeStampQuery,
  createCertificationRequest,
  createCrl,
  createOcspRequest,
  createSignedData,
  createTimeStampRequest,
  imprintOf,
  PkiError,
  parseCertificate,
  parseCrl,
  parseOcspRequest,
  parseTimeStampQuery,
  pathStatus,
  readTimeStampResponse,
  signatureValueOf,
  validatePath,
  verifyCertificationRequest,
  verifyCms,
  verifyOcspResponse,
  verifyTimeStamp,
} from '@kazashi/pki'
import { newCa, newHolder, now } from '@kazashi/pki/test-chain'
import { newPdf } from '../../packages/documents/pdf/test-pdfs.ts'
import { damagedDer, damagedText } from './changes.ts'

export interface Subject {
  readonly name: string
  readonly bytes: Uint8Array
  readonly damage: typeof damagedDer
  /**
   * Reads it: refuses by a typed error, or gives what it is told.
   * @returns a text that is the same for what means the same; of a signed thing what was signed, and nothing else may come out
   */
  readonly read: (bytes: Uint8Array) => Promise<string> | string
  /** It is signed: whatever is told of damage must be what is told of the whole. */
  readonly isSigned: boolean
}

const content = new TextEncoder().encode('署名する文書')
const shown = (value: unknown): string => JSON.stringify(value) ?? ''

export async function subjects(): Promise<Subject[]> {
  const ca = await newCa('signing', { algorithm: 'ES384' })
  const person = await newHolder('phoneSigning', ca, { algorithm: 'ES384' })
  const responder = await newHolder('ocspResponder', ca, { algorithm: 'ES384' })
  const tsa = await newHolder('timeStamping', ca, { algorithm: 'ES384' })
  const { certificate } = person
  const nextUpdate = new Date(now.getTime() + 60_000)
  const nonce = new Uint8Array(16).fill(0x55)
  const request = createOcspRequest({ certificate, issuer: ca.certificate, nonce })
  const response = await answerOcspRequest({
    request,
    issuer: ca.certificate,
    signer: responder.signer,
    responderCertificate: responder.certificate,
    now,
    nextUpdate,
    statusOf: () => ({ status: 'good' }),
  })
  const crl = await createCrl({
    issuer: ca.certificate,
    signer: ca.signer,
    number: 5,
    thisUpdate: now,
    nextUpdate,
    entries: [{ serialNumber: certificate.serialNumber, revokedAt: now, reason: 'superseded' }],
  })
  const cms = await createSignedData({ content, signingTime: now, ...person })
  const query = createTimeStampRequest({ ...imprintOf(signatureValueOf(cms)), nonce })
  const stamped = await answerTimeStampQuery(
    query,
    {
      ...tsa,
      policy: '1.2.3',
      serialNumber: () => Uint8Array.of(7),
      certificates: [ca.certificate],
    },
    now,
  )
  const withStamp = addSignatureTimeStamp(cms, readTimeStampResponse(stamped))
  const pdf = await signPdf(await newPdf({ streams: false }), {
    signingTime: now,
    reason: '承諾',
    room: 4096,
    ...person,
  })
  const again = await signPdf(pdf, { signingTime: now, room: 4096, ...person })
  const xml = await signXml(
    new TextEncoder().encode('<order xmlns="urn:o"><item n="1">1000</item></order>'),
    {
      kind: 'enveloped',
      signedProperties: { signingTime: now },
      ...person,
    },
  )
  const path = await validatePath({ certificate, anchors: [ca.certificate], now })
  const der = damagedDer
  return [
    {
      name: 'certificate',
      bytes: certificate.der,
      damage: der,
      isSigned: true,
      read: async (bytes) => {
        const { chain } = await validatePath({ certificate: bytes, anchors: [ca.certificate], now })
        return shown(chain.at(-1)?.subject.text)
      },
    },
    {
      name: 'certificate, its structure',
      bytes: certificate.der,
      damage: der,
      isSigned: false,
      read: (bytes) => parseCertificate(bytes).subject.text,
    },
    {
      name: 'list',
      bytes: crl,
      damage: der,
      isSigned: false,
      read: (bytes) => shown(parseCrl(bytes).entries.length),
    },
    {
      name: 'status by a list',
      bytes: crl,
      damage: der,
      isSigned: true,
      read: async (bytes) => {
        const [status] = await pathStatus({ path, crls: [bytes], now })
        // A list that cannot be relied on says nothing.
        if (status?.status === 'undetermined') throw new PkiError('CRL_MALFORMED', 'no use')
        return shown(status?.status)
      },
    },
    {
      name: 'status question',
      bytes: request,
      damage: der,
      isSigned: false,
      read: (bytes) => shown(parseOcspRequest(bytes).certIds.length),
    },
    {
      name: 'status answer',
      bytes: response,
      damage: der,
      isSigned: true,
      read: async (bytes) => {
        const { status } = await verifyOcspResponse({
          response: bytes,
          certificate,
          issuer: ca.certificate,
          now,
          nonce,
        })
        return shown(status)
      },
    },
    {
      name: 'CMS',
      bytes: withStamp,
      damage: der,
      isSigned: true,
      read: async (bytes) => {
        const { content: signed, signers } = await verifyCms(bytes)
        return shown([
          [...signed],
          [...new Set(signers.map((one) => one.certificate.serialNumber))],
        ])
      },
    },
    {
      name: 'time stamp',
      bytes: readTimeStampResponse(stamped),
      damage: der,
      isSigned: true,
      read: async (bytes) => {
        const { time } = await verifyTimeStamp(bytes, { of: signatureValueOf(cms), nonce })
        return time.toISOString()
      },
    },
    {
      name: 'time stamp question',
      bytes: query,
      damage: der,
      isSigned: false,
      read: (bytes) => shown(parseTimeStampQuery(bytes).hash),
    },
    {
      name: 'certification request',
      bytes: await createCertificationRequest(person.signer),
      damage: der,
      isSigned: true,
      read: async (bytes) => shown([...(await verifyCertificationRequest(bytes)).publicKey]),
    },
    {
      name: 'PDF',
      bytes: again,
      damage: damagedText,
      isSigned: true,
      read: async (bytes) => {
        const verdicts = await verifyPdf(bytes)
        const refusal = verdicts.find(
          ({ outcome }) => outcome instanceof Error || outcome.since.changes === 'changed',
        )
        // Damage that leaves no signature in place leaves nothing that is taken for signed.
        return refusal || verdicts.length < 2
          ? pdfAnswer
          : shown(
              verdicts.map(({ outcome }) =>
                outcome instanceof Error ? '' : [outcome.kind, outcome.reason ?? ''],
              ),
            )
      },
    },
    {
      name: 'XML',
      bytes: xml,
      damage: damagedText,
      isSigned: true,
      read: async (bytes) => {
        const signatures = await verifyXmlSignature(bytes, { mustCover: 'whole-document' })
        return shown(
          signatures.map(({ covers }) => covers.map((one) => new TextDecoder().decode(one.octets))),
        )
      },
    },
  ]
}

const pdfAnswer = shown([
  ['signature', '承諾'],
  ['signature', ''],
])

/** Is what was told of damage right? */
export const isRight = (subject: Subject, whole: string, told: string): boolean =>
  !subject.isSigned || isDeepStrictEqual(told, whole)
