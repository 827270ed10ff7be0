/** One CA and one phone with keys in software, and the answers the authority and its OCSP responder would give to a relying party. */
import { randomBytes } from 'node:crypto'
import { findMunicipality } from '@kazashi/card'
import { certificateKinds } from '@kazashi/lifecycle'
import {
  answerOcspRequest,
  authenticationCommonName,
  type CertificateAttributes,
  createSignedData,
  issueCertificate,
  type OcspCertStatus,
  type Signer,
  signingCommonName,
  softwareSigner,
} from '@kazashi/pki'
import type { TrustAnchor } from '@kazashi/verify'
import { z } from 'zod'
import { nextRsaKey } from './rsa-keys/index.ts'

const question = z.object({ kind: z.enum(certificateKinds) })
const random = (n: number): Uint8Array => new Uint8Array(randomBytes(n))
const municipality = findMunicipality('13113') ?? {
  code: '13113',
  prefectureLatin: 'Tokyo-to',
  nameLatin: 'Shibuya-ku',
}
const serial = (octets: number) => `11${Buffer.from(random(octets - 1)).toString('hex')}`
const until = new Date('2036-01-01T14:59:59Z')

export interface SmallAuthority {
  readonly anchors: readonly TrustAnchor[]
  /** The phone's authentication certificate, DER. */
  readonly certificate: Uint8Array
  /** The status its responder gives; 'silent': no answer. */
  status: OcspCertStatus | 'silent'
  now: Date
  readonly fetch: typeof globalThis.fetch
  /** CMS SignedData, DER, by the phone's key or by `signer`. */
  answer(content: Uint8Array, signer?: Signer): Promise<Uint8Array>
  /** By the phone's signing key. */
  sign(content: Uint8Array): Promise<Uint8Array>
  /** The phone's signing key, opened. */
  signingKey(): {
    readonly certificate: Uint8Array
    readonly signer: Signer
    readonly signingTime: Date
  }
  /** Another person's signing certificate, with the key. @param notAfter default: some years */
  issueSigning(
    attributes: CertificateAttributes,
    notAfter?: Date,
  ): Promise<{ readonly certificate: Uint8Array; readonly privateKey: Uint8Array }>
  /** As `/verifier/holders` tells it; by kind. */
  readonly holders: { signing: string; authentication: string }
}

const newSigner = async () => softwareSigner((await nextRsaKey()).privateKey, 'RS256')

export async function smallAuthority(clock: string): Promise<SmallAuthority> {
  const [ca, phone, signing] = await Promise.all([newSigner(), newSigner(), newSigner()])
  const from = new Date('2026-01-01T00:00:00Z')
  const root = await issueCertificate({
    profile: 'rootCa',
    purpose: 'authentication',
    publicKey: ca.publicKey,
    issuer: { signer: ca },
    serialNumber: serial(4),
    validity: { notBefore: from, notAfter: until },
  })
  const signingRoot = await issueCertificate({
    profile: 'rootCa',
    purpose: 'signing',
    publicKey: ca.publicKey,
    issuer: { signer: ca },
    serialNumber: serial(4),
    validity: { notBefore: from, notAfter: until },
  })
  const ocsp = 'http://localhost:1/pki/ocsp/authentication'
  const signingOcsp = 'http://localhost:1/pki/ocsp/signing'
  const certificate = await issueCertificate({
    profile: 'phoneAuthentication',
    municipality,
    publicKey: phone.publicKey,
    commonName: authenticationCommonName(municipality.code, random),
    serialNumber: serial(16),
    validity: {
      notBefore: new Date('2026-11-01T00:00:00Z'),
      notAfter: new Date('2030-01-01T14:59:59Z'),
    },
    issuer: { certificate: root, signer: ca },
    locations: { ocsp, caIssuers: 'http://localhost:1/ca.cer', crl: 'http://localhost:1/a.crl' },
  })
  const signingCertificateOf = (
    publicKey: Uint8Array,
    attributes: CertificateAttributes,
    notAfter = new Date('2030-01-01T14:59:59Z'),
  ) =>
    issueCertificate({
      profile: 'phoneSigning',
      municipality,
      publicKey,
      commonName: signingCommonName(from, random),
      attributes,
      serialNumber: serial(16),
      validity: { notBefore: new Date('2026-11-01T00:00:00Z'), notAfter },
      issuer: { certificate: signingRoot, signer: ca },
      locations: {
        ocsp: signingOcsp,
        caIssuers: 'http://localhost:1/ca.cer',
        crl: 'http://localhost:1/s.crl',
      },
    })
  const signingCertificate = await signingCertificateOf(signing.publicKey, {
    name: '番号　花子',
    address: '東京都渋谷区神南１－２－３',
    birthDate: '1985-03-15',
    sex: 'female',
    nameFlags: '00000',
    addressFlags: '0000000000000',
  })
  const roots = new Map([
    [ocsp, root],
    [signingOcsp, signingRoot],
  ])
  const authority: SmallAuthority = {
    anchors: [
      { kind: 'authentication', certificate: root, ocsp },
      { kind: 'signing', certificate: signingRoot, ocsp: signingOcsp },
    ],
    holders: { signing: 'holder-1', authentication: 'holder-1' },
    certificate,
    status: { status: 'good' },
    now: new Date(clock),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      if (request.url.endsWith('/sandbox/clock')) {
        return Response.json({ now: authority.now.toISOString(), offsetSeconds: 0 })
      }
      if (request.url.endsWith('/verifier/holders')) {
        const { kind } = question.parse(await request.json())
        return Response.json({ holder: authority.holders[kind] })
      }
      const { status } = authority
      const issuer = roots.get(request.url)
      if (issuer === undefined || status === 'silent') throw new TypeError('fetch failed')
      const answer = await answerOcspRequest({
        request: new Uint8Array(await request.arrayBuffer()),
        issuer,
        signer: ca,
        responderCertificate: issuer,
        now: authority.now,
        nextUpdate: new Date(authority.now.getTime() + 60_000),
        statusOf: () => status,
      })
      return new Response(new Uint8Array(answer), {
        headers: { 'content-type': 'application/ocsp-response' },
      })
    },
    answer: (content, signer = phone) =>
      createSignedData({ content, certificate, signer, signingTime: authority.now }),
    sign: (content) =>
      createSignedData({
        content,
        certificate: signingCertificate,
        signer: signing,
        signingTime: authority.now,
      }),
    async issueSigning(attributes, notAfter) {
      const { privateKey } = await nextRsaKey()
      const { publicKey } = await softwareSigner(privateKey, 'RS256')
      return {
        certificate: await signingCertificateOf(publicKey, attributes, notAfter),
        privateKey,
      }
    },
    signingKey: () => ({
      certificate: signingCertificate,
      signer: signing,
      signingTime: authority.now,
    }),
  }
  return authority
}
