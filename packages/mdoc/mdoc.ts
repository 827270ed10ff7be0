/** IssuerSigned and the documents of a DeviceResponse (ISO/IEC 18013-5 §8.3.2.1.2.2), read strictly; nothing is judged here. */
import { as, type CborMap, type CborValue, type EncodedCbor } from './cbor.ts'
import { decodeCbor } from './cbor-reader.ts'
import { readCoseKey, readSign1, type Sign1 } from './cose.ts'
import { type DigestAlgorithm, digestAlgorithms } from './digest-algorithm.ts'
import { MdocError } from './errors.ts'
import type { PublicJwk } from './jwk.ts'

/** §9.1.2.5: octets of an item's random number. */
const fewestRandomOctets = 16

export interface IssuerSignedItem {
  readonly namespace: string
  readonly digestId: number
  readonly identifier: string
  readonly value: CborValue
  /** IssuerSignedItemBytes as it came: its digest is over all of it. */
  readonly encoded: EncodedCbor
}

/** §9.1.2.4. */
export interface MobileSecurityObject {
  readonly docType: string
  readonly digestAlgorithm: DigestAlgorithm
  /** By namespace and digest id. */
  readonly digests: ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>
  readonly deviceKey: PublicJwk
  readonly validity: {
    readonly signed: Date
    readonly validFrom: Date
    readonly validUntil: Date
    /** When the issuer means to issue it anew. */
    readonly expectedUpdate: Date | undefined
  }
  /** What the device may say by its own signature: whole name spaces, and elements by name space. */
  readonly keyAuthorizations: {
    readonly namespaces: readonly string[]
    readonly elements: ReadonlyMap<string, readonly string[]>
  }
}

export interface Mdoc {
  readonly items: readonly IssuerSignedItem[]
  readonly securityObject: MobileSecurityObject
  readonly issuerAuth: Sign1
}

/** A document of a DeviceResponse: what the issuer signed of it, and what the device did. */
export interface PresentedDocument extends Mdoc {
  /** DeviceNameSpacesBytes, as they came. */
  readonly deviceNameSpaces: EncodedCbor
  /** COSE_Sign1 or COSE_Mac0, its payload elsewhere (§9.1.3.4); verifyDevice reads it. */
  readonly deviceAuth: { readonly kind: 'signature' | 'mac'; readonly value: CborValue }
}

/** A copy of its own: what was verified stays as it was, whatever becomes of the octets that came. */
const decodeCopy = (bytes: Uint8Array): CborValue => decodeCbor(new Uint8Array(bytes))

/** @param bytes IssuerSigned, CBOR @throws {MdocError} MDOC_MALFORMED, MDOC_TOO_LARGE, ALGORITHM_UNSUPPORTED */
export const parseMdoc = (bytes: Uint8Array): Mdoc => readIssuerSigned(decodeCopy(bytes))

/**
 * The documents of a DeviceResponse, read and not judged.
 * @throws {MdocError} as parseMdoc; DOC_TYPE_MISMATCH where a document is not of the type in its security object
 */
export function parseDeviceResponse(bytes: Uint8Array): PresentedDocument[] {
  const response = as.map(decodeCopy(bytes), 'DeviceResponse')
  as.text(response.get('version'), 'version')
  as.whole(response.get('status'), 'status')
  const documents = response.get('documents')
  if (documents === undefined) return []
  return as.list(documents, 'documents').map((one) => {
    const document = as.map(one, 'document')
    const mdoc = readIssuerSigned(document.get('issuerSigned'))
    const docType = as.text(document.get('docType'), 'docType')
    if (docType !== mdoc.securityObject.docType)
      throw new MdocError('DOC_TYPE_MISMATCH', `${docType}, signed as another one`)
    return { ...mdoc, ...readDeviceSigned(as.map(document.get('deviceSigned'), 'DeviceSigned')) }
  })
}

/** §8.3.2.1.2.2: one of the two, and not both. */
function readDeviceSigned(
  deviceSigned: CborMap,
): Pick<PresentedDocument, 'deviceNameSpaces' | 'deviceAuth'> {
  const auth = as.map(deviceSigned.get('deviceAuth'), 'DeviceAuth')
  const signature = auth.get('deviceSignature')
  const mac = auth.get('deviceMac')
  const value = signature ?? mac
  if (value === undefined || (signature !== undefined && mac !== undefined))
    throw new MdocError('MDOC_MALFORMED', 'the device has neither signed nor made a tag, or both')
  return {
    deviceNameSpaces: as.encoded(deviceSigned.get('nameSpaces'), 'DeviceNameSpacesBytes'),
    deviceAuth: { kind: signature === undefined ? 'mac' : 'signature', value },
  }
}

function readIssuerSigned(value: CborValue | undefined): Mdoc {
  const issuerSigned = as.map(value, 'IssuerSigned')
  const issuerAuth = readSign1(issuerSigned.get('issuerAuth'))
  const payload = as.encoded(decodeCbor(issuerAuth.payload), 'payload').bytes
  const spaces = issuerSigned.get('nameSpaces')
  return {
    items: spaces === undefined ? [] : readItems(as.map(spaces, 'nameSpaces')),
    securityObject: readSecurityObject(as.map(decodeCbor(payload), 'MobileSecurityObject')),
    issuerAuth,
  }
}

function readItems(spaces: CborMap): IssuerSignedItem[] {
  const items = [...spaces].flatMap(([key, list]) => {
    const namespace = as.text(key, 'a namespace')
    return as.list(list, namespace).map((one): IssuerSignedItem => {
      const encoded = as.encoded(one, 'IssuerSignedItemBytes')
      const item = as.map(decodeCbor(encoded.bytes), 'IssuerSignedItem')
      const value = item.get('elementValue')
      if (value === undefined) throw new MdocError('MDOC_MALFORMED', 'an item without a value')
      if (as.octets(item.get('random'), 'random').length < fewestRandomOctets)
        throw new MdocError('MDOC_MALFORMED', `random: under ${fewestRandomOctets} octets`)
      return {
        namespace,
        digestId: as.whole(item.get('digestID'), 'digestID'),
        identifier: as.text(item.get('elementIdentifier'), 'elementIdentifier'),
        value,
        encoded,
      }
    })
  })
  const names = items.map(({ namespace, identifier }) => JSON.stringify([namespace, identifier]))
  if (new Set(names).size !== names.length)
    throw new MdocError('MDOC_MALFORMED', 'an element comes twice')
  return items
}

function readSecurityObject(object: CborMap): MobileSecurityObject {
  const version = as.text(object.get('version'), 'version')
  if (!/^1\.\d+$/.test(version)) throw new MdocError('MDOC_MALFORMED', 'of another version')
  const named = as.text(object.get('digestAlgorithm'), 'digestAlgorithm')
  const digestAlgorithm = digestAlgorithms.find((one) => one === named)
  if (digestAlgorithm === undefined)
    throw new MdocError('ALGORITHM_UNSUPPORTED', `digests by ${named.slice(0, 20)}`)
  const keyInfo = as.map(object.get('deviceKeyInfo'), 'deviceKeyInfo')
  const validity = as.map(object.get('validityInfo'), 'validityInfo')
  const expectedUpdate = validity.get('expectedUpdate')
  return {
    docType: as.text(object.get('docType'), 'docType'),
    digestAlgorithm,
    digests: readDigests(as.map(object.get('valueDigests'), 'valueDigests')),
    deviceKey: readCoseKey(as.map(keyInfo.get('deviceKey'), 'deviceKey')),
    validity: {
      signed: as.date(validity.get('signed'), 'signed'),
      validFrom: as.date(validity.get('validFrom'), 'validFrom'),
      validUntil: as.date(validity.get('validUntil'), 'validUntil'),
      expectedUpdate:
        expectedUpdate === undefined ? undefined : as.date(expectedUpdate, 'expectedUpdate'),
    },
    keyAuthorizations: readAuthorizations(keyInfo.get('keyAuthorizations')),
  }
}

const texts = (value: CborValue | undefined, place: string): readonly string[] =>
  value === undefined ? [] : as.list(value, place).map((one) => as.text(one, place))

function readAuthorizations(
  value: CborValue | undefined,
): MobileSecurityObject['keyAuthorizations'] {
  const given = value === undefined ? new Map() : as.map(value, 'keyAuthorizations')
  const elements = given.get('dataElements')
  return {
    namespaces: texts(given.get('nameSpaces'), 'keyAuthorizations, nameSpaces'),
    elements: new Map(
      elements === undefined
        ? []
        : [...as.map(elements, 'dataElements')].map(([namespace, names]) => [
            as.text(namespace, 'dataElements'),
            texts(names, 'dataElements'),
          ]),
    ),
  }
}

const readDigests = (spaces: CborMap): Map<string, Map<number, Uint8Array>> =>
  new Map(
    [...spaces].map(([namespace, digests]) => [
      as.text(namespace, 'a namespace of digests'),
      new Map(
        [...as.map(digests, 'digests')].map(([id, digest]) => [
          as.whole(id, 'digest id'),
          as.octets(digest, 'digest'),
        ]),
      ),
    ]),
  )
