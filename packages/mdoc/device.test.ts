/** From the phone that presents to the asker that verifies: the device's signature, what it is bound to, and the refusals. */
import { newSigner, now } from '@kazashi/pki/test-chain'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import { type CborValue, EncodedCbor, encodeCbor } from './cbor.ts'
import { createSign1 } from './cose.ts'
import { deviceAuthentication } from './device.ts'
import {
  type MdocErrorCode,
  openId4VpTranscript,
  type PresentedDocument,
  parseDeviceResponse,
  parseMdoc,
  presentMdoc,
  verifyDevice,
  verifyMdoc,
} from './index.ts'
import { issueMdoc } from './issue.ts'
import { issueForTest, type TestIssue } from './testing.ts'

const asked = {
  clientId: 'x509_san_dns:shop.example',
  nonce: 'exc7gBkxjx1rdc9udRrveKvSsJIq80avlXeLHhGwqtA',
  jwkThumbprint: new Uint8Array(32).fill(7),
  responseUri: 'https://shop.example/response',
}
const transcript = openId4VpTranscript(asked)
const general = 'org.iso.23220.1'
const choice = new Map([[general, ['age_over_20']]])

let made: TestIssue
let device: Awaited<ReturnType<typeof newSigner>>
let issuerSigned: Uint8Array
beforeAll(async () => {
  made = await issueForTest()
  device = await newSigner('ES256')
  issuerSigned = await issueMdoc({ ...made.issue, deviceKey: await jwkOf(device.signer.publicKey) })
})

async function jwkOf(spki: Uint8Array) {
  const parameters = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('spki', new Uint8Array(spki), parameters, true, [])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key)
  return { kty: 'EC', crv: 'P-256', x, y } as const
}

async function presented(change: Partial<Parameters<typeof presentMdoc>[0]> = {}) {
  const { signer } = device
  const response = await presentMdoc({ issuerSigned, choice, transcript, signer, ...change })
  const [document] = parseDeviceResponse(response)
  if (document === undefined) throw new TypeError('no document')
  return document
}

test('ISO/IEC 18013-5 §8.3.2.1.2.2, §9.1.3.4 what was chosen is there, signed by issuer and device, and nothing else is', async () => {
  const document = await presented()
  await verifyDevice(document, { transcript })
  const { elements } = await verifyMdoc({ mdoc: document, anchors: [made.iaca.certificate], now })
  expect([...elements]).toEqual([[general, new Map([['age_over_20', true]])]])
  const text = Buffer.from(
    await presentMdoc({ issuerSigned, choice, transcript, signer: device.signer }),
  )
  expect(text.includes('番号')).toBe(false)
})

test('ISO/IEC 18013-5 §9.1.3.1 nothing chosen is an answer all the same: that the device has the credential', async () => {
  const document = await presented({ choice: new Map() })
  await verifyDevice(document, { transcript })
  expect(document.items).toEqual([])
})

test.each(['clientId', 'nonce', 'responseUri'] as const)(
  'OpenID4VP 1.0 §B.2.6.1 an answer to another %s holds here for nothing',
  async (name) => {
    const elsewhere = openId4VpTranscript({ ...asked, [name]: `${asked[name]}x` })
    expect(await verdictOf(verifyDevice(await presented(), { transcript: elsewhere }))).toBe(
      'DEVICE_SIGNATURE_INVALID',
    )
  },
)

test('OpenID4VP 1.0 §B.2.6.1 an answer that was to be encrypted to another key, or to none', async () => {
  for (const jwkThumbprint of [undefined, new Uint8Array(32)]) {
    const elsewhere = openId4VpTranscript({ ...asked, jwkThumbprint })
    expect(await verdictOf(verifyDevice(await presented(), { transcript: elsewhere }))).toBe(
      'DEVICE_SIGNATURE_INVALID',
    )
  }
})

describe('refusals', () => {
  const refusal = (document: PresentedDocument, readerPrivateKey?: CryptoKey) =>
    codeOf(() =>
      verifyDevice(document, { transcript, ...(readerPrivateKey && { readerPrivateKey }) }),
    )

  test('ISO/IEC 18013-5 §9.1.3.4 a copy of the credential on another device', async () => {
    const { signer } = await newSigner('ES256')
    expect(await refusal(await presented({ signer }))).toBe('DEVICE_SIGNATURE_INVALID')
  })

  test('ISO/IEC 18013-5 §9.1.3.4 a device that signs with another curve than that of its key', async () => {
    const { signer } = await newSigner('ES384')
    expect(await refusal(await presented({ signer }))).toBe('DEVICE_SIGNATURE_INVALID')
  })

  test('ELEMENTS_INVALID an element that the credential does not have is not presented', async () => {
    const none = new Map([[general, ['given_name_unicode']]])
    expect(await codeOf(() => presented({ choice: none }))).toBe('ELEMENTS_INVALID')
  })

  /** As presented, the device saying more, signed by it. */
  async function saying(spaces: CborValue): Promise<PresentedDocument> {
    const document = await presented()
    const deviceNameSpaces = new EncodedCbor(encodeCbor(spaces))
    const payload = deviceAuthentication(
      transcript,
      document.securityObject.docType,
      deviceNameSpaces,
    )
    const { value } = await createSign1(device.signer, { payload, detached: true })
    return { ...document, deviceNameSpaces, deviceAuth: { kind: 'signature', value } }
  }

  test('ISO/IEC 18013-5 §9.1.2.4 a device that says what its issuer does not let it say', async () => {
    const older = new Map([[general, new Map([['age_over_20', true]])]])
    const document = await saying(older)
    expect(await refusal(document)).toBe('DEVICE_ELEMENTS_UNAUTHORIZED')
    const allowing = (
      keyAuthorizations: PresentedDocument['securityObject']['keyAuthorizations'],
    ) =>
      refusalOrNone({
        ...document,
        securityObject: { ...document.securityObject, keyAuthorizations },
      })
    const elements = new Map([[general, ['age_over_20']]])
    expect(await allowing({ namespaces: [general], elements: new Map() })).toBe('accepted')
    expect(await allowing({ namespaces: [], elements })).toBe('accepted')
    expect(
      await allowing({ namespaces: [], elements: new Map([[general, ['age_over_18']]]) }),
    ).toBe('DEVICE_ELEMENTS_UNAUTHORIZED')
  })
  const refusalOrNone = (document: PresentedDocument) =>
    verdictOf(verifyDevice(document, { transcript }))

  test('ISO/IEC 18013-5 §9.1.3.5 a tag is judged only with the key of a reader', async () => {
    const document = await presented()
    const mac = { kind: 'mac', value: document.deviceAuth.value } as const
    expect(await refusal({ ...document, deviceAuth: mac })).toBe('ALGORITHM_UNSUPPORTED')
  })

  test('RFC 9052 §4.1 a payload that stands in the signature itself', async () => {
    const document = await presented()
    const { value } = await createSign1(device.signer, { payload: Uint8Array.of(1) })
    const code: MdocErrorCode = 'MDOC_MALFORMED'
    expect(await refusal({ ...document, deviceAuth: { kind: 'signature', value } })).toBe(code)
  })

  test('ISO/IEC 18013-5 §8.3.2.1.2.2 a document without the device’s part, with both kinds, or with neither', async () => {
    const issued = new Map<CborValue, CborValue>([
      ['docType', parseMdoc(issuerSigned).securityObject.docType],
    ])
    const { value } = await createSign1(device.signer, {
      payload: Uint8Array.of(1),
      detached: true,
    })
    const both = new Map([
      ['deviceSignature', value],
      ['deviceMac', value],
    ])
    for (const deviceAuth of [undefined, new Map<CborValue, CborValue>(), both]) {
      const response = new Map<CborValue, CborValue>([
        ['version', '1.0'],
        ['status', 0],
        ['documents', [new Map([...issued, ...signedPart(deviceAuth)])]],
      ])
      expect(await codeOf(() => parseDeviceResponse(encodeCbor(response)))).toBe('MDOC_MALFORMED')
    }
  })
  const signedPart = (deviceAuth: CborValue | undefined): [string, CborValue][] =>
    deviceAuth === undefined
      ? []
      : [
          [
            'deviceSigned',
            new Map<CborValue, CborValue>([
              ['nameSpaces', new EncodedCbor(encodeCbor(new Map()))],
              ['deviceAuth', deviceAuth],
            ]),
          ],
        ]
})

test('ISO/IEC 18013-5 §9.1.2.5 a digest is over the octets that came: a longer length than need be is another item', async () => {
  const [document] = parseDeviceResponse(
    await presentMdoc({ issuerSigned, choice, transcript, signer: device.signer }),
  )
  if (document === undefined) throw new TypeError('no document')
  const anchors = [made.iaca.certificate]
  const items = document.items.map((item) => {
    const { bytes } = item.encoded
    const longer = Uint8Array.of(0xd8, 24, 0x59, bytes.length >> 8, bytes.length & 0xff, ...bytes)
    return { ...item, encoded: new EncodedCbor(bytes, longer) }
  })
  expect(items[0]?.encoded.whole).not.toEqual(document.items[0]?.encoded.whole)
  expect(await verdictOf(verifyMdoc({ mdoc: { ...document, items }, anchors, now }))).toBe(
    'DIGEST_MISMATCH',
  )
})

test('what was read stays as it was when the octets that came are written over', async () => {
  const response = await presentMdoc({ issuerSigned, choice, transcript, signer: device.signer })
  const [document] = parseDeviceResponse(response)
  if (document === undefined) throw new TypeError('no document')
  response.fill(0)
  const anchors = [made.iaca.certificate]
  expect(await verdictOf(verifyMdoc({ mdoc: document, anchors, now }))).toBe('accepted')
  expect(await verdictOf(verifyDevice(document, { transcript }))).toBe('accepted')
})
