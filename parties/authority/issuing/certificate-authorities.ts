/** The sandbox's own two roots and their OCSP responders: made at first start, checked against their keys at each. */
import { randomBytes } from 'node:crypto'
import {
  type CertificateKind,
  carriers,
  certificateKinds,
  japanDate,
  startOfJapanDay,
} from '@kazashi/lifecycle'
import {
  issueCertificate,
  type KeyStore,
  PkiError,
  parseCertificate,
  type SignatureAlgorithm,
  type Signer,
} from '@kazashi/pki'
import type { Kysely } from 'kysely'
import { seriesNames } from '../database/certificates.ts'
import type { Database } from '../database/connection.ts'
import type { Tables } from '../database/tables.ts'
import { OperatorError } from '../operator/keys.ts'

export interface CertificateAuthority {
  readonly kind: CertificateKind
  /** DER */
  readonly certificate: Uint8Array
  readonly signer: Signer
  readonly validity: { readonly notBefore: Date; readonly notAfter: Date }
  readonly responder: { readonly certificate: Uint8Array; readonly signer: Signer }
}
export type CertificateAuthorities = Readonly<Record<CertificateKind, CertificateAuthority>>

/**
 * Twelve years around the first start, so that the sandbox clock has room to move either way: a card of last year and the
 * renewal after it may each last until a sixth birthday.
 */
const caYears = { before: 1, after: 11 } as const
/** Real roots count from 1 on; the responder's number is drawn. */
const rootSerial = '01'

/** From 0:00 to 23:59:59 Japan time, as the real roots end. */
export function validityAround(now: Date) {
  const { year, month } = japanDate(now)
  const first = { year: year - caYears.before, month, day: 1 }
  const last = startOfJapanDay({ year: year + caYears.after, month, day: 1 }).getTime() - 1000
  return { notBefore: startOfJapanDay(first), notAfter: new Date(last) }
}

/** RFC 5280 §4.1.2.2: positive, of at most twenty octets; here sixteen, all but two bits by chance. */
export function drawnSerial(): string {
  const bytes = randomBytes(16)
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f)
  return bytes.toString('hex')
}

/** Takes up a key of an earlier start that did not come to its end. */
export async function keyOf(
  keys: KeyStore,
  id: string,
  algorithm: SignatureAlgorithm,
): Promise<Signer> {
  if (await keys.has(id)) return keys.signer(id)
  try {
    return await keys.create(id, algorithm)
  } catch (error) {
    // Another process was first.
    if (error instanceof PkiError && error.code === 'KEY_EXISTS') return keys.signer(id)
    throw error
  }
}

async function makeAuthority(keys: KeyStore, kind: CertificateKind, now: Date) {
  const root = await keyOf(keys, `${kind}-ca`, 'RS256')
  const validity = validityAround(now)
  const certificate = await issueCertificate({
    profile: 'rootCa',
    purpose: kind,
    publicKey: root.publicKey,
    serialNumber: rootSerial,
    validity,
    issuer: { signer: root },
  })
  const responderKey = await keyOf(keys, `${kind}-ocsp`, 'RS256')
  const responder = await issueCertificate({
    profile: 'ocspResponder',
    commonName: `SANDBOX OCSP responder (${kind})`,
    publicKey: responderKey.publicKey,
    serialNumber: drawnSerial(),
    validity,
    issuer: { certificate, signer: root },
  })
  return { kind, certificate, responder, created_at: now }
}

async function bootstrap(db: Kysely<Tables>, keys: KeyStore, now: Date): Promise<void> {
  for (const kind of certificateKinds) {
    const row = await makeAuthority(keys, kind, now)
    await db.insertInto('record.certificate_authority').values(row).execute()
  }
  for (const name of seriesNames) {
    for (const carrier of carriers) {
      for (const kind of certificateKinds) {
        if (name !== `${carrier}-${kind}`) continue
        await db.insertInto('record.series').values({ name, carrier, kind }).execute()
      }
    }
  }
}

/** The key of a certificate. @throws {OperatorError} CA_KEY_WRONG */
export async function matchingSigner(keys: KeyStore, id: string, der: Uint8Array): Promise<Signer> {
  const signer = (await keys.has(id)) ? await keys.signer(id) : undefined
  if (!signer || Buffer.compare(signer.publicKey, parseCertificate(der).spki) !== 0) {
    throw new OperatorError(
      'CA_KEY_WRONG',
      `the key ${id} in the data folder does not belong to this database`,
    )
  }
  return signer
}

/**
 * The authorities of this database; the first start makes them.
 * @throws {OperatorError} CA_KEY_WRONG when the data folder belongs to another database
 */
export async function openCertificateAuthorities(
  db: Database,
  keys: KeyStore,
  now: Date,
): Promise<CertificateAuthorities> {
  await db.transaction().execute(async (trx) => {
    // Two processes that start together: the second waits here and finds everything made.
    await trx
      .insertInto('record.audit_head')
      .values({ chain: 'authority', seq: 0, hash: new Uint8Array(32) })
      .onConflict((conflict) => conflict.column('chain').doNothing())
      .execute()
    await trx
      .selectFrom('record.audit_head')
      .select('chain')
      .where('chain', '=', 'authority')
      .forUpdate()
      .execute()
    const made = await trx.selectFrom('record.certificate_authority').select('kind').execute()
    if (made.length === 0) await bootstrap(trx, keys, now)
  })
  const open = async (kind: CertificateKind): Promise<CertificateAuthority> => {
    const row = await db
      .selectFrom('record.certificate_authority')
      .selectAll()
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow()
    return {
      kind,
      certificate: row.certificate,
      validity: parseCertificate(row.certificate).validity,
      signer: await matchingSigner(keys, `${kind}-ca`, row.certificate),
      responder: {
        certificate: row.responder,
        signer: await matchingSigner(keys, `${kind}-ocsp`, row.responder),
      },
    }
  }
  return { signing: await open('signing'), authentication: await open('authentication') }
}
