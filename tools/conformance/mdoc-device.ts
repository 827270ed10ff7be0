/**
 * What an answer is bound to, and the device's signature over it (ISO/IEC 18013-5 §9.1.3): transcripts of OpenID4VP 1.0, of annex C and of
 * two readers, octet by octet; answers of other wallets, and that of annex D with its tag.
 */
import { createHash } from 'node:crypto'
import { equalBytes } from '@kazashi/octets'
import { z } from 'zod'
import { type CborValue, encodeCbor } from '../../packages/mdoc/cbor.ts'
import { decodeCbor } from '../../packages/mdoc/cbor-reader.ts'
import { verifyDevice } from '../../packages/mdoc/device.ts'
import { parseDeviceResponse } from '../../packages/mdoc/mdoc.ts'
import {
  annexCTranscript,
  digitalCredentialsTranscript,
  openId4VpTranscript,
  proximityTranscript,
} from '../../packages/mdoc/transcript.ts'
import { verdictOf } from '../code-of.ts'
import { type CaseResult, readJson, type Suite } from './suite.ts'

const hex = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'hex')))
const openId = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      clientId: z.string().optional(),
      origin: z.string().optional(),
      nonce: z.string(),
      responseUri: z.string().optional(),
      jwkThumbprintHex: hex,
      sessionTranscript: hex,
    }),
  ),
})
const annexC = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      origin: z.string(),
      encryptionInfoB64: z.string(),
      expected: z.object({ sessionTranscriptCborSha256Hex: hex }),
    }),
  ),
  transcriptOnly: z.array(
    z.object({ encryptionInfoB64: z.string(), origin: z.string(), sessionTranscriptHex: hex }),
  ),
})
const readers = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      expectedEncodedSessionTranscript: hex,
      coseEncodedEReaderKey: hex,
      encodedDeviceEngagement: hex,
      coseEncodedNFCHandover: hex.optional(),
    }),
  ),
})
const transcript = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('OpenID4VP-1.0'),
    clientId: z.string(),
    nonce: z.string(),
    responseUri: z.string(),
    jwkThumbprintHex: hex,
  }),
  z.object({
    type: z.literal('OpenID4VP-draft18 / ISO 18013-7 Annex B'),
    clientId: z.string(),
    nonce: z.string(),
    mdocGeneratedNonce: z.string(),
    responseUri: z.string(),
  }),
  z.object({
    type: z.literal('OpenID4VP-DCAPI-draft24'),
    origin: z.string(),
    clientId: z.string(),
    nonce: z.string(),
  }),
  z.object({ type: z.literal('ISO 18013-7 Annex C (dcapi)'), sessionTranscriptHex: hex }),
])
const interop = z.object({
  cases: z.array(z.object({ id: z.string(), hex, transcript: transcript.nullish() })),
})
const key = z.object({ xHex: hex, yHex: hex, dHex: hex })
const annexD = z.object({
  deviceResponse: hex,
  sessionTranscriptBytes: hex,
  keys: z.object({ ephemeralReader: key }),
})

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const hashed = (value: CborValue) => sha256(encodeCbor(value))
const handover = (value: CborValue) => encodeCbor([null, null, value])

const same = (id: string, seen: Uint8Array, wanted: Uint8Array): CaseResult => ({
  id: `transcript ${id}`,
  agrees: equalBytes(seen, wanted),
  isWrongAccept: false,
  seen: Buffer.from(seen).toString('hex'),
})

/** Handovers of drafts are built here: only tests need them. */
function transcriptOf(told: z.infer<typeof transcript>): Uint8Array {
  switch (told.type) {
    case 'OpenID4VP-1.0':
      return openId4VpTranscript({ ...told, jwkThumbprint: told.jwkThumbprintHex })
    case 'OpenID4VP-draft18 / ISO 18013-7 Annex B': {
      const nonce = told.mdocGeneratedNonce
      return handover([
        hashed([told.clientId, nonce]),
        hashed([told.responseUri, nonce]),
        told.nonce,
      ])
    }
    case 'OpenID4VP-DCAPI-draft24':
      return handover(['OpenID4VPDCAPIHandover', hashed([told.origin, told.clientId, told.nonce])])
    case 'ISO 18013-7 Annex C (dcapi)':
      return told.sessionTranscriptHex
  }
}

/** Right for its own session, wrong for any other. */
async function answers(
  id: string,
  response: Uint8Array,
  own: Uint8Array,
  readerPrivateKey?: CryptoKey,
): Promise<CaseResult[]> {
  const [document] = parseDeviceResponse(response)
  if (document === undefined) throw new Error(`${id}: no document`)
  const verdict = (bytes: Uint8Array) =>
    verdictOf(
      verifyDevice(document, {
        transcript: bytes,
        ...(readerPrivateKey && { readerPrivateKey }),
      }),
    )
  const [seen, elsewhere] = await Promise.all([verdict(own), verdict(handover(['another']))])
  return [
    { id: `device ${id}`, agrees: seen === 'accepted', isWrongAccept: false, seen },
    {
      id: `device ${id}, in another session`,
      agrees: elsewhere === 'DEVICE_SIGNATURE_INVALID',
      isWrongAccept: elsewhere === 'accepted',
      seen: elsewhere,
    },
  ]
}

/** Annex D.5.3: a tag by the reader's key. */
async function annexDAnswer(vectors: z.infer<typeof annexD>): Promise<CaseResult[]> {
  const { xHex, yHex, dHex } = vectors.keys.ephemeralReader
  const [x, y, d] = [xHex, yHex, dHex].map((one) => Buffer.from(one).toString('base64url'))
  const reader = await crypto.subtle.importKey(
    'jwk',
    { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: d ?? '' },
    { name: 'ECDH', namedCurve: 'P-256' },
    false,
    ['deriveBits'],
  )
  const encoded = decodeCbor(vectors.sessionTranscriptBytes)
  if (!(encoded instanceof Object && 'bytes' in encoded)) throw new Error('no encoded CBOR')
  return answers('annex-d', vectors.deviceResponse, encoded.bytes, reader)
}

export const mdocDevice: Suite = {
  name: 'mdoc-device',
  title: 'ISO/IEC 18013-5 §9.1.3, OpenID4VP 1.0 §B.2.6: transcripts, and devices that sign them',
  least: 19,
  exceptions: {},
  async run(folder) {
    const answered = readJson(folder, 'mdoc/interop-mdocs.json', interop).cases.filter(
      ({ transcript: told }) => told != null,
    )
    const c = readJson(folder, 'mdoc/iso18013-7-annex-c.json', annexC)
    const devices = await Promise.all([
      ...answered.map(({ id, hex: response, transcript: told }) =>
        told == null ? [] : answers(id, response, transcriptOf(told)),
      ),
      annexDAnswer(readJson(folder, 'mdoc/iso18013-5-annex-d.json', annexD)),
    ])
    return [
      ...readJson(folder, 'mdoc/openid4vp-1.0-session-transcripts.json', openId).cases.map(
        ({
          id,
          clientId,
          origin,
          nonce,
          responseUri,
          jwkThumbprintHex: jwkThumbprint,
          ...wanted
        }) =>
          same(
            id,
            origin === undefined
              ? openId4VpTranscript({
                  clientId: clientId ?? '',
                  nonce,
                  jwkThumbprint,
                  responseUri: responseUri ?? '',
                })
              : digitalCredentialsTranscript({ origin, nonce, jwkThumbprint }),
            wanted.sessionTranscript,
          ),
      ),
      ...c.cases.map(({ id, origin, encryptionInfoB64: encryptionInfo, expected }) =>
        same(
          id,
          sha256(annexCTranscript({ encryptionInfo, origin })),
          expected.sessionTranscriptCborSha256Hex,
        ),
      ),
      ...c.transcriptOnly.map(({ encryptionInfoB64: encryptionInfo, origin, ...wanted }) =>
        same(
          `annex C, ${encryptionInfo}`,
          annexCTranscript({ encryptionInfo, origin }),
          wanted.sessionTranscriptHex,
        ),
      ),
      ...readJson(folder, 'mdoc/session-transcripts-nfc-qr.json', readers).cases.map((one) =>
        same(
          one.id,
          proximityTranscript({
            deviceEngagement: one.encodedDeviceEngagement,
            readerKey: one.coseEncodedEReaderKey,
            ...(one.coseEncodedNFCHandover && { handover: one.coseEncodedNFCHandover }),
          }),
          one.expectedEncodedSessionTranscript,
        ),
      ),
      ...devices.flat(),
    ]
  },
}
