/** A CA, a responder, a card and a phone for tests: everything valid, a test states its one deviation. */
import type { CertificateKind } from '@kazashi/lifecycle'
import { nextRsaKey } from '../../tools/rsa-keys/index.ts'
import {
  authenticationCommonName,
  type Certificate,
  type CertificateAttributes,
  cardSerial,
  generateKeyPair,
  type IssueRequest,
  issueCertificate,
  type MunicipalityName,
  parseCertificate,
  phoneSerial,
  type SignatureAlgorithm,
  type Signer,
  signingCommonName,
  softwareSigner,
} from './index.ts'

export const now = new Date('2026-11-23T01:00:00Z')
/** 23:59:59 in Japan on the fifth birthday. */
export const cardEnd = new Date('2031-09-01T14:59:59Z')
export const random = (n: number): Uint8Array => crypto.getRandomValues(new Uint8Array(n))

export const shibuya: MunicipalityName = {
  code: '13113',
  prefectureLatin: 'Tokyo-to',
  nameLatin: 'Shibuya-ku',
}
export const attributes: CertificateAttributes = {
  name: '見本　花子',
  address: '東京都渋谷区見本町一丁目２番３号',
  birthDate: '1989-09-01',
  sex: 'female',
  nameFlags: '00100',
  addressFlags: '0'.repeat(16),
}
export const locations = {
  ocsp: 'http://localhost:8080/pki/ocsp/signing',
  caIssuers: 'http://localhost:8080/pki/ca/signing.cer',
  crl: 'http://localhost:8080/pki/crl/signing/13113.crl',
}

export interface TestCa {
  readonly signer: Signer
  readonly certificate: Certificate
}
export interface TestHolder extends TestCa {
  readonly privateKey: Uint8Array
}

export async function newSigner(algorithm: SignatureAlgorithm = 'RS256') {
  const { privateKey } =
    algorithm === 'RS256' ? await nextRsaKey() : await generateKeyPair(algorithm)
  return { privateKey, signer: await softwareSigner(privateKey, algorithm) }
}

/** @param serialNumber apart for CAs of one name */
export async function newCa(
  purpose: CertificateKind,
  options: { serialNumber?: string; algorithm?: SignatureAlgorithm } = {},
): Promise<TestCa> {
  const { signer } = await newSigner(options.algorithm)
  const bytes = await issueCertificate({
    profile: 'rootCa',
    purpose,
    publicKey: signer.publicKey,
    serialNumber: options.serialNumber ?? '0132c4ab',
    validity: {
      notBefore: new Date('2024-07-16T01:01:04Z'),
      notAfter: new Date('2034-07-15T14:59:59Z'),
    },
    issuer: { signer },
  })
  return { signer, certificate: parseCertificate(bytes) }
}

export type EndEntity = Exclude<
  IssueRequest['profile'],
  'rootCa' | 'iaca' | 'documentSigner' | 'municipalCa' | 'municipalSeal'
>

/** The request that `newHolder` issues by: a test changes one thing in it. */
export function request(
  profile: EndEntity,
  ca: TestCa,
  publicKey: Uint8Array,
  index = 7,
): Extract<IssueRequest, { profile: EndEntity }> {
  const issuer = ca
  const validity = { notBefore: new Date('2026-09-01T01:00:00Z'), notAfter: cardEnd }
  const card = {
    issuer,
    publicKey,
    validity,
    municipality: shibuya,
    serialNumber: serials.card.encode(index),
  }
  const phone = { ...card, serialNumber: serials.phone.encode(index) }
  const signing = signingCommonName(now, random)
  const authentication = authenticationCommonName(shibuya.code, random)
  switch (profile) {
    case 'ocspResponder':
    case 'timeStamping':
      return {
        profile,
        issuer,
        publicKey,
        validity,
        serialNumber: '11',
        commonName: profile === 'timeStamping' ? 'Time stamps' : 'OCSP Responder',
      }
    case 'cardSigning':
      return { ...card, profile, commonName: signing, attributes }
    case 'cardAuthentication':
      return { ...card, profile, commonName: authentication, locations }
    case 'phoneSigning':
      return { ...phone, profile, commonName: signing, attributes, locations }
    case 'phoneAuthentication':
      return { ...phone, profile, commonName: authentication, locations }
  }
}

export const serials = {
  card: cardSerial(new Uint8Array(16).fill(1)),
  phone: phoneSerial(new Uint8Array(16).fill(2)),
}

export async function newHolder(
  profile: EndEntity,
  ca: TestCa,
  options: { index?: number; algorithm?: SignatureAlgorithm; locations?: typeof locations } = {},
): Promise<TestHolder> {
  const { signer, privateKey } = await newSigner(options.algorithm)
  const asked = request(profile, ca, signer.publicKey, options.index)
  const bytes = await issueCertificate(
    options.locations && 'locations' in asked ? { ...asked, locations: options.locations } : asked,
  )
  return { signer, privateKey, certificate: parseCertificate(bytes) }
}

export const mdocLocations = {
  contact: 'http://localhost:8080/',
  crl: 'http://localhost:8080/pki/crl/attributes.crl',
}

/** The CA of an mdoc issuer (ISO/IEC 18013-5 annex B.1.2), for ten years. */
export async function newIaca(algorithm: 'ES256' | 'ES384' = 'ES384'): Promise<TestCa> {
  const { signer } = await newSigner(algorithm)
  const bytes = await issueCertificate({
    profile: 'iaca',
    commonName: 'SANDBOX IACA',
    publicKey: signer.publicKey,
    serialNumber: '1f2e3d4c5b6a79881f2e3d4c5b6a7988',
    validity: {
      notBefore: new Date('2024-07-16T01:01:04Z'),
      notAfter: new Date('2034-07-15T14:59:59Z'),
    },
    locations: mdocLocations,
    issuer: { signer },
  })
  return { signer, certificate: parseCertificate(bytes) }
}

/** The request that `newDocumentSigner` issues by. 457 days from the first of September 2026. */
export const documentSignerRequest = (
  ca: TestCa,
  publicKey: Uint8Array,
): Extract<IssueRequest, { profile: 'documentSigner' }> => ({
  profile: 'documentSigner',
  commonName: 'SANDBOX document signer',
  publicKey,
  serialNumber: '2a2b2c2d2e2f30312a2b2c2d2e2f3031',
  validity: {
    notBefore: new Date('2026-09-01T01:00:00Z'),
    notAfter: new Date('2027-12-02T01:00:00Z'),
  },
  locations: mdocLocations,
  issuer: ca,
})

/** A municipality's seal, and the CA of seals above it. */
export async function newMunicipalSeal(): Promise<{
  readonly ca: Certificate
  readonly seal: Certificate
}> {
  const [{ signer }, { signer: sealer }] = [await newSigner('ES256'), await newSigner('ES256')]
  const common = {
    organization: 'Municipal seals SANDBOX',
    validity: {
      notBefore: new Date('2024-07-16T01:01:04Z'),
      notAfter: new Date('2032-07-15T14:59:59Z'),
    },
  }
  const bytes = await issueCertificate({
    ...common,
    profile: 'municipalCa',
    commonName: 'CA for municipal seals (SANDBOX)',
    publicKey: signer.publicKey,
    serialNumber: '1f2e3d4c5b6a79881f2e3d4c5b6a7989',
    issuer: { signer },
  })
  const ca = parseCertificate(bytes)
  const sealed = await issueCertificate({
    ...common,
    profile: 'municipalSeal',
    commonName: 'Shibuya-ku (SANDBOX)',
    publicKey: sealer.publicKey,
    serialNumber: '1f2e3d4c5b6a79881f2e3d4c5b6a798a',
    issuer: { certificate: ca, signer },
  })
  return { ca, seal: parseCertificate(sealed) }
}

export async function newDocumentSigner(
  ca: TestCa,
  algorithm: 'ES256' | 'ES384' = 'ES256',
): Promise<TestHolder> {
  const { signer, privateKey } = await newSigner(algorithm)
  const bytes = await issueCertificate(documentSignerRequest(ca, signer.publicKey))
  return { signer, privateKey, certificate: parseCertificate(bytes) }
}
