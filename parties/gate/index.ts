/** The gate: OpenID Connect in front of relying parties, with the phone behind it (1-B). */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { authorityClient, unwrap } from '@kazashi/authority/api'
import { createSealing, type Sealing, secretFile } from '@kazashi/database'
import type { CertificateKind } from '@kazashi/lifecycle'
import { LoginProblem, type Trust, trustOf } from '@kazashi/login'
import { base64 } from '@kazashi/octets'
import { type Certificate, parseCertificate } from '@kazashi/pki'
import {
  createParty,
  localFetch,
  type Origins,
  type Party,
  type PartyOptions,
  servePages,
} from '@kazashi/serve'
import { buildPage } from '@kazashi/ui/vite'
import { type TrustAnchor, VerifyError } from '@kazashi/verify'
import { type ClientMetadata, errors, type Provider } from 'oidc-provider'
import { issuerOf, realm } from './addresses.ts'
import { strangersOf } from './any-client.ts'
import { pageOf } from './beginning.ts'
import { provoke } from './cases/provoke.ts'
import { caseRoutes } from './cases/routes.ts'
import { readClients } from './clients.ts'
import { armCase, takeArmedCase } from './database/armed-cases.ts'
import { connect, type Database, forget, migrateGate } from './database/connection.ts'
import { LoginRequests } from './database/login-requests.ts'
import { payloadsIn } from './database/payloads.ts'
import { keepSignIn, signInBehind } from './database/sign-ins.ts'
import { SignTransactions } from './database/sign-transactions.ts'
import { addBriefKey, signingKeys } from './database/signing-keys.ts'
import { errorPage } from './error-page.ts'
import { interactionRoutes } from './interactions.ts'
import { mountProvider } from './mount.ts'
import { phoneRoutes } from './phone-routes.ts'
import { gateProblems } from './problems.ts'
import { createProvider, grantLifetime } from './provider.ts'
import { robotsOf } from './robots.ts'
import { signParameter } from './sign-parameter.ts'
import { signRoutes } from './sign-routes.ts'

export { isForServers, issuerOf } from './addresses.ts'

export interface GateOptions {
  readonly origins: Origins
  /** postgres://…; the schema gate in it is the gate's. */
  readonly databaseUrl: string
  /** Absolute: the gate's key and `clients.json`. */
  readonly dataFolder: string
  /** The authority's token for relying parties that look at certificates. */
  readonly verifierToken: string
  /** Relying parties known from the start, beside those of `clients.json`. */
  readonly clients?: readonly ClientMetadata[]
  readonly logger?: PartyOptions['logger']
  readonly sandbox?: boolean
  /** Robots and cases of the catalogue, for programs of this machine. Default: those of a sandbox; a class has none, where strangers could arm them. */
  readonly rehearses?: boolean
  /** A sandbox's: takes clients that are not registered. */
  readonly anyClient?: boolean
  /** CA certificates from configuration; asked of the authority unless given. */
  readonly trust?: readonly TrustAnchor[]
  /** Default `localFetch`: the authority, and the OCSP responders that certificates name. */
  readonly fetch?: typeof globalThis.fetch
  /** The machine's time, by which tokens live. */
  readonly now?: () => Date
  /** The built page; built if its sources changed unless given. */
  readonly pages?: string
  /** Ends the build of the page. */
  readonly signal?: AbortSignal
}

/** Folder of the page's sources; its `dist` is served. */
const pageFolder: string = fileURLToPath(new URL('./page', import.meta.url))

/** Milliseconds between two looks for keys that are due, and for what nobody can use any more. */
const sweepInterval = 60_000
const keyOctets = 32
const random = (bytes: number): Uint8Array => randomBytes(bytes)

/** What the gate asks of the authority. */
function askAuthority(options: GateOptions, fetch: typeof globalThis.fetch) {
  const { origins, sandbox = true, verifierToken, now: machineNow = () => new Date() } = options
  const client = authorityClient(origins.authority, fetch, { verifier: verifierToken })
  const sandboxNow = async () => new Date(unwrap(await client.GET('/sandbox/clock')).now)
  const published = async () => unwrap(await client.GET('/trust'))
  const trust = trustOf({
    authority: { trust: published, now: sandbox ? sandboxNow : async () => machineNow() },
    fixed: options.trust,
    fetch,
  })
  const holderOf = async (kind: CertificateKind, { der }: Certificate): Promise<string> => {
    const body = { kind, certificate: base64.encode(der) }
    try {
      return unwrap(await client.POST('/verifier/holders', { body })).holder
    } catch (cause) {
      throw new LoginProblem('TRUST_UNAVAILABLE', { cause })
    }
  }
  return { trust, holderOf }
}

/** Does the certificate still hold? (RFC 6960) @throws {CustomOIDCProviderError} nobody knows at the moment */
async function stillHolds(trust: Trust, certificate: string): Promise<boolean> {
  const parsed = parseCertificate(base64.decode(certificate))
  try {
    await (await trust.verifier()).verifyCertificate(parsed, 'authentication')
    return true
  } catch (error) {
    const isSilence =
      error instanceof LoginProblem ||
      (error instanceof VerifyError && error.next === 'try-again-later')
    if (!isSilence) return false
    throw new errors.CustomOIDCProviderError(
      'temporarily_unavailable',
      'the status of the certificate cannot be checked',
    )
  }
}

async function openSealing(dataFolder: string): Promise<Sealing> {
  const text = await secretFile(join(dataFolder, 'gate.key'), () =>
    randomBytes(keyOctets).toString('base64'),
  )
  return createSealing(base64.decode(text))
}

/** The provider of now, and of later: it is made anew when a key has been added. */
async function openProvider(
  options: GateOptions,
  {
    db,
    sealing,
    now,
    trust,
    pages,
    requests,
    transactions,
  }: {
    db: Database
    sealing: Sealing
    now: () => Date
    trust: Trust
    pages: string
    requests: LoginRequests
    transactions: SignTransactions
  },
) {
  const { origins, sandbox = true, dataFolder } = options
  const clients = [...(options.clients ?? []), ...(await readClients(dataFolder))]
  const { rehearses = sandbox } = options
  const rehearsal = rehearses
    ? {
        robots: robotsOf(origins.box, options.fetch ?? localFetch),
        armed: (client: string) => takeArmedCase(db, now(), client),
      }
    : undefined
  const adapter = payloadsIn(db, sealing, now)
  let made: { readonly kids: string; readonly provider: Provider } | undefined
  const follow = async () => {
    const keys = await signingKeys(db, sealing, now())
    const kids = keys.map(({ kid }) => kid).join(' ')
    if (made?.kids === kids) return made.provider
    const [newest] = keys
    const provider = createProvider({
      origins,
      sandbox,
      adapter,
      sealing,
      keys,
      clients,
      pageOf: (id, params) =>
        pageOf(id, params, { origins, provider: () => current, trust, requests, rehearsal }),
      renderError: errorPage(pages),
      signParameter: signParameter((id, client) => transactions.stateOf(id, client)),
      onError: (error) => options.logger?.error({ err: error }, 'openid'),
      claimsBehind: async (grant) => {
        const signIn = await signInBehind(db, sealing, grant)
        if (signIn === undefined || !(await stillHolds(trust, signIn.certificate))) return undefined
        return signIn.claims
      },
    })
    if (rehearses) {
      provoke(provider, {
        newest,
        now,
        rotate: async () => {
          const added = await addBriefKey(db, sealing, now())
          current = await follow()
          return added
        },
        ofLogin: async (uid) => (await requests.find(uid))?.fault,
        ofGrant: async (grant) => (await signInBehind(db, sealing, grant))?.fault,
      })
    }
    made = { kids, provider }
    return provider
  }
  let current = await follow()
  return {
    provider: () => current,
    ...(options.anyClient === true && sandbox && { strangers: strangersOf(adapter, clients) }),
    follow: async () => {
      current = await follow()
    },
  }
}

/** @throws {GateError} CLIENTS_MALFORMED; any error of the database or of the page's build */
export async function createGate(options: GateOptions): Promise<Party> {
  const { origins, logger, sandbox = true, fetch = localFetch, now = () => new Date() } = options
  let closing = false
  const onError = (error: Error) => closing || logger?.error({ err: error }, 'database')
  const { pool, db } = connect(options.databaseUrl, onError)
  try {
    await migrateGate(pool)
    const sealing = await openSealing(options.dataFolder)
    const { trust, holderOf } = askAuthority(options, fetch)
    const { signal } = options
    const pages = options.pages ?? (await buildPage(pageFolder, { signal, operating: !sandbox }))
    const requests = new LoginRequests({ db, sealing, random, machineNow: now })
    const transactions = new SignTransactions({ db, sealing, now })
    const open = { db, sealing, now, trust, pages, requests, transactions }
    const { provider, follow, strangers } = await openProvider(options, open)
    const app = await createParty({
      name: 'gate',
      origins,
      sandbox,
      ownRules: `${realm}/`,
      problems: gateProblems,
      openapi: {
        title: 'Kazashi gate',
        description: `OpenID Connect with the phone; \`${realm}/.well-known/openid-configuration\` describes it`,
      },
      ...(logger !== undefined && { logger }),
    })
    await mountProvider(app, origins, provider, { register: sandbox, strangers })
    interactionRoutes(app, {
      origins,
      provider,
      trust,
      requests,
      transactions,
      machineNow: now,
      keepSignIn: (grant, { certificate, claims, fault }) =>
        keepSignIn(db, sealing, {
          grant,
          certificate,
          claims,
          ...(fault && { fault }),
          expiresAt: new Date(now().getTime() + grantLifetime * 1000),
        }),
    })
    const { rehearses = sandbox } = options
    if (rehearses) caseRoutes(app, (armed) => armCase(db, now(), armed))
    phoneRoutes(app, { origins, trust, requests, transactions, machineNow: now, holderOf })
    signRoutes(app, { origins, provider, transactions })
    const sweep = async () => {
      await follow()
      await forget(db, now())
    }
    const sweeping = setInterval(() => void sweep().catch(onError), sweepInterval)
    app.addHook('preClose', async () => {
      closing = true
      clearInterval(sweeping)
    })
    app.addHook('onClose', async () => db.destroy())
    const discovery = `${issuerOf(origins)}/.well-known/openid-configuration`
    await servePages(app, { folder: pages, config: { origins, sandbox, discovery, rehearses } })
    return app
  } catch (error) {
    await db.destroy()
    throw error
  }
}
