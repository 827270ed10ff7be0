/** For the tests of this package: a resident's card in memory, and an authority of two CAs that issues at once. */
import { type CardContents, generateResident, memoryTransport, VirtualCard } from '@kazashi/card'
import { personalise } from '@kazashi/card/personalisation'
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { elementsOf } from '@kazashi/mdoc'
import { issueMdoc } from '@kazashi/mdoc/issue'
import {
  authenticationCommonName,
  type IssueRequest,
  issueCertificate,
  parseCertificate,
  type Signer,
  signingCommonName,
  softwareSigner,
  verifyCertificationRequest,
  verifySignedData,
} from '@kazashi/pki'
import { newDocumentSigner, newIaca } from '@kazashi/pki/test-chain'
import { nextRsaKey } from '../../tools/rsa-keys/index.ts'
import type { AuthorityAnswerCode } from './authority-codes.ts'
import type {
  ApplicationView,
  AuthorityPort,
  CertificateView,
  CredentialView,
  RegistrationView,
  UnblockingKeys,
} from './authority-port.ts'
import { openPhone, type Phone } from './phone.ts'
import { requestOf } from './procedures/application.ts'
import { parseRequest } from './request-statement.ts'
import { type ApplicationStatement, parseStatement } from './statement.ts'
import { memoryPhoneStore, type PhoneStore } from './store.ts'

export const now = new Date('2026-11-23T01:00:00.000Z')
export const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
export const validity = {
  notBefore: new Date('2026-11-01T00:00:00Z'),
  notAfter: new Date('2031-01-01T14:59:59Z'),
}
export const resident = generateResident(1, now)
const serial = (): string => `11${Buffer.from(random(3)).toString('hex')}`
const phoneSerial = (): string => `11${Buffer.from(random(15)).toString('hex')}`

interface Ca {
  readonly certificate: Uint8Array
  readonly signer: Signer
}

async function makeCa(purpose: CertificateKind): Promise<Ca> {
  const { privateKey } = await nextRsaKey()
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
  nameFlags: '1',
  addressFlags: '0',
}
const ocsp = 'http://localhost:8080/pki/ocsp/signing'
const locations = {
  ocsp,
  caIssuers: 'http://localhost:8080/ca.cer',
  crl: 'http://localhost:8080/x.crl',
}

interface SmallCredential {
  readonly device: string
  readonly model: string
  readonly statement: ApplicationStatement
  readonly unblockingKeys: UnblockingKeys
  view: CredentialView
  /** Of an iPhone, once it is registered. */
  mdoc?: Uint8Array
}

/** Knows a phone by the device key in the statement that it signed. */
export interface SmallAuthority extends AuthorityPort {
  readonly signing: Ca
  readonly authentication: Ca
  /** Calls so far, by name. */
  readonly calls: string[]
  /** Replaces the next call's answer, after it was carried out: a lost answer. */
  failAfterNext: unknown
  /** Replaces the next registration's answer. */
  spoil: ((answer: RegistrationView) => RegistrationView) | undefined
  /** Whether registrations bring the attributes along. */
  bringsAttributes: boolean
  /** By id, oldest first. */
  readonly credentials: Map<string, SmallCredential>
  /** As the hotline or the counter: an event of the newest credential. */
  become(
    state: CredentialView['state'],
    why: string,
    statuses?: { readonly [kind in CertificateKind]?: CertificateView['status'] },
  ): void
}

async function certify(
  profile: 'cardSigning' | 'cardAuthentication' | 'phoneSigning' | 'phoneAuthentication',
  publicKey: Uint8Array,
  ca: Ca,
  { birthDate, sex }: typeof resident = resident,
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
      attributes: { ...attributes, birthDate, sex },
      serialNumber: serial(),
    },
    cardAuthentication: {
      ...base,
      commonName: names.authentication,
      serialNumber: serial(),
      profile: 'cardAuthentication',
      locations: { ocsp },
    },
    phoneSigning: {
      ...base,
      commonName: names.signing,
      attributes,
      serialNumber: phoneSerial(),
      profile: 'phoneSigning',
      locations,
    },
    phoneAuthentication: {
      ...base,
      commonName: names.authentication,
      serialNumber: phoneSerial(),
      profile: 'phoneAuthentication',
      locations,
    },
  }
  return issueCertificate(requests[profile])
}

const newMdocIssuer = async () => {
  const iaca = await newIaca()
  return { iaca: iaca.certificate, ...(await newDocumentSigner(iaca, 'ES256')) }
}
let madeIssuer: ReturnType<typeof newMdocIssuer> | undefined
export const mdocIssuer = () => {
  madeIssuer ??= newMdocIssuer()
  return madeIssuer
}

/** The card for the wallet that this statement asks for. */
export async function mdocOf({ attributes }: ApplicationStatement): Promise<Uint8Array> {
  if (attributes === undefined) throw new Error('no attributes')
  const { signer, certificate } = await mdocIssuer()
  const { name, address, birthDate, sex, myNumber, photo } = attributes.card
  const holder = { name, address, birthDate, sex, myNumber }
  const portrait = new Uint8Array(Buffer.from(photo, 'base64'))
  return issueMdoc({
    elements: elementsOf({ ...holder, portrait, municipalityCode: municipality.code }, now),
    deviceKey: attributes.holderKey,
    signer,
    documentSignerCertificate: certificate,
    validity: { validFrom: now, validUntil: new Date('2027-09-01T14:59:59Z') },
    now,
    random,
  })
}

export const refusal = (code: AuthorityAnswerCode, status = 422) =>
  Object.assign(new Error(code), { code, status })

export async function smallAuthority(): Promise<SmallAuthority> {
  const [signing, authentication] = await Promise.all([makeCa('signing'), makeCa('authentication')])
  const cas = { signing, authentication }
  const applications = new Map<string, { statement: ApplicationStatement; view: ApplicationView }>()
  const answers = new Map<string, unknown>()
  const credentials = new Map<string, SmallCredential>()

  /** The same key gives the same answer; the answer is lost where a test says so. */
  async function once<T>(name: string, key: string, work: () => Promise<T>): Promise<T> {
    authority.calls.push(`${name} ${key}`)
    if (!answers.has(key)) answers.set(key, await work())
    const fault = authority.failAfterNext
    authority.failAfterNext = undefined
    if (fault !== undefined) throw fault
    return answers.get(key) as T
  }
  const known = (id: string) => {
    const found = applications.get(id)
    if (found === undefined) throw refusal('NOT_FOUND', 404)
    return found
  }
  const put = (id: string, state: ApplicationView['state']) => {
    const { statement, view } = known(id)
    applications.set(id, { statement, view: { ...view, state } })
  }
  const credentialOf = (id: string) => {
    const found = credentials.get(id)
    if (found === undefined) throw refusal('NOT_FOUND', 404)
    return found
  }
  const over = (credential: SmallCredential, kinds: readonly CertificateKind[], why: string) => {
    const { view } = credential
    const certificates = view.certificates.map((one) =>
      kinds.includes(one.kind)
        ? { ...one, status: 'revoked' as const, reason: 'cessationOfOperation' }
        : one,
    )
    const all = certificates.every(({ status }) => status === 'revoked')
    const state = all ? ('ended' as const) : view.state
    const event = all ? 'revoke-all' : 'revoke-one'
    credential.view = {
      ...view,
      certificates,
      state,
      ...(all && { reason: why }),
      history: [...view.history, { at: now.toISOString(), event, state, reason: why }],
    }
  }
  /** A request as it must be. @returns it with its signer */
  const opened = async (cms: Uint8Array) => {
    const { content, certificate } = await verifySignedData(cms)
    return { request: parseRequest(content), certificate }
  }

  const authority: SmallAuthority = {
    signing,
    authentication,
    calls: [],
    failAfterNext: undefined,
    spoil: undefined,
    bringsAttributes: true,
    credentials,
    become(state, why, statuses = {}) {
      const newest = [...credentials.values()].at(-1)
      if (newest === undefined) throw new Error('nobody has one')
      newest.view = {
        ...newest.view,
        state,
        ...(state !== 'active' && { reason: why }),
        ...(newest.mdoc && statuses.signing && { attributes: statuses.signing }),
        certificates: newest.view.certificates.map((one) => ({
          ...one,
          status: statuses[one.kind] ?? one.status,
          ...(statuses[one.kind] && { reason: why }),
        })),
        history: [
          ...newest.view.history,
          { at: now.toISOString(), event: why, state, reason: why },
        ],
      }
    },
    async nonce() {
      authority.calls.push('nonce')
      const nonce = Buffer.from(random(16)).toString('base64url')
      return {
        nonce,
        now: now.toISOString(),
        expiresAt: new Date(now.getTime() + 1_800_000).toISOString(),
      }
    },
    apply: (application, key, unblockingKeys = {}) =>
      once('apply', key, async () => {
        const { content } = await verifySignedData(application)
        const statement = parseStatement(content)
        const view: ApplicationView = {
          id: crypto.randomUUID(),
          receiptNumber: 'K-00000',
          state: 'issued',
          purpose: statement.purpose,
          kinds: statement.kinds,
          appliedAt: now.toISOString(),
          expectedAt: now.toISOString(),
        }
        applications.set(view.id, { statement, view })
        const copy = Object.entries(unblockingKeys).map(([kind, bytes]) => [kind, bytes.slice()])
        const id = crypto.randomUUID()
        const before = [...credentials.values()].at(-1)
        if (before !== undefined && statement.purpose === 'resume') {
          before.view = { ...before.view, state: 'replaced', reason: 'resumed' }
        }
        credentials.set(id, {
          statement,
          unblockingKeys: Object.fromEntries(copy),
          model: statement.phone.model,
          device: statement.deviceKey.thumbprint,
          view: { id, applicationId: view.id, state: 'issued', certificates: [], history: [] },
        })
        return view
      }),
    async checkApplication(application) {
      authority.calls.push('check')
      await verifySignedData(application)
      const fault = authority.failAfterNext
      authority.failAfterNext = undefined
      if (fault !== undefined) throw fault
    },
    application: async (id) => known(id).view,
    withdraw: (id, key) =>
      once('withdraw', key, async () => {
        if (known(id).view.state === 'registered') throw refusal('ALREADY_REGISTERED', 409)
        put(id, 'withdrawn')
        return known(id).view
      }),
    async register(id, key) {
      const answer = await once('register', key, async (): Promise<RegistrationView> => {
        const { statement } = known(id)
        const certificates = await Promise.all(
          statement.kinds.map(async (kind) => {
            const der = requestOf(statement, kind) ?? new Uint8Array()
            const { publicKey } = await verifyCertificationRequest(der)
            const profile = kind === 'signing' ? 'phoneSigning' : 'phoneAuthentication'
            const certificate = await certify(profile, publicKey, cas[kind])
            return { kind, certificate, issuer: cas[kind].certificate }
          }),
        )
        put(id, 'registered')
        const one = [...credentials.values()].find((each) => each.statement === statement)
        if (one === undefined) throw new Error('no credential')
        if (statement.attributes) one.mdoc = await mdocOf(statement)
        one.view = {
          ...one.view,
          state: 'active',
          ...(one.mdoc && { attributes: 'good' as const }),
          certificates: certificates.map(({ kind, certificate }) => ({
            kind,
            status: 'good',
            notAfter: validity.notAfter.toISOString(),
            serialNumber: parseCertificate(certificate).serialNumber,
          })),
          history: [{ at: now.toISOString(), event: 'register', state: 'active' }],
        }
        const attributes = authority.bringsAttributes ? one.mdoc : undefined
        return {
          credentialId: one.view.id,
          certificates,
          ...(attributes && { attributes: { mdoc: attributes } }),
        }
      })
      return authority.spoil?.(answer) ?? answer
    },
    revoke: (id, cms, key) =>
      once('revoke', key, async () => {
        const { request } = await opened(cms)
        over(credentialOf(id), request.kinds, 'revoked')
      }),
    deleteOther: (cms, key) =>
      once('delete', key, async () => {
        const { request, certificate } = await opened(cms)
        if (certificate.serialNumber.length > 8) throw refusal('SIGNATURE_INVALID')
        const other = [...credentials.values()].findLast(
          ({ device, view }) => device !== request.deviceKey.thumbprint && view.state === 'active',
        )
        if (other === undefined) throw refusal('NOT_FOUND', 404)
        over(other, certificateKinds, 'deleted-by-card')
        return { credentialId: other.view.id, model: other.model }
      }),
    unblock: async (id, cms, key) => {
      const { unblockingKeys } = credentialOf(id)
      const { request } = await opened(cms)
      await once('unblock', key, async () => undefined)
      const keys: { -readonly [kind in CertificateKind]?: Uint8Array } = {}
      for (const kind of request.kinds) {
        const own = unblockingKeys[kind]
        if (own !== undefined) keys[kind] = own.slice()
      }
      return keys
    },
    currentCredential: async () => [...credentials.values()].at(-1)?.view,
    credential: async (id) => credentialOf(id).view,
    attributes: async (id) => credentialOf(id).mdoc ?? new Uint8Array(),
    supportedPhones: async () => ({ minimumAppVersion: '0.1.0', phones: [] }),
    async notices() {
      return [...applications.values()].map(({ view: { id } }) => ({
        id,
        kind: 'ready-to-register' as const,
        applicationId: id,
        at: now.toISOString(),
        undeliverable: false,
        title: '登録できます',
        text: '登録する',
      }))
    },
    async *noticeStream() {},
    markShown: async () => undefined,
    pushKey: async () => 'B',
    takePushes: async () => undefined,
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
export async function smallCard(
  { signing, authentication }: SmallAuthority,
  holder = resident,
): Promise<CardContents> {
  const keys = await Promise.all([nextRsaKey(), nextRsaKey()])
  return personalise({
    resident: holder,
    cardExpiry: '2036-01-01',
    securityCode: '1234',
    secrets: cardSecrets,
    keys: { signing: keys[0].privateKey, authentication: keys[1].privateKey },
    certificates: {
      signing: await certify('cardSigning', keys[0].publicKey, signing, holder),
      authentication: await certify('cardAuthentication', keys[1].publicKey, authentication),
      signingCa: signing.certificate,
      authenticationCa: authentication.certificate,
    },
    random,
    today: now,
  })
}

export const inReach = (contents: CardContents) =>
  memoryTransport(new VirtualCard(contents, random))

export const somePhone = (
  store: PhoneStore = memoryPhoneStore(),
  today: Date = now,
): Promise<Phone> =>
  openPhone({
    store,
    platform: 'android',
    model: 'Kazashi Virtual 1',
    osVersion: '16',
    random,
    now: () => today,
  })

export const someIphone = (
  store: PhoneStore = memoryPhoneStore(),
  today: Date = now,
): Promise<Phone> =>
  openPhone({
    store,
    platform: 'iphone',
    model: 'iPhone XS',
    osVersion: '18.5',
    random,
    now: () => today,
  })

export const phoneSecrets = { signingPassword: 'PHONE77', authenticationPin: '5821' }
