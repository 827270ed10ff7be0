/** For the tests of this package: a resident's card in memory, and an authority of two CAs that issues at once. */
import { type CardContents, generateResident, memoryTransport, VirtualCard } from '@kazashi/card'
import { personalise } from '@kazashi/card/personalisation'
import {
  authenticationCommonName,
  generateKeyPair,
  type IssueRequest,
  issueCertificate,
  type Purpose,
  type Signer,
  signingCommonName,
  softwareSigner,
  verifyCertificationRequest,
  verifySignedData,
} from '@kazashi/pki'
import type { ApplicationView, AuthorityPort, RegistrationView } from './authority-port.ts'
import { openPhone, type Phone } from './phone.ts'
import { requestOf } from './procedures/application.ts'
import { parseStatement } from './statement.ts'
import { memoryPhoneStore, type PhoneStore } from './store.ts'

export const now = new Date('2026-11-23T01:00:00.000Z')
export const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
const validity = {
  notBefore: new Date('2026-11-01T00:00:00Z'),
  notAfter: new Date('2031-01-01T14:59:59Z'),
}
const resident = generateResident(1, now)
const serial = (): string => `11${Buffer.from(random(3)).toString('hex')}`
const phoneSerial = (): string => `11${Buffer.from(random(15)).toString('hex')}`

interface Ca {
  readonly certificate: Uint8Array
  readonly signer: Signer
}

async function makeCa(purpose: Purpose): Promise<Ca> {
  const { privateKey } = await generateKeyPair('RS256')
  const signer = await softwareSigner(privateKey, 'RS256')
  const certificate = await issueCertificate({
    profile: 'rootCa',
    purpose,
    publicKey: signer.publicKey,
    serialNumber: serial(),
    validity: {
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2036-01-01T14:59:59Z'),
    },
    issuer: { signer },
  })
  return { certificate, signer }
}

const { municipality } = resident
const common = { municipality, validity }
const attributes = {
  name: 'A',
  address: 'B',
  birthDate: resident.birthDate,
  sex: resident.sex,
  nameFlags: '0',
  addressFlags: '0',
}
const ocsp = 'http://localhost:8080/pki/ocsp/signing'
const locations = {
  ocsp,
  caIssuers: 'http://localhost:8080/ca.cer',
  crl: 'http://localhost:8080/x.crl',
}

export interface SmallAuthority extends AuthorityPort {
  readonly signing: Ca
  readonly authentication: Ca
  /** Calls so far, by name. */
  readonly calls: string[]
  /** What happens instead of the next call's answer, after it was carried out: a lost answer. */
  failAfterNext: unknown
  /** Replaces the next registration's answer. */
  spoil: ((answer: RegistrationView) => RegistrationView) | undefined
}

async function certify(
  profile: 'cardSigning' | 'cardAuthentication' | 'phoneSigning' | 'phoneAuthentication',
  publicKey: Uint8Array,
  ca: Ca,
) {
  const base = { ...common, publicKey, issuer: ca }
  const names = {
    signing: signingCommonName(now, random),
    authentication: authenticationCommonName(municipality.code, random),
  }
  const requests: Record<typeof profile, IssueRequest> = {
    cardSigning: {
      ...base,
      profile: 'cardSigning',
      commonName: names.signing,
      attributes,
      serialNumber: serial(),
    },
    cardAuthentication: {
      ...{ ...base, commonName: names.authentication, serialNumber: serial() },
      ...{ profile: 'cardAuthentication', locations: { ocsp } },
    },
    phoneSigning: {
      ...{ ...base, commonName: names.signing, attributes, serialNumber: phoneSerial() },
      ...{ profile: 'phoneSigning', locations },
    },
    phoneAuthentication: {
      ...{ ...base, commonName: names.authentication, serialNumber: phoneSerial() },
      ...{ profile: 'phoneAuthentication', locations },
    },
  }
  return issueCertificate(requests[profile])
}

const missing = async (): Promise<never> => {
  throw new TypeError('not in this authority yet')
}

export async function smallAuthority(): Promise<SmallAuthority> {
  const [signing, authentication] = await Promise.all([makeCa('signing'), makeCa('authentication')])
  const cas = { signing, authentication }
  const applied = new Map<string, ApplicationView>()
  const registered = new Map<string, RegistrationView>()
  const contents = new Map<string, Uint8Array>()
  const authority: SmallAuthority = {
    signing,
    authentication,
    calls: [],
    failAfterNext: undefined,
    spoil: undefined,
    async nonce() {
      authority.calls.push('nonce')
      const nonce = Buffer.from(random(16)).toString('base64url')
      return { nonce, expiresAt: new Date(now.getTime() + 1_800_000).toISOString() }
    },
    async apply(application, key) {
      authority.calls.push(`apply ${key}`)
      const { content } = await verifySignedData(application)
      const view: ApplicationView = applied.get(key) ?? {
        id: crypto.randomUUID(),
        receiptNumber: 'K-00000',
        state: 'issued',
        kinds: parseStatement(content).kinds,
        appliedAt: now.toISOString(),
        expectedAt: now.toISOString(),
      }
      applied.set(key, view)
      contents.set(view.id, content)
      return answered(view)
    },
    async application(id) {
      const view = [...applied.values()].find((each) => each.id === id)
      if (view === undefined) throw new Error('no application')
      return view
    },
    async register(id, key) {
      authority.calls.push(`register ${key}`)
      const statement = parseStatement(contents.get(id) ?? new Uint8Array())
      const certificates = await Promise.all(
        statement.kinds.map(async (kind) => {
          const der = requestOf(statement, kind) ?? new Uint8Array()
          const { publicKey } = await verifyCertificationRequest(der)
          const profile = kind === 'signing' ? 'phoneSigning' : 'phoneAuthentication'
          const certificate = await certify(profile, publicKey, cas[kind])
          return { kind, certificate, issuer: cas[kind].certificate }
        }),
      )
      const answer = registered.get(key) ?? { credentialId: crypto.randomUUID(), certificates }
      registered.set(key, answer)
      return answered(authority.spoil?.(answer) ?? answer)
    },
    async notices() {
      return [...applied.values()].map(({ id }) => ({
        ...{ id, kind: 'ready-to-register' as const },
        ...{ applicationId: id, at: now.toISOString() },
      }))
    },
    async *noticeStream() {},
    withdraw: missing,
    revoke: missing,
    deleteOther: missing,
    unblock: missing,
    currentCredential: missing,
    attributes: missing,
    supportedPhones: missing,
  }
  function answered<T>(answer: T): T {
    const fault = authority.failAfterNext
    authority.failAfterNext = undefined
    if (fault !== undefined) throw fault
    return answer
  }
  return authority
}

export const cardSecrets = {
  signingPassword: 'KAZA51',
  authenticationPin: '2718',
  residentRegisterPin: '3141',
  cardDataPin: '1618',
}

/** A whole card of `authority`, with `cardSecrets`. */
export async function smallCard({
  signing,
  authentication,
}: SmallAuthority): Promise<CardContents> {
  const keys = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  return personalise({
    ...{ resident, cardExpiry: '2036-01-01', securityCode: '1234', secrets: cardSecrets },
    keys: { signing: keys[0].privateKey, authentication: keys[1].privateKey },
    certificates: {
      signing: await certify('cardSigning', keys[0].publicKey, signing),
      authentication: await certify('cardAuthentication', keys[1].publicKey, authentication),
      signingCa: signing.certificate,
      authenticationCa: authentication.certificate,
    },
    ...{ random, today: now },
  })
}

export const inReach = (contents: CardContents) =>
  memoryTransport(new VirtualCard(contents, random))

export const somePhone = (store: PhoneStore = memoryPhoneStore()): Promise<Phone> =>
  openPhone({
    ...{ store, platform: 'android', model: 'Kazashi Virtual 1', osVersion: '16', random },
    now: () => now,
  })

export const phoneSecrets = { signingPassword: 'PHONE77', authenticationPin: '5821' }
