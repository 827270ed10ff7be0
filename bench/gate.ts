/** The gate: whole logins of robot phones by OpenID Connect, as a relying party's tests do them, and what each step takes. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { type Kazashi, startKazashi } from '@kazashi/testing'
import * as openid from 'openid-client'
import { type Benchmark, type Metric, quantile, type Reference } from './report.ts'

const runs = 3
const loginsARun = 40
/** A robot answers one login after the other: more of them than cores keep all cores busy. */
const robots = 2 * availableParallelism()
/** Nobody listens there: the browser only looks where it is led. */
const callback = 'https://bank.example/callback'

const steps = ['authorize', 'token', 'userinfo'] as const
type Step = (typeof steps)[number]
type Took = Record<Step, number>

async function timed<T>(took: Took, step: Step, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  took[step] = performance.now() - start
  return result
}

async function register(kazashi: Kazashi): Promise<openid.Configuration> {
  const metadata = { redirect_uris: [callback], client_name: '架空銀行' }
  const { clientId, privateKey } = await kazashi.registerClient(metadata)
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('jwk', privateKey, algorithm, false, ['sign'])
  const method = openid.PrivateKeyJwt({ key, kid: privateKey.kid })
  return openid.discovery(new URL(kazashi.issuer), clientId, undefined, method, {
    execute: [openid.allowInsecureRequests],
  })
}

/** From the site's redirect to what it is told of the person. */
async function logIn(kazashi: Kazashi, client: openid.Configuration, name: string): Promise<Took> {
  const took: Took = { authorize: 0, token: 0, userinfo: 0 }
  const pkceCodeVerifier = openid.randomPKCECodeVerifier()
  const address = openid.buildAuthorizationUrl(client, {
    redirect_uri: callback,
    scope: 'openid',
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  })
  const browser = kazashi.newBrowser({ as: name })
  const { url } = await timed(took, 'authorize', () => browser.open(address))
  const tokens = await timed(took, 'token', () =>
    openid.authorizationCodeGrant(client, url, { pkceCodeVerifier }),
  )
  const sub = tokens.claims()?.sub ?? ''
  await timed(took, 'userinfo', () => openid.fetchUserInfo(client, tokens.access_token, sub))
  return took
}

interface Run {
  readonly perSecond: number
  readonly took: readonly Took[]
}

/** @param names of robots, each of which logs in over and over, all at once */
async function oneRun(
  names: readonly string[],
  logins: number,
  login: (name: string) => Promise<Took>,
): Promise<Run> {
  let left = logins
  const start = performance.now()
  const took = await Promise.all(
    names.map(async (name) => {
      const own: Took[] = []
      while (left > 0) {
        left -= 1
        own.push(await login(name))
      }
      return own
    }),
  )
  return { perSecond: (logins / (performance.now() - start)) * 1000, took: took.flat() }
}

/** Of one work a second, as many at once as there are cores. */
async function onAllCores(times: number, work: () => Promise<unknown>): Promise<number> {
  let left = times
  const start = performance.now()
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      while (left > 0) {
        left -= 1
        await work()
      }
    }),
  )
  return (times / (performance.now() - start)) * 1000
}

/** With the phone's kind of key, and nothing around them. */
async function bareSignatures(): Promise<number> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const data = new Uint8Array(32)
  return onAllCores(1_000, () => promisify(sign)('sha256', data, privateKey))
}

const noPeer: Reference = { name: 'no other gate with a phone behind it is known', runs: null }

/** Milliseconds of one, when as many a second are done on all cores. */
const oneOf = (perSecond: number): number => (availableParallelism() * 1000) / perSecond

/** Beside the most that a step has to compute: a signature. */
function latency(step: Step, part: number, measured: readonly Run[], bare: number[]): Metric {
  const limit = { name: 'one bare signature', runs: bare.map(oneOf) }
  return {
    name: `${step}, p${part * 100}`,
    unit: 'ms',
    better: 'lower',
    runs: measured.map(({ took }) =>
      quantile(
        took.map((one) => one[step]),
        part,
      ),
    ),
    peer: noPeer,
    limit,
    target: { of: 'limit', atLeast: 0.002 },
  }
}

function wholeLogins(measured: readonly Run[], limit: Reference, atLeast: number): Metric {
  return {
    name: 'whole logins',
    unit: 'logins/s',
    better: 'higher',
    runs: measured.map(({ perSecond }) => perSecond),
    peer: noPeer,
    limit,
    target: { of: 'limit', atLeast },
  }
}

export const benchmark: Benchmark = {
  name: 'gate',
  description: `logins by OpenID Connect through ${robots} robot phones`,
  async measure() {
    await using kazashi = await startKazashi()
    const client = await register(kazashi)
    const names: string[] = []
    for (let i = 0; i < robots; i += 1) names.push((await kazashi.phones.new()).name)
    const login = (name: string) => logIn(kazashi, client, name)
    await oneRun(names, robots, login)
    const measured: Run[] = []
    const bare: number[] = []
    for (let i = 0; i < runs; i += 1) {
      bare.push(await bareSignatures())
      measured.push(await oneRun(names, loginsARun, login))
    }
    const signatures = { name: 'bare RSA-2048 signatures, all cores', runs: bare }
    return {
      metrics: [
        wholeLogins(measured, signatures, 0.001),
        ...steps.flatMap((step) => [0.5, 0.99].map((part) => latency(step, part, measured, bare))),
      ],
      notes: [
        'Everything is on this machine: phones, authority, database, gate, and the client that measures.',
        'authorize: from the authorization request to the code, with the phone’s answer: its PIN through scrypt, its signature, the pseudonym and OCSP from the authority.',
        'token: with the client assertion’s signature, the ID token’s, and OCSP once more; userinfo: with OCSP once more.',
      ],
    }
  },
}
