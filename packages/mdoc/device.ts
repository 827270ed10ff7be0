/** Mdoc authentication (ISO/IEC 18013-5 §9.1.3): that an answer comes from the device the credential was issued to, and is for this asker. */

import { equalBytes } from '@kazashi/octets'
import { importKey } from '#crypto'
import {
  as,
  type CborMap,
  type CborValue,
  type EncodedCbor,
  encodeCbor,
  encodedArray,
  encodedCbor,
} from './cbor.ts'
import { decodeCbor } from './cbor-reader.ts'
import { readMac0, readSign1, sign1Holds } from './cose.ts'
import { MdocError } from './errors.ts'
import type { PresentedDocument } from './mdoc.ts'
import type { SessionTranscript } from './transcript.ts'

/** CryptoKey, by a name that programs with the types of Node alone have as well. */
type ReaderPrivateKey = Parameters<typeof crypto.subtle.deriveBits>[1]

const contextOfDevice = encodeCbor('DeviceAuthentication')

/** DeviceAuthenticationBytes (§9.1.3.4). @param deviceNameSpaces as they stand in the answer */
export function deviceAuthentication(
  transcript: SessionTranscript,
  docType: string,
  deviceNameSpaces: EncodedCbor,
): Uint8Array {
  // The transcript and the name spaces go in as they came.
  const parts = [contextOfDevice, transcript, encodeCbor(docType), deviceNameSpaces.whole]
  return encodedCbor(encodedArray(parts))
}

/** What the device itself says, by name space and identifier (§8.3.2.1.2.3). @throws {MdocError} MDOC_MALFORMED */
export function deviceElements({
  deviceNameSpaces,
}: PresentedDocument): ReadonlyMap<string, CborMap> {
  const spaces = as.map(decodeCbor(deviceNameSpaces.bytes), 'DeviceNameSpaces')
  return new Map(
    [...spaces].map(([namespace, values]) => [
      as.text(namespace, 'a namespace'),
      as.map(values, 'DeviceSignedItems'),
    ]),
  )
}

/**
 * §9.1.3.5 and §9.1.3.6, and that the issuer lets the device say what it says (§9.1.2.4, KeyAuthorizations).
 * @param options.readerPrivateKey of the session, on P-256, for a device that makes a tag instead of a signature: ECDH, deriveBits
 * @throws {MdocError} DEVICE_SIGNATURE_INVALID; DEVICE_ELEMENTS_UNAUTHORIZED; ALGORITHM_UNSUPPORTED also for a tag without a reader's key;
 *   MDOC_MALFORMED
 */
export async function verifyDevice(
  document: PresentedDocument,
  options: { readonly transcript: SessionTranscript; readonly readerPrivateKey?: ReaderPrivateKey },
): Promise<void> {
  const { securityObject, deviceAuth } = document
  const payload = deviceAuthentication(
    options.transcript,
    securityObject.docType,
    document.deviceNameSpaces,
  )
  const holds =
    deviceAuth.kind === 'signature'
      ? await sign1Holds(readSign1(deviceAuth.value, payload), securityObject.deviceKey)
      : await tagHolds(document, payload, options)
  if (!holds)
    throw new MdocError('DEVICE_SIGNATURE_INVALID', 'not signed by its device for this session')
  checkAuthorized(document)
}

async function tagHolds(
  { securityObject, deviceAuth }: PresentedDocument,
  payload: Uint8Array,
  { transcript, readerPrivateKey }: Parameters<typeof verifyDevice>[1],
): Promise<boolean> {
  if (readerPrivateKey === undefined)
    throw new MdocError('ALGORITHM_UNSUPPORTED', 'a tag, which needs the key of a reader')
  const { toBeMaced, tag } = readMac0(deviceAuth.value, payload)
  const key = await macKey(securityObject.deviceKey, readerPrivateKey, transcript)
  const own = await crypto.subtle.sign('HMAC', key, new Uint8Array(toBeMaced))
  return equalBytes(new Uint8Array(own), tag)
}

/** EMacKey (§9.1.3.5). */
async function macKey(
  deviceKey: PresentedDocument['securityObject']['deviceKey'],
  readerPrivateKey: ReaderPrivateKey,
  transcript: SessionTranscript,
): Promise<CryptoKey> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const known = (await importKey(deviceKey))?.curve === 'P-256'
  if (!known) throw new MdocError('DEVICE_KEY_INVALID', 'the device key is no point of P-256')
  const device = await crypto.subtle.importKey('jwk', { ...deviceKey }, curve, false, [])
  const shared = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: device },
    readerPrivateKey,
    256,
  )
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const salt = await crypto.subtle.digest('SHA-256', new Uint8Array(encodedCbor(transcript)))
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode('EMacKey') },
    secret,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  )
}

function checkAuthorized(document: PresentedDocument): void {
  const { namespaces, elements } = document.securityObject.keyAuthorizations
  for (const [namespace, values] of deviceElements(document)) {
    const named: readonly CborValue[] = elements.get(namespace) ?? []
    const outside = [...values.keys()].find((one) => !named.includes(one))
    if (outside !== undefined && !namespaces.includes(namespace))
      throw new MdocError('DEVICE_ELEMENTS_UNAUTHORIZED', `${namespace}, said by the device`)
  }
}
