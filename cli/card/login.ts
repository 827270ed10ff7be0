/** `kazashi card login`: the card in a computer's reader answers a login in a phone's place (1-B①, 1-C②). */
import { type CardClient, CardError } from '@kazashi/card'
import type { CertificateKind } from '@kazashi/lifecycle'
import {
  agreedTo,
  asksForPassword,
  encodeLoginStatement,
  isLoginCode,
  type LoginOutcome,
  type LoginRequest,
  openLoginRequest,
  PhoneError,
  sendLogin,
  signBeside,
} from '@kazashi/phone'
import { createSignedData } from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { originsAt } from '../origins-at.ts'
import { CardCommandError } from './card-command-error.ts'
import { type SecretOptions, secretFor, withSecrets } from './secrets.ts'
import { type SourceOptions, withCard, withSource } from './source.ts'

interface LoginOptions extends SourceOptions, SecretOptions {
  readonly address: string
  readonly code?: string
  readonly onlyNeeded?: boolean
  readonly json?: boolean
}

function parseCode(text: string): string {
  if (!isLoginCode(text)) throw new InvalidArgumentError('The two digits on the screen.')
  return text
}

const Clock = z.object({ now: z.coerce.date() })

/** Milliseconds for a site to answer. */
const patience = 20_000
const fetch: typeof globalThis.fetch = (url, init) =>
  localFetch(url, { ...init, signal: AbortSignal.timeout(patience) })

/** Words of a site, for a terminal. */
const plain = (words: string): string => words.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')

/** @throws {PhoneError} LOGIN_REQUEST_…; {CardCommandError} LOGIN_REFUSED */
async function openRequest(address: string, time: Date): Promise<LoginRequest> {
  try {
    return await openLoginRequest({ authorityTime: { now: () => time } }, address, fetch)
  } catch (cause) {
    if (!(cause instanceof PhoneError && cause.code === 'LOGIN_REQUEST_MALFORMED')) throw cause
    const detail = 'no login waits at this address, or it has been answered'
    throw new CardCommandError('LOGIN_REFUSED', { detail, cause })
  }
}

/** The time at a site: a sandbox has its own, any other site that of the world. */
async function timeAt(site: string): Promise<Date> {
  const authority = originsAt(site)?.authority
  if (authority === undefined) return new Date()
  const answer = await fetch(`${authority}/sandbox/clock`).catch(() => undefined)
  const document: unknown = await answer?.json().catch(() => undefined)
  return Clock.safeParse(document).data?.now ?? new Date()
}

/** Standard error: what the holder agrees to by typing the secrets. */
function tell({ audience, relyingParty, purpose, claims = [], documents = [] }: LoginRequest) {
  const lines = [
    `${relyingParty} (${audience}): ${purpose}`,
    ...(claims.length > 0 ? [`Handed over: ${claims.join(', ')}`] : []),
    ...documents.map(({ title, hash }) => `To be signed: ${title} (SHA-256 ${hash})`),
  ]
  console.error(lines.join('\n'))
}

interface Secrets {
  readonly pin: string
  /** Where data is handed over or documents are signed. */
  readonly password: string | undefined
  readonly force: boolean
}

/** @throws {CardError}; {CardCommandError} CARD_SIGNS_NOT */
export async function answerByCard(
  client: CardClient,
  request: LoginRequest,
  { pin, password, force }: Secrets,
  { code, time }: { readonly code: string | undefined; readonly time: Date },
) {
  const keyOf = async (kind: CertificateKind, secret: string) => ({
    signer: await client.signer(kind, secret, { force }),
    certificate: await client.readCertificate(kind, { value: secret, force }),
    signingTime: time,
  })
  /** A card of somebody under 15 has none. */
  const signingKey = async () => {
    try {
      return await keyOf('signing', password ?? '')
    } catch (error) {
      if (error instanceof CardError && error.code === 'FILE_NOT_FOUND') return undefined
      throw error
    }
  }
  const signing = password === undefined ? undefined : await signingKey()
  const agreed = signing ? request : agreedTo(request, [])
  if (signing === undefined && asksForPassword(agreed)) throw new CardCommandError('CARD_SIGNS_NOT')
  const statement = encodeLoginStatement(agreed, code, time)
  const authentication = await keyOf('authentication', pin)
  const response = await createSignedData({ content: statement, ...authentication })
  const beside = signing ? await signBeside(agreed, statement, signing) : {}
  return { response, beside, agreed }
}

/** @throws {CardCommandError} LOGIN_REFUSED, SITE_UNREACHABLE */
async function handOver(
  ...[request, response, fetch, beside]: Parameters<typeof sendLogin>
): Promise<LoginOutcome & { accepted: true }> {
  let outcome: LoginOutcome
  try {
    outcome = await sendLogin(request, response, fetch, beside)
  } catch (cause) {
    throw new CardCommandError('SITE_UNREACHABLE', { detail: request.audience, cause })
  }
  if (outcome.accepted) return outcome
  const { problem, status } = outcome
  const { code, title, next } = problem ?? { code: String(status), title: '', next: '' }
  throw new CardCommandError('LOGIN_REFUSED', plain(`${code}: ${title} (${next})`))
}

export function loginCommand(): Command {
  const command = new Command('login')
    .description('answer a login that waits on a screen, and sign its documents, by the card')
    .requiredOption('--address <url>', 'in the QR code, or of the login request itself')
    .option(
      '--code <digits>',
      'the two digits on that screen; without, an address to open in the same browser is printed',
      parseCode,
    )
  return withSecrets(withSource(command), ['authentication-pin', 'signing-password'])
    .option('--only-needed', 'leave out what the site says may be left out')
    .option('--json', 'print JSON: state, returnUrl')
    .addHelpText(
      'after',
      `
The site, its purpose, the data to hand over and the documents to sign are told on standard error before a secret is asked for.

Examples:
  kazashi card login --file taro.card --address "http://app.…/login?request=…" --code 47
  kazashi card login --reader ACR --address "http://gate.…/login-requests/…" --code 47`,
    )
    .action(async (options: LoginOptions) => {
      const { address, code, force = false } = options
      const asked = URL.parse(address)?.searchParams.get('request') ?? address
      const time = await timeAt(asked)
      const wanted = await openRequest(asked, time)
      const request = options.onlyNeeded ? agreedTo(wanted, []) : wanted
      tell(request)
      const { response, beside, agreed } = await withCard(options, async (client) => {
        const pin = await secretFor('authentication-pin', options)
        const password = asksForPassword(request)
          ? await secretFor('signing-password', options)
          : undefined
        return answerByCard(client, request, { pin, password, force }, { code, time })
      })
      const { returnUrl } = await handOver(agreed, response, fetch, beside)
      if (options.json === true) console.log(JSON.stringify({ state: 'accepted', returnUrl }))
      else console.log(returnUrl ?? 'accepted')
    })
}
