/** For tests: somebody who asks by OpenID4VP, with a certificate of its own; a test states its one deviation. Made by jose, not by us. */
import { base64, base64url } from '@kazashi/octets'
import type { Certificate } from '@kazashi/pki'
import { newSigner, now } from '@kazashi/pki/test-chain'
import { caExtensions, forge, keyUsage } from '@kazashi/pki/test-forge'
import { sha256 } from '@noble/hashes/sha2.js'
import {
  CompactSign,
  calculateJwkThumbprint,
  compactDecrypt,
  exportJWK,
  generateKeyPair,
  importPKCS8,
} from 'jose'
import type { Fetch } from './exchange.ts'

export const host = 'shop.kazashi.localhost'
export const responseUri = `http://${host}:8080/answers/7`
export const requestUri = `http://${host}:8080/requests/7`
export const docType = 'org.iso.23220.1.jp.mnc'
export const general = 'org.iso.23220.1'
export const japan = 'org.iso.23220.1.jp'

/** SubjectAltName of one DNS name (RFC 5280 §4.2.1.6). */
const dnsName = (name: string) => {
  const text = new TextEncoder().encode(name)
  const value = Uint8Array.of(0x30, text.length + 2, 0x82, text.length, ...text)
  return { oid: '2.5.29.17', critical: false, value }
}

async function newReaderCertificate(notAfter = new Date('2027-01-01T00:00:00Z')) {
  const ca = await newSigner('ES256')
  const leaf = await newSigner('ES256')
  const root = await forge({
    subject: [['CN', 'Readers']],
    issuer: { name: nameOf('Readers'), signer: ca.signer },
    signer: ca.signer,
    extensions: caExtensions(0),
  })
  const certificate = await forge({
    subject: [
      ['O', '見本酒店'],
      ['CN', host],
    ],
    issuer: { name: root.subject.der, signer: ca.signer },
    signer: leaf.signer,
    extensions: [keyUsage('digitalSignature'), dnsName(host)],
    notAfter,
  })
  return { root, certificate, privateKey: leaf.privateKey }
}

/** Name of one CN in UTF-8. */
function nameOf(value: string): Uint8Array {
  const text = new TextEncoder().encode(value)
  const inner = [0x06, 3, 0x55, 4, 3, 0x0c, text.length, ...text]
  const one = [0x30, inner.length, ...inner]
  const set = [0x31, one.length, ...one]
  return Uint8Array.of(0x30, set.length, ...set)
}

export interface TestAsker {
  readonly root: Certificate
  readonly certificate: Certificate
  readonly clientId: string
  /** To be merged over: undefined takes a member away. */
  readonly claims: Readonly<Record<string, unknown>>
  readonly link: (clientId?: string) => string
  readonly sign: (
    changed?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
  ) => Promise<string>
  /** What is in the JWE. */
  readonly open: (response: string) => Promise<Readonly<Record<string, unknown>>>
  readonly thumbprint: Uint8Array
}

export const over20 = {
  credentials: [
    {
      id: 'age',
      format: 'mso_mdoc',
      meta: { doctype_value: docType },
      claims: [{ path: [general, 'age_over_20'], intent_to_retain: false }],
    },
  ],
}

/** @param goodFor milliseconds that its requests are good for */
export async function newAsker(
  at: Date = now,
  notAfter?: Date,
  goodFor = 300_000,
): Promise<TestAsker> {
  const { root, certificate, privateKey } = await newReaderCertificate(notAfter)
  const pem = `-----BEGIN PRIVATE KEY-----\n${base64.encode(privateKey)}\n-----END PRIVATE KEY-----`
  const key = await importPKCS8(pem, 'ES256')
  const encryption = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true })
  const jwk = await exportJWK(encryption.publicKey)
  const clientId = `x509_hash:${base64url.encode(sha256(certificate.der))}`
  const claims = {
    client_id: clientId,
    aud: 'https://self-issued.me/v2',
    iat: at.getTime() / 1000,
    exp: (at.getTime() + goodFor) / 1000,
    response_type: 'vp_token',
    response_mode: 'direct_post.jwt',
    response_uri: responseUri,
    nonce: 'n0nce-n0nce-n0nce-n0nce',
    state: 'state-7',
    dcql_query: over20,
    client_metadata: {
      jwks: { keys: [{ ...jwk, kid: 'k1', use: 'enc', alg: 'ECDH-ES' }] },
      encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
      vp_formats_supported: { mso_mdoc: {} },
    },
  }
  return {
    root,
    certificate,
    clientId,
    claims,
    link: (id = clientId) =>
      `http://app.kazashi.localhost/present?${new URLSearchParams({ client_id: id, request_uri: requestUri })}`,
    sign: (changed = {}, header = {}) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify({ ...claims, ...changed })))
        .setProtectedHeader({
          alg: 'ES256',
          typ: 'oauth-authz-req+jwt',
          x5c: [certificate, root].map(({ der }) => base64.encode(der)),
          ...header,
        })
        .sign(key),
    open: async (response) => {
      const { plaintext } = await compactDecrypt(response, encryption.privateKey)
      return JSON.parse(new TextDecoder().decode(plaintext))
    },
    thumbprint: base64url.decode(await calculateJwkThumbprint(jwk, 'sha256')),
  }
}

export const answersWith =
  (body: string | Uint8Array<ArrayBuffer>, status = 200): Fetch =>
  async () =>
    new Response(body, { status })
