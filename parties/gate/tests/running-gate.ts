/** A gate on a port and a database of its own, a client that is registered with it, and a browser that keeps cookies. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IdentityClaim } from '@kazashi/lifecycle'
import { agreedTo, encodeLoginStatement, loginRequest } from '@kazashi/phone'
import { localFetch, type Origins, originsFor, type Party } from '@kazashi/serve'
import { exportJWK, generateKeyPair } from 'jose'
import * as openid from 'openid-client'
import { z } from 'zod'
import { borrow } from '../../../tools/keeper/borrow.ts'
import { type SmallAuthority, smallAuthority } from '../../../tools/small-authority.ts'
import { createGate, issuerOf } from '../index.ts'

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return address.port
}

/** Where the test's relying party takes the answer; nobody listens there, the browser only looks where it is led. */
export const callback = 'https://bank.example/callback'

export interface RunningGate {
  readonly origins: Origins
  readonly issuer: string
  readonly authority: SmallAuthority
  readonly dataFolder: string
  readonly databaseUrl: string
  app(): Party
  /** Ends the process's part of the gate, and starts it again on the same database. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** The machine's time, which a test may move on. */
export interface Times {
  now: Date
}

export async function startGate(
  start: string,
  options: {
    readonly times?: Times
    readonly sandbox?: boolean
    readonly anyClient?: boolean
  } = {},
): Promise<RunningGate> {
  const authority = await smallAuthority(start)
  const database = await borrow('databases')
  const dataFolder = await mkdtemp(join(tmpdir(), 'kazashi-gate-'))
  const port = await freePort()
  const pages = join(dataFolder, 'pages')
  await mkdir(pages)
  await writeFile(join(pages, 'index.html'), '<html><head></head><body></body></html>')
  const origins = originsFor(port)
  const { times, sandbox = true, anyClient = false } = options
  const open = async () => {
    const app = await createGate({
      origins,
      sandbox,
      anyClient,
      databaseUrl: database.address,
      dataFolder,
      verifierToken: 'v'.repeat(40),
      fetch: authority.fetch,
      trust: authority.anchors,
      pages,
      ...(times && { now: () => times.now }),
    })
    await app.listen({ host: '127.0.0.1', port })
    return app
  }
  let app = await open()
  return {
    origins,
    issuer: issuerOf(origins),
    authority,
    dataFolder,
    databaseUrl: database.address,
    app: () => app,
    async restart() {
      await app.close()
      app = await open()
    },
    async close() {
      await app.close()
      await database.giveBack()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A relying party of its own name, that has registered itself (RFC 7591). It asks the system for names, as most servers do. */
export async function registerClient(
  { issuer }: Pick<RunningGate, 'issuer'>,
  metadata: Partial<openid.ClientMetadata> = {},
  moreKeys: readonly openid.JWK[] = [],
): Promise<openid.Configuration> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const kid = 'k1'
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }
  return openid.dynamicClientRegistration(
    new URL(issuer),
    {
      client_name: '架空銀行',
      redirect_uris: [callback],
      jwks: { keys: [jwk, ...moreKeys] },
      ...metadata,
    },
    openid.PrivateKeyJwt({ key: privateKey, kid }),
    { execute: [openid.allowInsecureRequests] },
  )
}

export interface Asked {
  readonly url: URL
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What a client remembers of its authorization request. @param extra in place of what it sends */
export async function authorizationRequest(
  client: openid.Configuration,
  extra: Readonly<Record<string, string>> = {},
): Promise<Asked> {
  const verifier = openid.randomPKCECodeVerifier()
  const state = openid.randomState()
  const nonce = openid.randomNonce()
  const url = openid.buildAuthorizationUrl(client, {
    redirect_uri: callback,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...extra,
  })
  return { url, state, nonce, verifier }
}

interface Cookie {
  readonly host: string
  readonly path: string
  readonly name: string
  readonly value: string
}

/** As a browser opens a page: no header of a script's call, no redirect followed; names end at this machine (RFC 6761 §6.3). */
function sent(url: URL, method: string, headers: Headers): Promise<Response> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: url.port,
        method,
        path: `${url.pathname}${url.search}`,
        headers: { ...Object.fromEntries(headers), host: url.host },
      },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const told = new Headers()
          for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2)
            told.append(incoming.rawHeaders[i] ?? '', incoming.rawHeaders[i + 1] ?? '')
          resolve(
            new Response(Buffer.concat(chunks), {
              status: incoming.statusCode ?? 500,
              headers: told,
            }),
          )
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** Keeps cookies by host and path (RFC 6265 §5), and follows redirects as long as they stay with the gate. */
export class CookieBrowser {
  readonly #cookies: Cookie[] = []

  #keep(url: URL, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const at = pair.indexOf('=')
    const attribute = (wanted: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
    const cookie = {
      host: url.host,
      path: attribute('path') ?? '/',
      name: pair.slice(0, at),
      value: pair.slice(at + 1),
    }
    const same = this.#cookies.findIndex(
      ({ host, path, name }) =>
        host === cookie.host && path === cookie.path && name === cookie.name,
    )
    if (same >= 0) this.#cookies.splice(same, 1)
    const expires = attribute('expires')
    if (expires === undefined || new Date(expires) > new Date()) this.#cookies.push(cookie)
  }

  /** Of one address. */
  cookiesFor({ host, pathname }: URL): string {
    return this.#cookies
      .filter((one) => one.host === host && pathname.startsWith(one.path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  async fetch(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address)
    const headers = new Headers(init.headers)
    headers.set('cookie', this.cookiesFor(url))
    if (!headers.has('accept')) headers.set('accept', 'text/html')
    const answer = await sent(url, init.method ?? 'GET', headers)
    for (const line of answer.headers.getSetCookie()) this.#keep(url, line)
    return answer
  }

  /** @returns the last address: a page of the gate, or one of somebody else */
  async open(address: string | URL, gate: string): Promise<URL> {
    let url = new URL(address)
    for (let hop = 0; hop < 10; hop++) {
      if (hop > 0 && url.origin !== gate) return url
      const answer = await this.fetch(url)
      const location = answer.headers.get('location')
      if (location === null) return url
      url = new URL(location, url)
    }
    throw new Error('too many redirects')
  }
}

const waiting = z.object({ code: z.string(), appUrl: z.url(), relyingParty: z.string() })

/** The page of the gate that a browser stands at, as its script works it. */
export class GatePage {
  readonly address: URL
  readonly #gate: RunningGate
  readonly #browser: CookieBrowser

  constructor(gate: RunningGate, browser: CookieBrowser, address: URL) {
    this.#gate = gate
    this.#browser = browser
    this.address = address
  }

  async request() {
    const answer = await this.#browser.fetch(`${this.address.href}/request`, {
      method: 'POST',
      headers: { origin: this.#gate.origins.gate },
    })
    return waiting.parse(await answer.json())
  }

  async state(): Promise<unknown> {
    return (await this.#browser.fetch(`${this.address.href}/state`)).json()
  }

  /** @returns where the browser is led, or the code of a refusal */
  async end(how: string): Promise<URL | string> {
    const { gate } = this.#gate.origins
    const answer = await this.#browser.fetch(`${this.address.href}/${how}`)
    const location = new URL(answer.headers.get('location') ?? '', gate)
    return location.searchParams.get('came') ?? this.#browser.open(location, gate)
  }
}

const accepted = z.object({
  state: z.string().optional(),
  returnUrl: z.url().optional(),
  code: z.string().optional(),
})

/** A phone reads the QR code, or follows the link, and answers. @param code as typed; none: it came by a link */
export async function phoneAnswers(
  gate: RunningGate,
  appUrl: string,
  code: string | undefined,
  options: {
    readonly attributes?: 'none' | 'other'
    /** In place of what was asked for. */
    readonly claims?: readonly IdentityClaim[]
    /** What of the optional the person hands over; default: all. */
    readonly chosen?: readonly IdentityClaim[]
  } = {},
): Promise<{ readonly status: number; readonly code?: string; readonly returnUrl?: string }> {
  const address = new URL(appUrl).searchParams.get('request') ?? ''
  const headers = { origin: gate.origins.app, 'content-type': 'application/json' }
  const wanted = loginRequest.parse(await (await localFetch(address, { headers })).json())
  const agreed = agreedTo(wanted, options.chosen ?? wanted.optional ?? [])
  const request = { ...agreed, ...(options.claims && { claims: [...options.claims] }) }
  const statement = encodeLoginStatement(request, code, gate.authority.now)
  const cms = await gate.authority.answer(statement)
  const asked = (request.claims ?? []).length > 0
  const signed =
    options.attributes === 'other' ? encodeLoginStatement(request, '00', new Date(0)) : statement
  const attributes =
    asked && options.attributes !== 'none' ? await gate.authority.sign(signed) : undefined
  const answer = await localFetch(request.responseUrl, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      response: Buffer.from(cms).toString('base64'),
      ...(attributes && { attributes: Buffer.from(attributes).toString('base64') }),
    }),
  })
  const { returnUrl, code: refusal } = accepted.parse(await answer.json())
  return {
    status: answer.status,
    ...(refusal !== undefined && { code: refusal }),
    ...(returnUrl !== undefined && { returnUrl }),
  }
}

/** From the relying party's redirect to its callback. */
export async function logIn(gate: RunningGate, asked: Asked): Promise<URL> {
  const browser = new CookieBrowser()
  const page = new GatePage(gate, browser, await browser.open(asked.url, gate.origins.gate))
  const { code, appUrl } = await page.request()
  await phoneAnswers(gate, appUrl, code)
  const led = await page.end('finish')
  if (typeof led === 'string') throw new Error(led)
  return led
}

function toldBy(error: unknown): string {
  if (error instanceof openid.ResponseBodyError) return error.error
  if (error instanceof openid.AuthorizationResponseError) return error.error
  if (error instanceof openid.WWWAuthenticateChallengeError)
    return error.cause[0]?.parameters.error ?? 'challenge'
  if (error instanceof openid.ClientError && error.cause instanceof Error)
    return error.cause.message
  throw error
}

/** The OAuth error that a client was told, or its own word for an answer that it does not take; 'none' when there was none. */
export const errorOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(() => 'none', toldBy)
