/** Relying parties in other languages, from Debian: Authlib in Python, and the Apache module mod_auth_openidc in C. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { localFetch } from '@kazashi/serve'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  CookieBrowser,
  callback,
  freePort,
  GatePage,
  phoneAnswers,
  type RunningGate,
  startGate,
} from './running-gate.ts'

let gate: RunningGate
let folder: string
const children: ChildProcess[] = []
beforeAll(async () => {
  gate = await startGate('2026-11-23T01:00:00.000Z')
  folder = await mkdtemp(join(tmpdir(), 'kazashi-clients-'))
})
afterAll(async () => {
  for (const child of children) child.kill()
  await gate?.close()
  await rm(folder, { recursive: true, force: true })
})

const registered = z.object({ client_id: z.string() })
async function register(metadata: object): Promise<string> {
  const answer = await fetch(`${gate.issuer}/clients-registrations/openid-connect`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(metadata),
  })
  return registered.parse(await answer.json()).client_id
}

/** The browser is at the gate: the phone reads the code, and the browser is led back. */
async function answeredAt(browser: CookieBrowser, address: URL): Promise<URL> {
  const page = new GatePage(gate, browser, address)
  const { code, appUrl } = await page.request()
  await phoneAnswers(gate, appUrl, code)
  return new URL(await page.end('finish'))
}

test('OIDC Core §3.1 a client in Python (Authlib) finds the configuration, logs in, reads claims and refreshes', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: 'py', alg: 'ES256' }
  const client_id = await register({
    redirect_uris: [callback],
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'py', alg: 'ES256' }] },
  })
  const python = spawn('/usr/bin/python3', [join(import.meta.dirname, 'authlib_client.py')], {
    // Names are asked of the system; plain HTTP on this machine is what it is told to take.
    env: { PATH: '/usr/bin', AUTHLIB_INSECURE_TRANSPORT: '1' },
  })
  children.push(python)
  let complaints = ''
  python.stderr.on('data', (text) => {
    complaints += text
  })
  const lines = createInterface(python.stdout)[Symbol.asyncIterator]()
  const read = async (): Promise<unknown> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error(complaints)
    return JSON.parse(value)
  }
  const { issuer } = gate
  const asked = { issuer, client_id, redirect_uri: callback, scope: 'openid name gender', key }
  python.stdin.write(`${JSON.stringify(asked)}\n`)
  const { address } = z.object({ address: z.url() }).parse(await read())
  const browser = new CookieBrowser()
  const led = await answeredAt(browser, await browser.open(address, gate.origins.gate))
  python.stdin.end(`${led.href}\n`)
  const told = z
    .object({ sub: z.string(), userinfo: z.record(z.string(), z.string()), refreshed: z.string() })
    .parse(await read())
  expect(told.userinfo).toEqual({ sub: told.sub, name: '番号　花子', gender: '2' })
  expect(told.refreshed).toBe(told.sub)
})

const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'auth_openidc', 'headers']

test('OIDC Core §3.1 an Apache with mod_auth_openidc lets in whom the phone has logged in, and nobody else', async () => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  // A public client with PKCE: Debian's 2.4.12 ends with a segmentation fault where it is to sign an assertion.
  const client_id = await register({
    redirect_uris: [`${origin}/callback`],
    token_endpoint_auth_method: 'none',
  })
  const settings = join(folder, 'httpd.conf')
  await writeFile(
    settings,
    `
ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/httpd.pid
ErrorLog ${folder}/error.log
User nobody
Group nogroup
Listen 127.0.0.1:${port}
DocumentRoot ${folder}
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
OIDCProviderMetadataURL ${gate.issuer}/.well-known/openid-configuration
OIDCProviderTokenEndpointAuth none
OIDCClientID ${client_id}
OIDCRedirectURI ${origin}/callback
OIDCPKCEMethod S256
OIDCIDTokenSignedResponseAlg ES256
OIDCScope "openid name"
OIDCRemoteUserClaim sub
OIDCCryptoPassphrase ${'x'.repeat(32)}
OIDCCookieSameSite On
<Location />
  AuthType openid-connect
  Require valid-user
  Header always set X-User "expr=%{REMOTE_USER}"
</Location>
`,
  )
  await writeFile(join(folder, 'index.html'), 'inside')
  await chmod(folder, 0o755) // started by root it serves as somebody else
  const apache = spawn('/usr/sbin/apache2', ['-f', settings, '-D', 'FOREGROUND'], {
    env: { PATH: '/usr/sbin:/usr/bin' },
    stdio: 'inherit',
  })
  children.push(apache)
  const inside = `${origin}/index.html`
  for (;;) {
    const answer = await localFetch(inside, { redirect: 'manual' }).catch(() => undefined)
    if (answer !== undefined) break
    if (apache.exitCode !== null) throw new Error('Apache ended')
    await delay(50)
  }
  const browser = new CookieBrowser()
  const first = await browser.fetch(inside)
  expect(first.status).toBe(302)
  const request = new URL(first.headers.get('location') ?? '')
  expect(request.searchParams.get('code_challenge_method')).toBe('S256')
  const led = await answeredAt(browser, await browser.open(request, gate.origins.gate))
  const taken = await browser.fetch(led)
  expect([taken.status, taken.headers.get('location')]).toEqual([302, inside])
  const answer = await browser.fetch(inside)
  expect([answer.status, await answer.text()]).toEqual([200, 'inside'])
  expect(answer.headers.get('x-user')).toMatch(/^[\w-]{43}/)
  // Another browser is led to the gate as the first was.
  expect((await new CookieBrowser().fetch(inside)).status).toBe(302)
  apache.kill()
  await once(apache, 'exit')
})
