/**
 * The status of a certificate by `openssl ocsp`, asked at the pointer the certificate carries (RFC 5280 §4.2.2.1, RFC 6960).
 * The signing certificate of a card carries none: its responder is in the trust list.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  createOcspRequest,
  parseCertificate,
  type RevocationReason,
  toPem,
  verifyOcspResponse,
} from '@kazashi/pki'
import { z } from 'zod'
import type { World } from './world.ts'

/** `certificateHold` is a suspension; every other reason is for good. */
export type Status = 'good' | 'unknown' | `revoked: ${RevocationReason}`

export interface IssuedPair {
  /** DER */
  readonly certificate: Uint8Array
  readonly issuer: Uint8Array
}

export interface Answer {
  /** 'not verified: …' where the signature or a time of the answer was not right. */
  readonly status: string
  readonly by: 'openssl ocsp' | 'our own OCSP check (no openssl here)'
}

const run = promisify(execFile)
/** Seconds that an answer's times may be off the machine's clock, besides the offset of the sandbox's clock. */
const tolerance = 900

const failed = z.object({ code: z.unknown(), stdout: z.string(), stderr: z.string() })

/** @returns undefined: there is no openssl on this machine */
async function openssl(args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run('openssl', [...args])
    return stdout + stderr
  } catch (error) {
    const { code, stdout, stderr } = failed.parse(error)
    return code === 'ENOENT' ? undefined : stdout + stderr
  }
}

function readStatus(text: string, file: string): string {
  if (!text.includes('Response verify OK')) return `not verified: ${text.trim()}`
  if (/Status times invalid/.test(text)) return `not verified: ${text.trim()}`
  const line = text.split('\n').find((one) => one.startsWith(`${file}: `))
  const status = line?.slice(file.length + 2).trim() ?? 'no answer'
  const [, reason] = /Reason: (\w+)/.exec(text) ?? []
  return reason === undefined ? status : `${status}: ${reason}`
}

async function responderOf(
  { sandbox }: World,
  { certificate, issuer }: IssuedPair,
): Promise<string> {
  const [own] = parseCertificate(certificate).ocsp
  if (own !== undefined) return own
  const listed = (await sandbox.anchors()).find((anchor) =>
    Buffer.from(anchor.certificate).equals(issuer),
  )
  return listed?.ocsp ?? ''
}

async function askOpenssl(world: World, pair: IssuedPair): Promise<string | undefined> {
  const { sandbox } = world
  const url = await responderOf(world, pair)
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-ocsp-'))
  const [file, issuer] = [join(folder, 'certificate.pem'), join(folder, 'issuer.pem')]
  try {
    await writeFile(file, toPem('CERTIFICATE', pair.certificate))
    await writeFile(issuer, toPem('CERTIFICATE', pair.issuer))
    // Times are judged by this machine's clock, which the sandbox's may be years ahead of.
    const off = Math.abs(sandbox.offsetSeconds()) + tolerance
    const at = Math.floor(sandbox.now().getTime() / 1000)
    const times = ['-attime', String(at), '-validity_period', String(off)]
    const asked = ['-issuer', issuer, '-cert', file, '-url', url, '-CAfile', issuer]
    const text = await openssl(['ocsp', ...asked, ...times])
    return text === undefined ? undefined : readStatus(text, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function askOurselves(world: World, pair: IssuedPair): Promise<string> {
  const { sandbox } = world
  const certificate = parseCertificate(pair.certificate)
  const issuer = parseCertificate(pair.issuer)
  const answer = await sandbox.fetch(await responderOf(world, pair), {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: new Uint8Array(createOcspRequest({ certificate, issuer })),
  })
  const response = new Uint8Array(await answer.arrayBuffer())
  const said = await verifyOcspResponse({ response, certificate, issuer, now: sandbox.now() })
  return said.status === 'revoked' ? `revoked: ${said.reason ?? 'unspecified'}` : said.status
}

/** Its status as a stranger learns it; where the machine has no openssl, by our own code, and `by` says so. */
export async function ocspStatus(world: World, pair: IssuedPair): Promise<Answer> {
  const status = await askOpenssl(world, pair)
  if (status !== undefined) return { status, by: 'openssl ocsp' }
  return {
    status: await askOurselves(world, pair),
    by: 'our own OCSP check (no openssl here)',
  }
}
