/** An authority on a real port and a database of its own, cards with keys in software, phones with keys in software. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateResident, type Resident } from '@kazashi/card'
import type { ApplicationPurpose, CertificateKind, PhonePlatform } from '@kazashi/lifecycle'
import {
  type AuthorityPort,
  consentHash,
  currentConsentVersion,
  encodeRequest,
  encodeStatement,
  jwkThumbprint,
  type RequestStatement,
  type StatementAttributes,
  type UnblockingKeys,
} from '@kazashi/phone'
import {
  createCertificationRequest,
  createSignedData,
  type Signer,
  softwareSigner,
} from '@kazashi/pki'
import { localFetch, type Origins, originsFor, type Party } from '@kazashi/serve'
import { recordAnswer } from '../../../tools/answered-codes.ts'
import { borrow } from '../../../tools/keeper/borrow.ts'
import { nextRsaKey } from '../../../tools/rsa-keys/index.ts'
import { type AuthorityClient, authorityClient, authorityPort, unwrap } from '../api/client.ts'
import { provingFetch } from '../api/proof.ts'
import { type AuthorityOptions, createAuthority, readRoleTokens } from '../index.ts'

export interface RunningAuthority {
  readonly app: Party
  readonly origins: Origins
  readonly client: AuthorityClient
  readonly databaseUrl: string
  readonly dataFolder: string
  /** Ends the authority and starts another one on the same database and port. */
  restart(): Promise<void>
  now(): Promise<Date>
  moveClock(to: Date): Promise<void>
  close(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return address.port
}

/** Which codes the ways of this party provoke: `npm test` looks at it at its end. */
function recordRefusals(app: Party): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isProblem = `${reply.getHeader('content-type')}`.startsWith('application/problem+json')
    if (isProblem && typeof payload === 'string') {
      recordAnswer(JSON.parse(payload).code, request.routeOptions.url ?? '')
    }
    return payload
  })
}

type Settings = Pick<AuthorityOptions, 'hours' | 'issueDelaySeconds' | 'clock' | 'push'>

export async function startAuthority(settings: Settings): Promise<RunningAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-authority-'))
  const database = await borrow('databases')
  const port = await freePort()
  const origins = originsFor(port)
  const dataFolder = join(folder, 'authority')
  const open = async () => {
    const app = await createAuthority({
      databaseUrl: database.address,
      dataFolder,
      origins,
      ...settings,
    })
    recordRefusals(app)
    await app.listen({ host: '127.0.0.1', port })
    return app
  }
  const client = authorityClient(origins.authority, localFetch, await readRoleTokens(dataFolder))
  const leave = async () => {
    await database.giveBack()
    await rm(folder, { recursive: true, force: true })
  }
  let app = await open().catch(async (error: unknown) => {
    await leave()
    throw error
  })
  return {
    get app() {
      return app
    },
    origins,
    client,
    databaseUrl: database.address,
    dataFolder,
    async restart() {
      await app.close()
      app = await open()
    },
    now: async () => new Date(unwrap(await client.GET('/sandbox/clock')).now),
    moveClock: async (to) => {
      unwrap(await client.PUT('/sandbox/clock', { body: { now: to.toISOString() } }))
    },
    async close() {
      await app.close()
      await leave()
    },
  }
}

export interface SoftwareCard {
  readonly id: string
  readonly person: string
  readonly resident: Resident
  readonly signer: Signer
  readonly authenticationSigner: Signer
  /** DER */
  readonly signing: Uint8Array
  readonly authentication: Uint8Array
  readonly expiry: string
}

export const der = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export async function newSigner(): Promise<Signer> {
  const { privateKey } = await nextRsaKey()
  return softwareSigner(privateKey, 'RS256')
}

/** A resident gets a card at the counter; its keys are in software here. */
export async function handOutCard(
  { client, now }: Pick<RunningAuthority, 'client' | 'now'>,
  seed: number,
): Promise<SoftwareCard> {
  const resident = generateResident(seed, await now())
  const [signer, authenticationSigner] = await Promise.all([newSigner(), newSigner()])
  const { cardId, person, cardExpiry, certificates } = unwrap(
    await client.POST('/counter/cards', {
      body: {
        resident,
        signing: base64(await createCertificationRequest(signer)),
        authentication: base64(await createCertificationRequest(authenticationSigner)),
        signingForMinor: true,
      },
    }),
  )
  return {
    id: cardId,
    person,
    resident,
    signer,
    authenticationSigner,
    signing: der(certificates.signing ?? ''),
    authentication: der(certificates.authentication ?? ''),
    expiry: cardExpiry,
  }
}

export interface SoftwarePhone {
  readonly deviceKey: CryptoKeyPair
  readonly port: AuthorityPort
  readonly signers: Readonly<Record<CertificateKind, Signer>>
}

const newDeviceKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])

export async function newPhone({
  origins,
}: Pick<RunningAuthority, 'origins'>): Promise<SoftwarePhone> {
  const deviceKey = await newDeviceKey()
  return {
    deviceKey,
    port: authorityPort(origins.authority, deviceKey, localFetch),
    signers: { signing: await newSigner(), authentication: await newSigner() },
  }
}

/** An ISO/IEC 15444-1 signature box and nothing behind it: no test here looks at a face. */
const jp2 = new Uint8Array([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a])

export async function jwkOf({ publicKey }: CryptoKeyPair) {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return { kty: 'EC' as const, crv: 'P-256' as const, x, y }
}

/** The data an iPhone reads from this card, after a practice face check. */
async function attributesOf({ resident }: SoftwareCard, now: Date): Promise<StatementAttributes> {
  const { name, address, birthDate, sex, myNumber } = resident
  return {
    consent: true,
    faceCheck: { method: 'practice', passedAt: now.toISOString() },
    holderKey: await jwkOf(await newDeviceKey()),
    card: { name, address, birthDate, sex, myNumber, photo: base64(jp2) },
  }
}

export interface Deviation {
  readonly purpose?: ApplicationPurpose
  readonly kinds?: readonly CertificateKind[]
  readonly model?: string
  readonly osVersion?: string
  readonly appVersion?: string
  /** Of an iPhone: deviations from a valid application. */
  readonly faceCheck?: StatementAttributes['faceCheck']
  readonly holderKey?: StatementAttributes['holderKey']
  readonly cardData?: Partial<StatementAttributes['card']>
  readonly nonce?: string
  readonly time?: Date
  readonly platform?: PhonePlatform
  readonly consentHash?: string
  /** The signer, instead of the card's signing key. */
  readonly signer?: Signer
  readonly certificate?: Uint8Array
  /** Keys asked for, instead of the phone's. */
  readonly keys?: Partial<Readonly<Record<CertificateKind, Signer>>>
}

/** A valid application of this card for this phone, except for `deviation`. @returns CMS, DER */
export async function signedApplication(
  authority: Pick<RunningAuthority, 'now'>,
  card: SoftwareCard,
  phone: SoftwarePhone,
  deviation: Deviation = {},
): Promise<Uint8Array> {
  const now = await authority.now()
  const kinds = [...(deviation.kinds ?? (['signing', 'authentication'] as const))]
  const jwk = await jwkOf(phone.deviceKey)
  const { platform = 'android', faceCheck, holderKey, cardData } = deviation
  const right = await attributesOf(card, now)
  const attributes = {
    ...right,
    ...(faceCheck && { faceCheck }),
    ...(holderKey && { holderKey }),
    card: { ...right.card, ...cardData },
  }
  const keys = { ...phone.signers, ...deviation.keys }
  const request = async (kind: CertificateKind) =>
    kinds.includes(kind)
      ? { [kind]: base64(await createCertificationRequest(keys[kind])) }
      : undefined
  const content = encodeStatement({
    type: 'kazashi-application',
    version: 2,
    purpose: deviation.purpose ?? 'new',
    kinds,
    consent: {
      version: currentConsentVersion,
      textHash: deviation.consentHash ?? consentHash(currentConsentVersion) ?? '',
    },
    requests: { ...(await request('signing')), ...(await request('authentication')) },
    phone: {
      platform,
      model: deviation.model ?? (platform === 'iphone' ? 'iPhone 16' : 'Kazashi CLI'),
      osVersion: deviation.osVersion ?? (platform === 'iphone' ? '18.5' : '15'),
      appVersion: deviation.appVersion ?? '0.1.0',
    },
    ...(platform === 'iphone' && { attributes }),
    deviceKey: { thumbprint: jwkThumbprint(jwk), jwk },
    nonce: deviation.nonce ?? (await phone.port.nonce()).nonce,
    time: (deviation.time ?? now).toISOString(),
  })
  return createSignedData({
    content,
    certificate: deviation.certificate ?? card.signing,
    signer: deviation.signer ?? card.signer,
    signingTime: now,
  })
}

export interface RequestDeviation {
  readonly nonce?: string
  readonly time?: Date
  /** The phone named in the statement, instead of the one that asks. */
  readonly device?: SoftwarePhone
}

/** A request statement signed by `by`. @returns CMS, DER */
export async function signedRequest(
  authority: Pick<RunningAuthority, 'now'>,
  phone: SoftwarePhone,
  asked: Pick<RequestStatement, 'action' | 'credential'> & {
    readonly kinds?: RequestStatement['kinds']
  },
  by: { readonly signer: Signer; readonly certificate: Uint8Array },
  deviation: RequestDeviation = {},
): Promise<Uint8Array> {
  const now = await authority.now()
  const jwk = await jwkOf((deviation.device ?? phone).deviceKey)
  const content = encodeRequest({
    type: 'kazashi-request',
    version: 1,
    action: asked.action,
    ...(asked.credential !== undefined && { credential: asked.credential }),
    kinds: asked.kinds ?? ['signing', 'authentication'],
    deviceKey: { thumbprint: jwkThumbprint(jwk), jwk },
    nonce: deviation.nonce ?? (await phone.port.nonce()).nonce,
    time: (deviation.time ?? now).toISOString(),
  })
  return createSignedData({ content, ...by, signingTime: now })
}

/** Signs as the card does. */
export const byCard = ({ signer, signing }: SoftwareCard) => ({ signer, certificate: signing })

/** Waits for the notice about this application, as a phone does. */
export async function noticeFor({ port }: SoftwarePhone, applicationId: string): Promise<void> {
  const there = (await port.notices()).some((one) => one.applicationId === applicationId)
  if (there) return
  const enough = AbortSignal.timeout(30_000)
  for await (const notice of port.noticeStream(enough)) {
    if (notice.applicationId === applicationId) return
  }
  throw new Error('no notice came')
}

/** Keys as a phone makes them at 2-D. */
const newUnblockingKeys = (): Required<UnblockingKeys> => ({
  signing: crypto.getRandomValues(new Uint8Array(32)),
  authentication: crypto.getRandomValues(new Uint8Array(32)),
})

export interface RegisteredPhone {
  readonly phone: SoftwarePhone
  readonly applicationId: string
  readonly credentialId: string
  readonly certificates: Readonly<Record<CertificateKind, Uint8Array>>
  readonly unblockingKeys: UnblockingKeys
  /** Signs as the phone does. */
  by(kind: CertificateKind): { readonly signer: Signer; readonly certificate: Uint8Array }
}

/** Everything from the application to the registration, except for `deviation`. */
export async function registeredPhone(
  authority: Pick<RunningAuthority, 'now' | 'origins'>,
  card: SoftwareCard,
  { phone: given, ...deviation }: Deviation & { readonly phone?: SoftwarePhone } = {},
): Promise<RegisteredPhone> {
  const phone = given ?? (await newPhone(authority))
  const cms = await signedApplication(authority, card, phone, deviation)
  const unblockingKeys = newUnblockingKeys()
  const { id } = await phone.port.apply(cms, crypto.randomUUID(), unblockingKeys)
  await noticeFor(phone, id)
  const registered = await phone.port.register(id, crypto.randomUUID())
  const of = (kind: CertificateKind) =>
    registered.certificates.find((one) => one.kind === kind)?.certificate ?? new Uint8Array(0)
  const certificates = { signing: of('signing'), authentication: of('authentication') }
  return {
    phone,
    applicationId: id,
    credentialId: registered.credentialId,
    certificates,
    unblockingKeys,
    by: (kind) => ({ signer: phone.signers[kind], certificate: certificates[kind] }),
  }
}

/** The authority's answer to a phone about its newest credential. */
export async function currentCredential(
  { origins }: Pick<RunningAuthority, 'origins'>,
  { deviceKey }: SoftwarePhone,
) {
  const proving = provingFetch(deviceKey, localFetch, () => new Date())
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) =>
    proving(new Request(input, init))
  return unwrap(await authorityClient(origins.authority, fetch).GET('/phone-credentials/current'))
}

/** The same device with new keys for a second application. */
export const withNewKeys = async (phone: SoftwarePhone): Promise<SoftwarePhone> => ({
  ...phone,
  signers: { signing: await newSigner(), authentication: await newSigner() },
})
