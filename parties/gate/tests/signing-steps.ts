/** A relying party that has documents signed, and a phone that signs them. */
import { createHash } from 'node:crypto'
import { encodeLoginStatement, loginRequest, signBeside } from '@kazashi/phone'
import { localFetch } from '@kazashi/serve'
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose'
import * as openid from 'openid-client'
import { z } from 'zod'
import { type RunningGate, registerClient } from './running-gate.ts'

export const hashOf = (document: string | Uint8Array): string =>
  createHash('sha256').update(document).digest('base64')

export const result = z.strictObject({
  iss: z.string(),
  aud: z.string(),
  sign_transaction_id: z.uuid(),
  signed_at: z.iso.datetime(),
  certificate: z.base64(),
  documents: z.array(
    z.strictObject({
      title: z.string(),
      hash_algorithm: z.literal('SHA-256'),
      hash: z.base64(),
      signature: z.base64().optional(),
      signature_value: z.base64().optional(),
    }),
  ),
})

const told = z.looseObject({
  sign_transaction_id: z.string().optional(),
  code: z.string().optional(),
  reason: z.string().optional(),
})

interface Answer extends z.infer<typeof told> {
  readonly status: number
  readonly text: string
  readonly challenge: string | null
}

/** A server that has registered itself with a key for results. */
export class Office {
  readonly client: openid.Configuration
  readonly clientId: string
  readonly #api: string
  readonly #key: CryptoKey

  private constructor(client: openid.Configuration, api: string, key: CryptoKey) {
    this.client = client
    this.clientId = client.clientMetadata().client_id
    this.#api = api
    this.#key = key
  }

  static async open(
    issuer: string,
    alg: 'ECDH-ES' | 'RSA-OAEP-256' = 'ECDH-ES',
    metadata: Partial<openid.ClientMetadata> = {},
  ): Promise<Office> {
    const pair = await generateKeyPair(alg, { extractable: true })
    const key = { ...(await exportJWK(pair.publicKey)), kid: 'results', use: 'enc', alg }
    const grant_types = ['authorization_code', 'client_credentials']
    const client = await registerClient({ issuer }, { grant_types, ...metadata }, [key])
    return new Office(client, `${new URL(issuer).origin}/api/sign-transactions`, pair.privateKey)
  }

  async token(scope = 'sign'): Promise<string> {
    return (await openid.clientCredentialsGrant(this.client, { scope })).access_token
  }

  /** @param token default: a new one; '': none */
  async call(method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
    const bearer = token ?? (await this.token())
    const answer = await fetch(`${this.#api}${path}`, {
      method,
      headers: {
        ...(bearer !== '' && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const document = text.startsWith('{') ? told.parse(JSON.parse(text)) : {}
    const challenge = answer.headers.get('www-authenticate')
    return { ...document, status: answer.status, text, challenge }
  }

  /** @returns its id */
  async begin(...documents: readonly object[]): Promise<string> {
    const { sign_transaction_id: id, text } = await this.call('POST', '', { documents })
    if (id === undefined) throw new Error(text)
    return id
  }

  fetchResult(id: string): Promise<Answer> {
    return this.call('GET', `/${id}/result`)
  }

  async open(jwe: string): Promise<z.infer<typeof result>> {
    const { plaintext } = await compactDecrypt(jwe, this.#key)
    return result.parse(JSON.parse(Buffer.from(plaintext).toString()))
  }
}

const accepted = z.object({ returnUrl: z.url().optional(), code: z.string().optional() })

/** What a phone may do wrong, or somebody between it and the gate. */
export interface Wrongs {
  /** The hash it signs in place of the document's. */
  readonly hash?: string
  /** The hashes that the statement has. */
  readonly stated?: string
  readonly signatures?: 'none'
}

/** Reads the request, and answers it. @returns the status, and the code of a refusal */
export async function phoneSigns(
  gate: RunningGate,
  appUrl: string,
  code: string,
  wrong: Wrongs = {},
): Promise<{ readonly status: number; readonly code?: string | undefined }> {
  const address = new URL(appUrl).searchParams.get('request') ?? ''
  const headers = { origin: gate.origins.app, 'content-type': 'application/json' }
  const asked = await localFetch(address, { headers })
  if (!asked.ok) return { status: asked.status, code: accepted.parse(await asked.json()).code }
  const request = loginRequest.parse(await asked.json())
  const { documents = [] } = request
  const { stated } = wrong
  const changed = documents.map((one) => ({ title: one.title, hash: stated ?? one.hash }))
  const statement = encodeLoginStatement(
    { ...request, documents: changed },
    code,
    gate.authority.now,
  )
  const signs = documents.map((one) => ({ ...one, ...(wrong.hash && { hash: wrong.hash }) }))
  const key = gate.authority.signingKey()
  const { signatures = [] } = await signBeside({ documents: signs }, statement, key)
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const answer = await localFetch(request.responseUrl, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      response: base64(await gate.authority.answer(statement)),
      ...(wrong.signatures !== 'none' && { signatures: signatures.map(base64) }),
    }),
  })
  return { status: answer.status, code: accepted.parse(await answer.json()).code }
}
