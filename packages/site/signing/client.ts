/**
 * The gate's signing API as the server of a site uses it (docs/integrate/sign.md): a transaction is opened with documents, the person signs
 * at the gate (`Client.begin` with the transaction), and the result is fetched once.
 */
import { base64 } from '@kazashi/octets'
import { compactDecrypt, importJWK, type JWK } from 'jose'
import * as openid from 'openid-client'
import { z } from 'zod'
import { SiteProblem } from '../problems.ts'
import type { Provider, SiteKey } from '../provider.ts'
import { SigningProblem } from './problems.ts'

/** One document to be signed. What is shown on the phone is `content`, and its octets are those that `hash` is of. */
export interface DocumentToSign {
  /** 1 to 100 characters, shown on the phone. */
  readonly title: string
  /** SHA-256. */
  readonly hash: Uint8Array
  readonly content?: Uint8Array | undefined
  readonly type?: 'application/pdf' | 'text/plain' | 'application/signed-info+xml' | undefined
}

interface SignedDocument {
  readonly title: string
  readonly hash: Uint8Array
  /** CMS SignedData without the content, DER; of an XML signature its SignatureValue instead. */
  readonly signature: Uint8Array
}

interface SigningResult {
  readonly signedAt: Date
  /** Of the person: DER. Only whom the law allows to keeps it. */
  readonly certificate: Uint8Array
  /** In the order of the transaction. */
  readonly documents: readonly SignedDocument[]
}

export interface SigningClient {
  /** @returns the transaction, open for half an hour @throws {SiteProblem} GATE_UNAVAILABLE, ANSWER_INVALID */
  begin(documents: readonly DocumentToSign[]): Promise<{ id: string; expiresAt: Date }>
  /**
   * Once: what was fetched is gone at the gate.
   * @throws {SigningProblem} SIGN_STOPPED, SIGN_CERTIFICATE_ENDED {reason}, SIGN_EXPIRED, SIGN_TAKEN
   * @throws {SiteProblem} GATE_UNAVAILABLE, ANSWER_INVALID
   */
  result(id: string): Promise<SigningResult>
  /** Nobody signs it any more; one that is over already stays so. @throws {SiteProblem} GATE_UNAVAILABLE */
  cancel(id: string): Promise<void>
}

interface SigningSettings {
  readonly issuer: string
  readonly clientId: string
  /** Opens the results: ECDH-ES on P-256. */
  readonly encryptionKey: SiteKey
}

const octets = z.base64().transform((text) => base64.decode(text))
const opened = z.object({ sign_transaction_id: z.uuid(), expires_at: z.iso.datetime() })
const result = z.object({
  iss: z.string(),
  aud: z.string(),
  sign_transaction_id: z.uuid(),
  signed_at: z.iso.datetime(),
  certificate: octets,
  documents: z
    .array(
      z.object({
        title: z.string(),
        hash: octets,
        signature: octets.optional(),
        signature_value: octets.optional(),
      }),
    )
    .min(1),
})
const problem = z.object({ code: z.string(), reason: z.string().optional() })

/** Milliseconds to wait for the gate. */
const patience = 20_000

/** What the gate refuses a result with, as this site tells it. */
function refusalOf({ code, reason }: z.infer<typeof problem>): SigningProblem | SiteProblem {
  if (code === 'SIGN_TRANSACTION_REFUSED')
    return reason?.startsWith('CERTIFICATE_')
      ? new SigningProblem('SIGN_CERTIFICATE_ENDED', { members: { reason } })
      : new SigningProblem('SIGN_STOPPED', { members: { reason: reason ?? 'DECLINED' } })
  if (code === 'SIGN_NOT_YET' || code === 'SIGN_TRANSACTION_CANCELLED')
    return new SigningProblem('SIGN_STOPPED', { members: { reason: code } })
  if (code === 'SIGN_TRANSACTION_EXPIRED') return new SigningProblem('SIGN_EXPIRED')
  if (code === 'SIGN_RESULT_FETCHED') return new SigningProblem('SIGN_TAKEN')
  return new SiteProblem('ANSWER_INVALID', { detail: code })
}

export function openSigning(
  settings: SigningSettings,
  provider: Provider,
  fetch: typeof globalThis.fetch,
): SigningClient {
  const api = new URL('/api/sign-transactions', settings.issuer)

  const call = async (method: string, path: string, body?: object): Promise<Response> => {
    try {
      const token = await openid.clientCredentialsGrant(await provider(), { scope: 'sign' })
      const answer = await fetch(`${api.href}${path}`, {
        method,
        signal: AbortSignal.timeout(patience),
        headers: {
          authorization: `Bearer ${token.access_token}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      if (answer.status < 500) return answer
      throw new TypeError(`the gate answered ${answer.status}`)
    } catch (cause) {
      throw new SiteProblem('GATE_UNAVAILABLE', { cause })
    }
  }
  const open = async (id: string, jwe: string): Promise<SigningResult> => {
    const key = await importJWK(settings.encryptionKey as JWK, 'ECDH-ES')
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    const told = result.parse(JSON.parse(new TextDecoder().decode(plaintext)))
    const { iss, aud, sign_transaction_id: of } = told
    if (iss !== settings.issuer || aud !== settings.clientId || of !== id)
      throw new SiteProblem('ANSWER_INVALID', { detail: 'the result is for somebody else' })
    return {
      signedAt: new Date(told.signed_at),
      certificate: told.certificate,
      documents: told.documents.map(({ title, hash, signature, signature_value: value }) => ({
        title,
        hash,
        signature: signature ?? value ?? new Uint8Array(),
      })),
    }
  }
  return {
    async begin(documents) {
      const order = documents.map(({ title, hash, content, type }) => ({
        title,
        hash: base64.encode(hash),
        ...(content && { content: base64.encode(content) }),
        ...(content && type && { type }),
      }))
      const answer = await call('POST', '', { documents: order })
      const told = opened.safeParse(await answer.json().catch(() => undefined))
      if (!told.success) throw new SiteProblem('ANSWER_INVALID', { detail: String(answer.status) })
      return { id: told.data.sign_transaction_id, expiresAt: new Date(told.data.expires_at) }
    },
    async result(id) {
      const answer = await call('GET', `/${encodeURIComponent(id)}/result`)
      const text = await answer.text()
      try {
        if (answer.ok) return await open(id, text)
        throw refusalOf(problem.parse(JSON.parse(text)))
      } catch (cause) {
        if (cause instanceof SiteProblem || cause instanceof SigningProblem) throw cause
        throw new SiteProblem('ANSWER_INVALID', { cause })
      }
    },
    async cancel(id) {
      await call('DELETE', `/${encodeURIComponent(id)}`)
    },
  }
}
