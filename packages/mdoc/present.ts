/** A DeviceResponse (ISO/IEC 18013-5 §8.3.2.1.2.2) made on the phone: the elements that the holder agreed to, signed for one session. */
import type { Signer } from '@kazashi/pki'
import { as, type CborValue, EncodedCbor, encodeCbor } from './cbor.ts'
import { decodeCbor } from './cbor-reader.ts'
import { createSign1 } from './cose.ts'
import { deviceAuthentication } from './device.ts'
import { MdocError } from './errors.ts'
import { parseMdoc } from './mdoc.ts'
import type { SessionTranscript } from './transcript.ts'

/** By name space: identifiers. */
export type ElementChoice = ReadonlyMap<string, readonly string[]>

/** IssuerSigned of the chosen elements alone, as the issuer signed them. */
function chosenOf(issuerSigned: Uint8Array, choice: ElementChoice): CborValue {
  const { items } = parseMdoc(issuerSigned)
  const whole = as.map(decodeCbor(issuerSigned), 'IssuerSigned')
  const spaces = [...choice].flatMap(([namespace, identifiers]): [string, EncodedCbor[]][] => {
    const chosen = identifiers.map((identifier) => {
      const item = items.find((one) => one.namespace === namespace && one.identifier === identifier)
      if (item === undefined)
        throw new MdocError('ELEMENTS_INVALID', `no ${namespace} ${identifier} in it`)
      return item.encoded
    })
    return chosen.length === 0 ? [] : [[namespace, chosen]]
  })
  return new Map<CborValue, CborValue>([
    ...(spaces.length > 0 ? ([['nameSpaces', new Map(spaces)]] as const) : []),
    ['issuerAuth', whole.get('issuerAuth') ?? null],
  ])
}

/**
 * @param presented.issuerSigned as it was issued @param presented.signer the device's key
 * @returns DeviceResponse with one document, CBOR
 * @throws {MdocError} ELEMENTS_INVALID where one that was chosen is not in it; SIGNER_WRONG; MDOC_MALFORMED
 */
export async function presentMdoc(presented: {
  readonly issuerSigned: Uint8Array
  readonly choice: ElementChoice
  readonly transcript: SessionTranscript
  readonly signer: Signer
}): Promise<Uint8Array> {
  const { issuerSigned, choice, transcript, signer } = presented
  const { docType } = parseMdoc(issuerSigned).securityObject
  const deviceNameSpaces = new EncodedCbor(encodeCbor(new Map()))
  const payload = deviceAuthentication(transcript, docType, deviceNameSpaces)
  const { value: deviceSignature } = await createSign1(signer, { payload, detached: true })
  const deviceSigned = new Map<CborValue, CborValue>([
    ['nameSpaces', deviceNameSpaces],
    ['deviceAuth', new Map([['deviceSignature', deviceSignature]])],
  ])
  const document = new Map<CborValue, CborValue>([
    ['docType', docType],
    ['issuerSigned', chosenOf(issuerSigned, choice)],
    ['deviceSigned', deviceSigned],
  ])
  return encodeCbor(
    new Map<CborValue, CborValue>([
      ['version', '1.0'],
      ['documents', [document]],
      ['status', 0],
    ]),
  )
}
