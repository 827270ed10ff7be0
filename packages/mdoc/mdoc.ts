/** IssuerSigned and the documents of a DeviceResponse (ISO/IEC 18013-5 §8.3.2.1.2.2), read strictly; nothing is judged here. */
import { as, type CborMap, type CborValue, decodeCbor } from './cbor.ts'
import { type PublicJwk, readCoseKey, readSign1, type Sign1 } from './cose.ts'
import { MdocError } from './errors.ts'

export type DigestAlgorithm = 'SHA-256' | 'SHA-384' | 'SHA-512'
const digestAlgorithms: readonly DigestAlgorithm[] = ['SHA-256', 'SHA-384', 'SHA-512']

/** §9.1.2.5: octets of an item's random number. */
const fewestRandomOctets = 16

export interface IssuerSignedItem {
  readonly namespace: string
  readonly digestId: number
  readonly identifier: string
  readonly value: CborValue
  /** Content of IssuerSignedItemBytes as it came: the octets of the digest, in tag 24. */
  readonly bytes: Uint8Array
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
}

export interface Mdoc {
  readonly items: readonly IssuerSignedItem[]
  readonly securityObject: MobileSecurityObject
  readonly issuerAuth: Sign1
}

/** @param bytes IssuerSigned, CBOR @throws {MdocError} MDOC_MALFORMED, MDOC_TOO_LARGE, ALGORITHM_UNSUPPORTED */
export const parseMdoc = (bytes: Uint8Array): Mdoc => readIssuerSigned(decodeCbor(bytes))

/**
 * The documents of a DeviceResponse as their issuers signed them; the device's signature is not looked at.
 * @throws {MdocError} as parseMdoc; DOC_TYPE_MISMATCH where a document is not of the type in its security object
 */
export function parseDeviceResponse(bytes: Uint8Array): Mdoc[] {
  const response = as.map(decodeCbor(bytes), 'DeviceResponse')
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
    return mdoc
  })
}

function readIssuerSigned(value: CborValue | undefined): Mdoc {
  const issuerSigned = as.map(value, 'IssuerSigned')
  const issuerAuth = readSign1(issuerSigned.get('issuerAuth'))
  const payload = as.encoded(decodeCbor(issuerAuth.payload), 'payload')
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
      const bytes = as.encoded(one, 'IssuerSignedItemBytes')
      const item = as.map(decodeCbor(bytes), 'IssuerSignedItem')
      const value = item.get('elementValue')
      if (value === undefined) throw new MdocError('MDOC_MALFORMED', 'an item without a value')
      if (as.octets(item.get('random'), 'random').length < fewestRandomOctets)
        throw new MdocError('MDOC_MALFORMED', `random: under ${fewestRandomOctets} octets`)
      return {
        namespace,
        digestId: as.whole(item.get('digestID'), 'digestID'),
        identifier: as.text(item.get('elementIdentifier'), 'elementIdentifier'),
        value,
        bytes,
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
