/**
 * Who vouches for attributes on iPhones (ISO/IEC 18013-5 annex B): this sandbox's IACA, made at the first start, and its
 * document signers, each in use for three months and then followed by the next.
 */
import { issueCertificate, type KeyStore, parseCertificate, type Signer } from '@kazashi/pki'
import type { Database, Trx } from '../database/connection.ts'
import {
  type DocumentSignerRecord,
  iacaCertificate,
  insertIaca,
  insertSigner,
  lockIaca,
  nextSignerNumber,
  signerBegunIn,
} from '../database/document-signers.ts'
import type { Unit } from '../database/transaction.ts'
import { AuthorityError } from '../problems.ts'
import { drawnSerial, keyOf, matchingSigner, validityAround } from './certificate-authorities.ts'
import { iacaCrlPath } from './locations.ts'

export interface DocumentSigner {
  readonly number: number
  /** DER */
  readonly certificate: Uint8Array
  readonly notAfter: Date
  readonly signer: Signer
}

export interface DocumentSigners {
  readonly iaca: { readonly certificate: Uint8Array; readonly signer: Signer }
  /** The one in use; when its three months are over, the next is made. @throws {AuthorityError} CLOCK_OUT_OF_RANGE */
  inUse(unit: Pick<Unit, 'trx' | 'now'>): Promise<DocumentSigner>
}

const day = 86_400_000
/** Annex B.1.4: at most 457 days. In use for 92, so that what it signs is good for a year. */
const signerDays = { valid: 457, inUse: 92 } as const

const iacaKey = 'iaca'
const signerKey = (number: number) => `document-signer-${number}`

const locationsOf = (repository: string) => ({
  contact: `${repository}/`,
  crl: `${repository}${iacaCrlPath}`,
})

async function makeIaca(keys: KeyStore, repository: string, now: Date): Promise<Uint8Array> {
  const signer = await keyOf(keys, iacaKey, 'ES384')
  return issueCertificate({
    profile: 'iaca',
    commonName: 'SANDBOX IACA',
    publicKey: signer.publicKey,
    serialNumber: drawnSerial(),
    validity: validityAround(now),
    locations: locationsOf(repository),
    issuer: { signer },
  })
}

interface Maker {
  readonly keys: KeyStore
  readonly repository: string
  readonly iaca: DocumentSigners['iaca']
}

/** In use at `now`; or the next one, made while others wait. */
async function recordInUse(trx: Trx, maker: Maker, now: Date): Promise<DocumentSignerRecord> {
  const span = { from: new Date(now.getTime() - signerDays.inUse * day), to: now }
  const found = await signerBegunIn(trx, span)
  if (found) return found
  await lockIaca(trx)
  const meanwhile = await signerBegunIn(trx, span)
  if (meanwhile) return meanwhile
  const { validity } = parseCertificate(maker.iaca.certificate)
  const notBefore = new Date(now)
  notBefore.setUTCMilliseconds(0)
  const last = notBefore.getTime() + signerDays.valid * day
  const notAfter = new Date(Math.min(last, validity.notAfter.getTime()))
  if (notBefore < validity.notBefore || notBefore >= notAfter) {
    throw new AuthorityError('CLOCK_OUT_OF_RANGE')
  }
  const number = await nextSignerNumber(trx)
  const { publicKey } = await keyOf(maker.keys, signerKey(number), 'ES256')
  const certificate = await issueCertificate({
    profile: 'documentSigner',
    commonName: `SANDBOX document signer ${number}`,
    publicKey,
    serialNumber: drawnSerial(),
    validity: { notBefore, notAfter },
    locations: locationsOf(maker.repository),
    issuer: maker.iaca,
  })
  const added = { number, certificate, created_at: now }
  return insertSigner(trx, { ...added, not_before: notBefore, not_after: notAfter })
}

/**
 * The IACA of this database with its signers; the first start makes it and the first of them.
 * @param repository origin that the certificates point to
 * @throws {OperatorError} CA_KEY_WRONG when the data folder belongs to another database
 */
export async function openDocumentSigners(
  db: Database,
  {
    keys,
    repository,
    now,
  }: { readonly keys: KeyStore; readonly repository: string; readonly now: Date },
): Promise<DocumentSigners> {
  const first = !(await iacaCertificate(db))
  if (first) {
    const made = await makeIaca(keys, repository, now)
    await db.transaction().execute((trx) => insertIaca(trx, made, now))
  }
  const certificate = await iacaCertificate(db)
  if (!certificate) throw new TypeError('no IACA after it was made')
  const iaca = { certificate, signer: await matchingSigner(keys, iacaKey, certificate) }
  const maker = { keys, repository, iaca }
  const opened = new Map<number, Signer>()
  const signers: DocumentSigners = {
    iaca,
    async inUse({ trx, now: at }) {
      const { number, certificate: der, not_after } = await recordInUse(trx, maker, at)
      // Opening a key file takes a while, by intent.
      const signer = opened.get(number) ?? (await matchingSigner(keys, signerKey(number), der))
      opened.set(number, signer)
      return { number, certificate: der, notAfter: not_after, signer }
    },
  }
  if (first) await db.transaction().execute((trx) => signers.inUse({ trx, now }))
  return signers
}
