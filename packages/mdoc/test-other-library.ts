/** For tests: somebody else's verifier, with somebody else's cryptography: the library over node:crypto. */
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import {
  CoseKey,
  Curve,
  DeviceResponse,
  IssuerSigned,
  KeyType,
  type MdocContext,
  type Sign1,
} from '@owf/mdoc'

const notCalled = (): never => {
  throw new TypeError('not for verifying an issuer')
}
const hashNames = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' } as const

const context: MdocContext = {
  crypto: {
    random: notCalled,
    digest: ({ digestAlgorithm, bytes }) =>
      new Uint8Array(createHash(hashNames[digestAlgorithm]).update(bytes).digest()),
    calculateEphemeralMacKey: notCalled,
  },
  cose: {
    sign1: {
      sign: notCalled,
      verify: ({ key, sign1 }: { key: CoseKey; sign1: Sign1 }) => {
        const { toBeSigned, signature, signatureAlgorithmName: name } = sign1
        const hash = name === 'ES384' ? 'sha384' : 'sha256'
        const crv = name === 'ES384' ? 'P-384' : 'P-256'
        const [x = '', y = ''] = [key.x, key.y].map((one) =>
          Buffer.from(one ?? []).toString('base64url'),
        )
        const publicKey = createPublicKey({ key: { kty: 'EC', crv, x, y }, format: 'jwk' })
        return verify(hash, toBeSigned, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)
      },
    },
    mac0: { sign: notCalled, verify: notCalled },
  },
  x509: {
    getIssuerNameField: ({ certificate, field }) =>
      new X509Certificate(certificate).issuer
        .split('\n')
        .flatMap((line) => (line.startsWith(`${field}=`) ? [line.slice(field.length + 1)] : [])),
    // Its own way from a JWK knows no P-384.
    getPublicKey: ({ certificate }) => {
      const {
        crv,
        x = '',
        y = '',
      } = new X509Certificate(certificate).publicKey.export({ format: 'jwk' })
      const octets = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
      const curve = crv === 'P-384' ? Curve['P-384'] : Curve['P-256']
      return CoseKey.create({ keyType: KeyType.Ec, curve, x: octets(x), y: octets(y) })
    },
    verifyCertificateChain({ trustedCertificates, x5chain }) {
      const [first, ...more] = x5chain.map((one) => new X509Certificate(one))
      const anchor = trustedCertificates.map((one) => new X509Certificate(one))[0]
      const good =
        first &&
        anchor &&
        more.length === 0 &&
        first.checkIssued(anchor) &&
        first.verify(anchor.publicKey)
      if (!good) throw new Error('not issued by the anchor')
    },
    getCertificateData({ certificate }) {
      const read = new X509Certificate(certificate)
      return {
        issuerName: read.issuer,
        subjectName: read.subject,
        serialNumber: read.serialNumber,
        thumbprint: read.fingerprint256,
        notBefore: read.validFromDate,
        notAfter: read.validToDate,
        pem: read.toString(),
      }
    },
  },
}

/** @returns checks passed, and the names of those that failed, of an issuer's signature and data */
export async function checksOfIssuer(
  anchor: Uint8Array,
  bytes: Uint8Array,
  at: Date,
): Promise<{ readonly passed: number; readonly failed: readonly string[] }> {
  const failed: string[] = []
  let passed = 0
  await IssuerSigned.decode(bytes).verify(
    {
      trustedCertificates: [anchor],
      now: at,
      verificationCallback: ({ status, check }) => {
        if (status === 'PASSED') passed++
        else failed.push(check)
      },
    },
    context,
  )
  return { passed, failed }
}

/** The same of a DeviceResponse, with the device's signature over a session. */
export async function checksOfResponse(
  response: Uint8Array,
  by: { readonly anchor: Uint8Array; readonly transcript: Uint8Array; readonly at: Date },
): Promise<{ readonly passed: number; readonly failed: readonly string[] }> {
  const failed: string[] = []
  let passed = 0
  await DeviceResponse.decode(response).verify(
    {
      sessionTranscript: by.transcript,
      trustedCertificates: [by.anchor],
      now: by.at,
      onCheck: ({ status, check }) => {
        if (status === 'PASSED') passed++
        else failed.push(check)
      },
    },
    context,
  )
  return { passed, failed }
}
