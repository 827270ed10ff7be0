/**
 * Issues IssuerSigned (ISO/IEC 18013-5 §8.3.2.1.2.2, §9.1.2) by the library @owf/mdoc. Only issuers import this file:
 * reading and verifying is this package's own, on another CBOR library, and the result goes through it first.
 */

import { type CertificateInput, decodeEcdsa, parseCertificate, type Signer } from '@kazashi/pki'
import { sha256 } from '@noble/hashes/sha2.js'
import {
  CoseKey,
  DateOnly,
  DeviceKey,
  Issuer,
  KeyType,
  type MdocContext,
  SignatureAlgorithm,
} from '@owf/mdoc'
import { z } from 'zod'
import type { PublicJwk } from './cose.ts'
import { sign1Holds } from './cose.ts'
import { MdocError } from './errors.ts'
import { parseMdoc } from './mdoc.ts'
import { checkElements, type MyNumberCardElements, myNumberCardDocType } from './my-number-card.ts'
import { checkDigests } from './verify.ts'

// On import the library puts its own words into every zod schema of the program: taken out again.
delete z.config().customError

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

const algorithms = { ES256: SignatureAlgorithm.ES256, ES384: SignatureAlgorithm.ES384 } as const
const coordinateOctets = { ES256: 32, ES384: 48 } as const

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
async function checkPoint({ kty, crv, x, y }: PublicJwk): Promise<void> {
  try {
    const algorithm = { name: 'ECDSA', namedCurve: crv }
    await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, [])
  } catch (cause) {
    throw new MdocError('DEVICE_KEY_INVALID', {
      detail: 'the device key is no point of its curve',
      cause,
    })
  }
}

const notCalled = (): never => {
  throw new TypeError('an issuer makes no use of it')
}

function contextOf(
  { signer, random }: MdocIssue,
  algorithm: keyof typeof coordinateOctets,
): Pick<MdocContext, 'cose' | 'crypto'> {
  // The library draws a digest id as four octets and does not look whether it was drawn before.
  const drawn = new Set<string>()
  const once = (length: number): Uint8Array => {
    for (;;) {
      const bytes = random(length)
      if (length > 4 || drawn.size < drawn.add(bytes.join()).size) return bytes
    }
  }
  return {
    crypto: {
      random: once,
      digest: ({ bytes }) => sha256(bytes),
      calculateEphemeralMacKey: notCalled,
    },
    cose: {
      sign1: {
        async sign({ toBeSigned }) {
          const raw = decodeEcdsa(await signer.sign(toBeSigned), coordinateOctets[algorithm])
          if (raw === undefined) throw new MdocError('SIGNER_WRONG', 'no signature on a curve')
          return raw
        },
        verify: notCalled,
      },
      mac0: { sign: notCalled, verify: notCalled },
    },
  }
}

/**
 * @returns IssuerSigned, CBOR: every element with a random number of 32 octets, digests by SHA-256, the document signer in x5chain
 * @throws {MdocError} ELEMENTS_INVALID, DEVICE_KEY_INVALID, VALIDITY_INVALID, SIGNER_WRONG
 */
export async function issueMdoc(issue: MdocIssue): Promise<Uint8Array> {
  const { signer, documentSignerCertificate, deviceKey } = issue
  const certificate =
    documentSignerCertificate instanceof Uint8Array
      ? documentSignerCertificate
      : documentSignerCertificate.der
  const elements = checkElements(issue.elements)
  const validity = validityInfo(issue)
  check(issue, certificate, validity)
  await checkPoint(deviceKey)
  if (signer.algorithm === 'RS256') throw new MdocError('SIGNER_WRONG', 'an RSA key')
  const algorithm = algorithms[signer.algorithm]
  const issuer = new Issuer(myNumberCardDocType, contextOf(issue, signer.algorithm))
  for (const [namespace, values] of Object.entries(elements)) {
    const { birth_date: birthDate } = elements['org.iso.23220.1']
    const own = {
      ...values,
      ...('birth_date' in values && { birth_date: new DateOnly(birthDate.date) }),
    }
    issuer.addIssuerNamespace(namespace, own)
  }
  const { kty, crv, x, y } = deviceKey
  const issued = await issuer.sign({
    signingKey: CoseKey.create({ keyType: KeyType.Ec, algorithm }),
    algorithm,
    digestAlgorithm: 'SHA-256',
    certificates: [certificate],
    validityInfo: validity,
    deviceKeyInfo: { deviceKey: DeviceKey.fromJwk({ kty, crv, x, y }) },
  })
  const bytes = issued.encode()
  const mdoc = parseMdoc(bytes)
  checkDigests(mdoc)
  if (!(await sign1Holds(mdoc.issuerAuth, signer.publicKey)))
    throw new MdocError('SIGNER_WRONG', 'the signer made a signature that does not verify')
  return bytes
}
