/** The sandbox's own roots, two a generation, and their OCSP responders: made when needed, checked against their keys at each start. */
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import {
  type Certificate,
  issueCertificate,
  type KeyStore,
  parseCertificate,
  type Signer,
} from '@kazashi/pki'
import {
  type AuthorityRecord,
  authoritiesOnRecord,
  insertAuthority,
  lockGenerations,
} from '../database/certificate-authorities.ts'
import type { Database, Trx } from '../database/connection.ts'
import type { Unit } from '../database/transaction.ts'
import { markOf } from '../operator/sandbox-names.ts'
import { drawnSerial, keyId, keyOf, matchingSigner } from './ca-keys.ts'
import { firstBegin, Generations, type NewGeneration, validityOf } from './generations.ts'

export interface CertificateAuthority {
  readonly kind: CertificateKind
  readonly generation: number
  readonly certificate: Certificate
  readonly signer: Signer
  readonly responder: { readonly certificate: Certificate; readonly signer: Signer }
}
/** Of one generation. */
type Pair = Readonly<Record<CertificateKind, CertificateAuthority>>

/** Real roots count from 1 on, and no two of one name share a number (RFC 5280 §4.1.2.2); the responder's is drawn. */
const rootSerial = (generation: number) => generation.toString(16).padStart(2, '0')

const caKey = (kind: CertificateKind, generation: number) => keyId(`${kind}-ca`, generation)
const responderKey = (kind: CertificateKind, generation: number) =>
  keyId(`${kind}-ocsp`, generation)

async function makeAuthority(
  { keys, organization }: Opening,
  kind: CertificateKind,
  { generation, validity }: NewGeneration,
): Promise<AuthorityRecord> {
  const [root, { publicKey }] = await Promise.all([
    keyOf(keys, caKey(kind, generation), 'RS256'),
    keyOf(keys, responderKey(kind, generation), 'RS256'),
  ])
  const certificate = await issueCertificate({
    profile: 'rootCa',
    purpose: kind,
    organization,
    publicKey: root.publicKey,
    serialNumber: rootSerial(generation),
    validity,
    issuer: { signer: root },
  })
  const responder = await issueCertificate({
    profile: 'ocspResponder',
    commonName: `${markOf(organization)}OCSP responder (${kind})`,
    publicKey,
    serialNumber: drawnSerial(),
    validity,
    issuer: { certificate, signer: root },
  })
  return { kind, generation, certificate, responder }
}

async function openAuthority(
  keys: KeyStore,
  { kind, generation, certificate, responder }: AuthorityRecord,
): Promise<CertificateAuthority> {
  const [signer, responderSigner] = await Promise.all([
    matchingSigner(keys, caKey(kind, generation), certificate),
    matchingSigner(keys, responderKey(kind, generation), responder),
  ])
  return {
    kind,
    generation,
    certificate: parseCertificate(certificate),
    signer,
    responder: { certificate: parseCertificate(responder), signer: responderSigner },
  }
}

async function openPairs(
  keys: KeyStore,
  db: Database | Trx,
  but: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Pair>> {
  const records = (await authoritiesOnRecord(db)).filter(({ generation }) => !but.has(generation))
  const opened = await Promise.all(records.map((record) => openAuthority(keys, record)))
  const pairs = new Map<number, Pair>()
  for (const signing of opened) {
    if (signing.kind !== 'signing') continue
    const { generation } = signing
    const authentication = opened.find(
      (one) => one.kind === 'authentication' && one.generation === generation,
    )
    if (authentication) pairs.set(generation, { signing, authentication })
  }
  return pairs
}

export class CertificateAuthorities {
  readonly generations: Generations<Pair>

  constructor(generations: Generations<Pair>) {
    this.generations = generations
  }

  /** Of all generations, oldest first. */
  async all(): Promise<CertificateAuthority[]> {
    return (await this.generations.all()).flatMap((pair) =>
      certificateKinds.map((kind) => pair[kind]),
    )
  }

  async of(kind: CertificateKind, generation: number): Promise<CertificateAuthority> {
    const found = await this.find(kind, generation)
    if (!found) throw new TypeError('a certificate without its issuer')
    return found
  }

  async find(kind: CertificateKind, generation: number): Promise<CertificateAuthority | undefined> {
    const all = await this.all()
    return all.find((one) => one.kind === kind && one.generation === generation)
  }

  /** The one that issues now, made if it is not there. @throws {AuthorityError} CLOCK_OUT_OF_RANGE */
  async issuing(unit: Unit, kind: CertificateKind): Promise<CertificateAuthority> {
    return (await this.generations.at(unit))[kind]
  }
}

export interface Opening {
  readonly keys: KeyStore
  /** In the names of all CAs and their signers; a sandbox's has SANDBOX in it. */
  readonly organization: string
  /** The machine's time: a first start begins its generations around it. */
  readonly now: Date
  readonly heardByAll: () => Promise<void>
  readonly onError: (error: Error) => void
}

/**
 * The authorities of this database; the first start makes them.
 * @throws {OperatorError} CA_KEY_WRONG when the data folder belongs to another database
 */
export async function openCertificateAuthorities(
  db: Database,
  opening: Opening,
): Promise<CertificateAuthorities> {
  const { keys, now, heardByAll, onError } = opening
  const make = async (trx: Trx, made: NewGeneration) => {
    const records = await Promise.all(
      certificateKinds.map((kind) => makeAuthority(opening, kind, made)),
    )
    for (const record of records) await insertAuthority(trx, record, made.now)
  }
  const first = await db.transaction().execute(async (trx) => {
    // Two processes that start together: the second waits here and finds everything made.
    await lockGenerations(trx)
    const [oldest] = await authoritiesOnRecord(trx)
    if (oldest) return parseCertificate(oldest.certificate).validity.notBefore
    const begin = firstBegin(now)
    await make(trx, { generation: 1, validity: validityOf(begin, 1), now })
    return begin
  })
  const open = (reader: Database | Trx, but: ReadonlySet<number>) => openPairs(keys, reader, but)
  const generations = new Generations({ first, make, open, heardByAll, onError })
  await generations.load(db)
  return new CertificateAuthorities(generations)
}
