/**
 * CMS of OpenSSL's, pyca's and DSS's tests, and the examples of RFC 4134. SHA-1 is taken here, so that it is no reason to agree; paths are not
 * judged.
 */
import {
  fromPem,
  PkiError,
  parseCertificate,
  parseTimeStampQuery,
  readCms,
  readTimeStampResponse,
  verifyCms,
  verifyTimeStamp,
} from '@kazashi/pki'
import { z } from 'zod'
import { bytesOf, type CaseResult, outcomeOf, readJson, type Suite } from './suite.ts'

const shape = z.array(
  z.object({
    id: z.string(),
    file: z.string(),
    format: z.string(),
    expect: z.enum(['valid', 'invalid', 'refused', 'parses', 'decrypts']).optional(),
    cryptographically: z
      .enum(['intact', 'broken', 'disputed', 'content-missing', 'undeterminable'])
      .optional(),
    content: z.string().optional(),
    query: z.string().optional(),
    untrusted: z.array(z.string()).optional(),
    certificates: z.number().optional(),
  }),
)
type Case = z.infer<typeof shape>[number]

const dsa = 'signed with DSA, which is not used here'
const enveloped = 'EnvelopedData: nothing is encrypted in this kit'

const exceptions: Readonly<Record<string, string>> = {
  'dss-CAdES-BpB-att-SHA256-SHA512withRSA.p7m':
    'the signature is named sha512WithRSAEncryption and made with SHA-256',
  'openssl-pkcs7-1.pem': 'one octet after the end',
  'rfc4134-4.1': dsa,
  'rfc4134-4.3': dsa,
  'rfc4134-4.4': dsa,
  'rfc4134-4.7': dsa,
  'rfc4134-4.8': `${dsa}; and S/MIME of several parts is not read`,
  'rfc4134-4.9': dsa,
  'rfc4134-4.10': dsa,
  'openssl-decrypt-ecdh': enveloped,
  'rfc4134-5.1': enveloped,
  'rfc4134-5.2': enveloped,
  'rfc4134-5.3': enveloped,
  'rfc4134-6.0': 'DigestedData: nobody signed it',
}

async function judge(one: Case, file: (name: string) => Uint8Array): Promise<CaseResult> {
  const { id } = one
  const wanted = one.cryptographically ?? one.expect ?? 'refused'
  const shouldTake = ['valid', 'parses', 'decrypts', 'intact'].includes(wanted)
  const seen = await outcomeOf(() => taken(one, file))
  const took = !(seen instanceof Error)
  return {
    id,
    agrees: took === shouldTake,
    isWrongAccept: took && !shouldTake,
    seen: seen instanceof Error ? seen.message : `${seen}`,
  }
}

async function taken(one: Case, file: (name: string) => Uint8Array): Promise<string> {
  const bytes = unwrapped(file(one.file), one)
  if (one.format.includes('TimeStampResp')) return stamped(one, bytes, file)
  if (one.expect === 'parses') {
    const { certificates } = readCms(bytes)
    if (one.certificates !== undefined && certificates.length !== one.certificates)
      throw new PkiError('CMS_MALFORMED', `${certificates.length} certificates`)
    return 'parsed'
  }
  const { content } = readCms(bytes)
  const given = content === undefined && one.content ? file(one.content) : undefined
  const cms = await verifyCms(bytes, {
    content: given,
    certificates: ofRfc4134.map((name) => parseCertificate(file(`rfc4134/${name}`))),
    sha1: true,
    bare: true,
    signingCertificate: 'optional',
  })
  return cms.contentType
}

const ofRfc4134 = ['AliceRSASignByCarl.cer', 'BobRSASignByCarl.cer', 'CarlRSASelf.cer']

async function stamped(
  one: Case,
  bytes: Uint8Array,
  file: (name: string) => Uint8Array,
): Promise<string> {
  const query = parseTimeStampQuery(file(one.query ?? ''))
  const text = (name: string) => Buffer.from(file(name)).toString()
  const { time } = await verifyTimeStamp(readTimeStampResponse(bytes), {
    of: query,
    nonce: query.nonce,
    certificates: (one.untrusted ?? []).map((name) => fromPem('CERTIFICATE', text(name))),
  })
  return time.toISOString()
}

/** PEM, and the one part of an S/MIME message. */
function unwrapped(bytes: Uint8Array, { format }: Case): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const [, pem] = /-----BEGIN [^-]+-----([A-Za-z0-9+/=\s]+)-----END/.exec(text) ?? []
  if (pem !== undefined) return new Uint8Array(Buffer.from(pem, 'base64'))
  if (/^[A-Za-z0-9+/=\s]+$/.test(text)) return new Uint8Array(Buffer.from(text, 'base64'))
  if (!format.startsWith('S/MIME')) return bytes
  const [, body = ''] = text.split(/\r?\n\r?\n/, 2)
  return new Uint8Array(Buffer.from(body, 'base64'))
}

export const cms: Suite = {
  name: 'cms',
  title: 'RFC 5652, RFC 3161: CMS, CAdES and a time stamp of others',
  least: 46,
  exceptions,
  async run(folder) {
    const cases = readJson(folder, 'cms/cases.json', shape)
    const results = []
    for (const one of cases) results.push(await judge(one, (name) => bytesOf(folder, 'cms', name)))
    return results
  },
}
