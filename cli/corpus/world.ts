/** The made-up authorities and people of a corpus: each made once, when a case first asks for it, and all from one seed. */
import type { CertificateKind } from '@kazashi/lifecycle'
import { concat, hex } from '@kazashi/octets'
import {
  authenticationCommonName,
  type Certificate,
  type CertificateAttributes,
  type IssueRequest,
  issueCertificate,
  type MunicipalityName,
  parseCertificate,
  profiles,
  type SignatureAlgorithm,
  type Signer,
  signingCommonName,
} from '@kazashi/pki'
import { type CorpusKey, drawKey } from './keys.ts'
import { type Draw, drawFrom } from './seed.ts'

/** Generations of one name, as the real authority has them; and two that nobody trusts. */
const generations = {
  ended: { from: '2015-10-20T01:01:04Z', to: '2025-10-19T14:59:59Z', algorithm: 'RS256' },
  older: { from: '2019-09-14T01:01:04Z', to: '2029-09-14T14:59:59Z', algorithm: 'RS256' },
  current: { from: '2023-07-16T01:01:04Z', to: '2033-07-15T14:59:59Z', algorithm: 'RS256' },
  next: { from: '2026-07-16T01:01:04Z', to: '2036-07-15T14:59:59Z', algorithm: 'ES384' },
  /** Of the same name as the others. */
  foreign: { from: '2023-07-16T01:01:04Z', to: '2033-07-15T14:59:59Z', algorithm: 'ES384' },
  /** Of another name. */
  elsewhere: { from: '2023-07-16T01:01:04Z', to: '2033-07-15T14:59:59Z', algorithm: 'ES384' },
  /** Of the authority for time stamps. */
  stamps: { from: '2023-07-16T01:01:04Z', to: '2033-07-15T14:59:59Z', algorithm: 'ES384' },
} as const
const organizations: Readonly<Partial<Record<Generation, string>>> = {
  elsewhere: 'JPKI TEST SANDBOX',
  stamps: 'TIME STAMP SANDBOX',
}
export type Generation = keyof typeof generations
export const trusted = ['ended', 'older', 'current', 'next'] as const
export type AnchorName = `${CertificateKind}-${(typeof trusted)[number]}` | 'time-stamp'

export interface Issuer extends CorpusKey {
  readonly kind: CertificateKind
  readonly certificate: Certificate
}
export interface Holder {
  readonly issuer: Issuer
  readonly signer: Signer
  readonly certificate: Certificate
}

export const people = {
  hanako: {
    name: '見本　花子',
    address: '東京都渋谷区見本町一丁目２番３号',
    birthDate: '1989-09-01',
    sex: 'female',
    nameFlags: '00000',
    addressFlags: '0'.repeat(16),
  },
} as const satisfies Record<string, CertificateAttributes>
export const shibuya: MunicipalityName = {
  code: '13113',
  prefectureLatin: 'Tokyo-to',
  nameLatin: 'Shibuya-ku',
}
export const locations = {
  ocsp: 'http://status.corpus.example/ocsp',
  caIssuers: 'http://status.corpus.example/ca.cer',
  crl: 'http://status.corpus.example/13113.crl',
}

export type PersonProfile = Extract<
  IssueRequest['profile'],
  'cardSigning' | 'cardAuthentication' | 'phoneSigning' | 'phoneAuthentication'
>
export interface HolderOptions {
  readonly profile?: PersonProfile
  readonly ca?: Generation
  readonly algorithm?: 'RS256' | 'ES384'
  /** Tells certificates of one kind apart. */
  readonly label?: string
  readonly attributes?: Partial<CertificateAttributes>
  readonly policies?: readonly string[]
  readonly from?: string
  readonly to?: string
}

export interface World {
  readonly now: Date
  readonly draw: Draw
  readonly nonce: Uint8Array
  key(label: string, algorithm: SignatureAlgorithm): Promise<CorpusKey>
  ca(kind: CertificateKind, generation?: Generation): Promise<Issuer>
  holder(options?: HolderOptions): Promise<Holder>
  /** Of the issuer's status answers. */
  responder(issuer: Issuer, label?: string): Promise<Holder>
}

export const instant = (text: string): Date => new Date(text)
export const policiesOf = (kind: CertificateKind): string[] =>
  [
    profiles.cardSigning,
    profiles.phoneSigning,
    profiles.cardAuthentication,
    profiles.phoneAuthentication,
  ]
    .filter(({ name }) => kindOf(name) === kind)
    .flatMap(({ extensions }) =>
      extensions.flatMap((rule) => (rule.id === 'certificatePolicies' ? rule.policies : [])),
    )
export const kindOf = (profile: string): CertificateKind =>
  profile.endsWith('Signing') ? 'signing' : 'authentication'

/** Noon in Japan, on the day of which the corpus is. */
const corpusNow = instant('2026-11-25T03:00:00Z')

export function createWorld(seed: number): World {
  const draw = drawFrom(seed)
  const [keys, cas, holders] = [memory<CorpusKey>(), memory<Issuer>(), memory<Holder>()]
  const world: World = {
    now: corpusNow,
    draw,
    nonce: draw('nonce', 32),
    key: (label, algorithm) =>
      keys(`${label} ${algorithm}`, () => drawKey(draw, `${label} ${algorithm}`, algorithm)),
    ca: (kind, generation = 'current') =>
      cas(`${kind} ${generation}`, () => makeCa(world, kind, generation)),
    holder: (options = {}) => holders(JSON.stringify(options), () => makeHolder(world, options)),
    responder: (issuer, label = 'OCSP Responder') =>
      holders(`responder ${issuer.certificate.serialNumber} ${label}`, () =>
        makeResponder(world, issuer, label),
      ),
  }
  return world
}

/** What was made under a label once is there from then on. */
function memory<T>(): (label: string, make: () => Promise<T>) => Promise<T> {
  const made = new Map<string, Promise<T>>()
  return (label, make) => {
    const found = made.get(label) ?? make()
    made.set(label, found)
    return found
  }
}

/** @param octets as many; positive, without a leading zero octet */
export function drawSerial(draw: Draw, label: string, octets: number): string {
  const [first = 0, ...rest] = draw(`serial ${label}`, octets)
  return hex.encode(concat([Uint8Array.of((first % 0x7f) + 1), Uint8Array.from(rest)]))
}

async function makeCa(world: World, kind: CertificateKind, name: Generation): Promise<Issuer> {
  const { from, to, algorithm } = generations[name]
  const organization = organizations[name]
  const key = await world.key(`ca ${kind} ${name}`, algorithm)
  const bytes = await issueCertificate({
    profile: 'rootCa',
    purpose: kind,
    ...(organization === undefined ? {} : { organization }),
    publicKey: key.signer.publicKey,
    serialNumber: drawSerial(world.draw, `ca ${kind} ${name}`, 4),
    validity: { notBefore: instant(from), notAfter: instant(to) },
    issuer: key,
  })
  return { ...key, kind, certificate: parseCertificate(bytes) }
}

async function makeResponder(world: World, issuer: Issuer, label: string): Promise<Holder> {
  const { signer } = await world.key(`responder ${label}`, 'ES384')
  const bytes = await issueCertificate({
    profile: 'ocspResponder',
    issuer,
    publicKey: signer.publicKey,
    serialNumber: drawSerial(world.draw, `responder ${label}`, 8),
    validity: {
      notBefore: instant('2026-11-01T00:00:00Z'),
      notAfter: instant('2026-12-01T00:00:00Z'),
    },
    commonName: label,
  })
  return { issuer, signer, certificate: parseCertificate(bytes) }
}

/** Within the life of the generation: until the fifth birthday after it was issued. */
const lives: Readonly<Record<Generation, readonly [from: string, to: string]>> = {
  ended: ['2020-10-01T01:00:00Z', '2025-09-01T14:59:59Z'],
  older: ['2024-09-01T01:00:00Z', '2029-09-01T14:59:59Z'],
  current: ['2026-09-01T01:00:00Z', '2031-09-01T14:59:59Z'],
  next: ['2026-09-01T01:00:00Z', '2031-09-01T14:59:59Z'],
  foreign: ['2026-09-01T01:00:00Z', '2031-09-01T14:59:59Z'],
  elsewhere: ['2026-09-01T01:00:00Z', '2031-09-01T14:59:59Z'],
  stamps: ['2026-09-01T01:00:00Z', '2031-09-01T14:59:59Z'],
}

async function makeHolder(world: World, options: HolderOptions): Promise<Holder> {
  const { profile = 'phoneSigning', ca = 'current', algorithm = 'ES384', label = '' } = options
  const kind = kindOf(profile)
  const issuer = await world.ca(kind, ca)
  const { signer } = await world.key(`person ${profile}`, algorithm)
  const random = (n: number): Uint8Array => world.draw(`name ${profile} ${ca} ${label}`, n)
  const [from, to] = lives[ca]
  const validity = {
    notBefore: instant(options.from ?? from),
    notAfter: instant(options.to ?? to),
  }
  const octets = profile.startsWith('card') ? 4 : 16
  const common = {
    issuer,
    publicKey: signer.publicKey,
    serialNumber: drawSerial(world.draw, JSON.stringify(options), octets),
    validity,
    municipality: shibuya,
    locations,
    attributes: { ...people.hanako, ...options.attributes },
    commonName:
      kind === 'signing'
        ? signingCommonName(validity.notBefore, random)
        : authenticationCommonName(shibuya.code, random),
    ...(options.policies ? { policies: options.policies } : {}),
  }
  const certificate = parseCertificate(await issueCertificate({ ...common, profile }))
  return { issuer, signer, certificate }
}
