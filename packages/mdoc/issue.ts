/**
 * Issues IssuerSigned (ISO/IEC 18013-5 §8.3.2.1.2.2, §9.1.2): deterministic CBOR, digests over what is sent. Only issuers import this
 * file. What was signed is verified before it leaves; that it reads as it was meant, tests show, by our reader and by the field's.
 */

import { type CertificateInput, parseCertificate, type Signer } from '@kazashi/pki'
import { digest, importKey } from '#crypto'
import { type CborValue, DateTime, EncodedCbor, encodeCbor } from './cbor.ts'
import { coseKeyOf, createSign1, sign1Holds } from './cose.ts'
import { MdocError } from './errors.ts'
import type { PublicJwk } from './jwk.ts'
import { checkElements, type MyNumberCardElements, myNumberCardDocType } from './my-number-card.ts'

export interface MdocIssue {
  readonly elements: MyNumberCardElements
  /** The holder's, on P-256; other members of the JWK are left out. */
  readonly deviceKey: PublicJwk
  /** Of the document signer, ES256 or ES384. */
  readonly signer: Signer
  readonly documentSignerCertificate: CertificateInput
  /** Whole seconds; within the document signer's certificate. */
  readonly validity: {
    readonly validFrom: Date
    readonly validUntil: Date
    readonly expectedUpdate?: Date
  }
  /** When it is signed. */
  readonly now: Date
  readonly random: (length: number) => Uint8Array
}

/** §9.1.2.4: tdate has no fractions of a second. */
function wholeSecond(date: Date): Date {
  const whole = new Date(date)
  whole.setUTCMilliseconds(0)
  return whole
}

type ValidityInfo = MdocIssue['validity'] & { readonly signed: Date }

function validityInfo({ now, validity }: MdocIssue): ValidityInfo {
  const { validFrom, validUntil, expectedUpdate } = validity
  return {
    signed: wholeSecond(now),
    validFrom: wholeSecond(validFrom),
    validUntil: wholeSecond(validUntil),
    ...(expectedUpdate && { expectedUpdate: wholeSecond(expectedUpdate) }),
  }
}

function check(
  { signer, deviceKey }: MdocIssue,
  certificate: Uint8Array,
  { signed, validFrom, validUntil }: ValidityInfo,
): void {
  const { spki, validity, extendedKeyUsage } = parseCertificate(certificate)
  const { notBefore, notAfter } = validity
  const same =
    spki.length === signer.publicKey.length &&
    spki.every((octet, at) => octet === signer.publicKey[at])
  if (!same || extendedKeyUsage?.includes('1.0.18013.5.1.2') !== true)
    throw new MdocError('SIGNER_WRONG', 'not the certificate of a document signer with this key')
  if (signed < notBefore || signed > notAfter)
    throw new MdocError('SIGNER_WRONG', 'its certificate is not valid now')
  if (validFrom < signed || !(validFrom < validUntil) || validUntil > notAfter)
    throw new MdocError(
      'VALIDITY_INVALID',
      'it would begin before it is signed, end before it begins, or outlive its signer',
    )
  if (deviceKey.crv !== 'P-256')
    throw new MdocError('DEVICE_KEY_INVALID', 'the device key is not on P-256')
}

/** @throws {MdocError} DEVICE_KEY_INVALID: x and y are no point of the curve */
async function checkPoint(deviceKey: PublicJwk): Promise<void> {
  if ((await importKey(deviceKey)) === undefined)
    throw new MdocError('DEVICE_KEY_INVALID', 'the device key is no point of its curve')
}

/** §9.1.2.5: whole numbers under 2³¹, drawn, so that their order says nothing about the elements. */
function drawIds(count: number, random: MdocIssue['random']): readonly number[] {
  const ids = new Set<number>()
  while (ids.size < count) {
    const octets = random(4)
    ids.add(new DataView(octets.buffer, octets.byteOffset, 4).getUint32(0) & 0x7fffffff)
  }
  return [...ids]
}

const randomOctets = 32

/** IssuerSignedItemBytes of one namespace, in the order of the elements, and their digests. */
function itemsOf(values: object, random: MdocIssue['random']) {
  const elements = Object.entries(values) as [string, CborValue][]
  const ids = drawIds(elements.length, random)
  const items = elements.map(([identifier, value], at) => {
    const item = new Map<CborValue, CborValue>([
      ['digestID', ids[at] ?? 0],
      ['random', random(randomOctets)],
      ['elementIdentifier', identifier],
      ['elementValue', value],
    ])
    return new EncodedCbor(encodeCbor(item))
  })
  const digests = new Map<CborValue, CborValue>(
    items.map(({ whole }, at) => [ids[at] ?? 0, digest('SHA-256', whole)]),
  )
  return { items, digests }
}

/** tdate. */
const dateTime = (date: Date): DateTime => new DateTime(date.toISOString().replace('.000Z', 'Z'))

function securityObject(
  digests: ReadonlyMap<CborValue, CborValue>,
  deviceKey: PublicJwk,
  validity: ValidityInfo,
): CborValue {
  const { signed, validFrom, validUntil, expectedUpdate } = validity
  return new Map<CborValue, CborValue>([
    ['version', '1.0'],
    ['digestAlgorithm', 'SHA-256'],
    ['valueDigests', digests],
    ['deviceKeyInfo', new Map([['deviceKey', coseKeyOf(deviceKey)]])],
    ['docType', myNumberCardDocType],
    [
      'validityInfo',
      new Map([
        ['signed', dateTime(signed)],
        ['validFrom', dateTime(validFrom)],
        ['validUntil', dateTime(validUntil)],
        ...(expectedUpdate ? ([['expectedUpdate', dateTime(expectedUpdate)]] as const) : []),
      ]),
    ],
  ])
}

/**
 * @returns IssuerSigned, CBOR: every element with a random number of 32 octets, digests by SHA-256, the document signer in x5chain
 * @throws {MdocError} ELEMENTS_INVALID, DEVICE_KEY_INVALID, VALIDITY_INVALID, SIGNER_WRONG
 */
export async function issueMdoc(issue: MdocIssue): Promise<Uint8Array> {
  const { signer, documentSignerCertificate, deviceKey, random } = issue
  const certificate =
    documentSignerCertificate instanceof Uint8Array
      ? documentSignerCertificate
      : documentSignerCertificate.der
  const elements = checkElements(issue.elements)
  const validity = validityInfo(issue)
  check(issue, certificate, validity)
  await checkPoint(deviceKey)
  const spaces = Object.entries(elements).map(
    ([namespace, values]) => [namespace, itemsOf(values, random)] as const,
  )
  const digests = new Map(spaces.map(([namespace, space]) => [namespace, space.digests]))
  const object = encodeCbor(securityObject(digests, deviceKey, validity))
  const { value, sign1 } = await createSign1(signer, {
    payload: new EncodedCbor(object).whole,
    chain: [certificate],
  })
  if (!(await sign1Holds(sign1, signer.publicKey)))
    throw new MdocError('SIGNER_WRONG', 'the signer made a signature that does not verify')
  return encodeCbor(
    new Map<CborValue, CborValue>([
      ['nameSpaces', new Map(spaces.map(([namespace, { items }]) => [namespace, items]))],
      ['issuerAuth', value],
    ]),
  )
}
