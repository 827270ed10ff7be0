/** Inputs that broke parsers, of OpenSSL's fuzzing, and real requests and answers of OCSP: a result or a typed refusal from each of ours. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CodedError } from '@kazashi/errors'
import {
  parseCertificate,
  parseCrl,
  parseOcspRequest,
  parseOcspResponse,
  parseTimeStampQuery,
  readCms,
  readTimeStampResponse,
  verifyCms,
  verifySignedData,
} from '@kazashi/pki'
import { z } from 'zod'
import { base64, bytesOf, type CaseResult, readJson, type Suite } from './suite.ts'

const shape = z.array(z.object({ name: z.string(), base64: base64 }))

const parsers: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  certificate: parseCertificate,
  crl: parseCrl,
  'ocsp-request': parseOcspRequest,
  'ocsp-response': parseOcspResponse,
  cms: (bytes) => verifyCms(bytes, { sha1: true, bare: true, signingCertificate: 'optional' }),
  'cms-structure': readCms,
  'signed-data': verifySignedData,
  'time-stamp-query': parseTimeStampQuery,
  'time-stamp-response': readTimeStampResponse,
}

/** Each parser once. */
async function tried(id: string, bytes: Uint8Array): Promise<CaseResult> {
  for (const [name, parse] of Object.entries(parsers))
    try {
      await parse(bytes)
    } catch (error) {
      if (!(error instanceof CodedError))
        return { id, agrees: false, isWrongAccept: false, seen: `${name}: ${error}` }
    }
  return { id, agrees: true, isWrongAccept: false, seen: 'results and typed refusals' }
}

export const robustness: Suite = {
  name: 'robustness',
  title: 'X.690: inputs that broke parsers: a result or a typed refusal',
  least: 215,
  exceptions: {},
  async run(folder) {
    const results = []
    for (const one of readJson(folder, 'x509-lint/openssl-fuzz.json', shape))
      results.push(await tried(one.name, one.base64))
    for (const part of ['ocsp/openssl', 'ocsp/pyca'])
      for (const name of readdirSync(join(folder, part)).filter((file) => file.endsWith('.der')))
        results.push(await tried(`${part}/${name}`, bytesOf(folder, part, name)))
    return results
  },
}
