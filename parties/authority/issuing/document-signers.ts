/** Document signers (ISO/IEC 18013-5 annex B.1.4) sign attributes of iPhones: each is in use for three months, then the next is made. */
import { fixedClock } from '@kazashi/lifecycle'
import { issueCertificate, type KeyStore, type Signer } from '@kazashi/pki'
import type { Database } from '../database/connection.ts'
import {
  type DocumentSignerRecord,
  insertSigner,
  lockIaca,
  nextSignerNumber,
  signerBegunIn,
} from '../database/document-signers.ts'
import { transact, type Unit } from '../database/transaction.ts'
import { markOf } from '../operator/sandbox-names.ts'
import { drawnSerial, keyOf, matchingSigner } from './ca-keys.ts'
import type { Opening } from './certificate-authorities.ts'
import type { Generations } from './generations.ts'
import { type Iaca, iacaLocations, openGenerationsOfIacas } from './iacas.ts'

interface DocumentSigner {
  readonly number: number
  /** DER */
  readonly certificate: Uint8Array
  readonly notAfter: Date
  readonly signer: Signer
}

export interface DocumentSigners {
  readonly iacas: Generations<Iaca>
  /** The one in use; when its three months are over, the next is made. @throws {AuthorityError} CLOCK_OUT_OF_RANGE */
  inUse(unit: Unit): Promise<DocumentSigner>
}

const day = 86_400_000
/** Annex B.1.4: at most 457 days. In use for 92, so that attributes it signs are good for a year. */
const signerDays = { valid: 457, inUse: 92 } as const

const signerKey = (number: number) => `document-signer-${number}`

interface Maker {
  readonly keys: KeyStore
  readonly organization: string
  readonly repository: string
  readonly iacas: Generations<Iaca>
}

/** In use at `unit.now`; or the next one, made while others wait. */
async function recordInUse(unit: Unit, maker: Maker): Promise<DocumentSignerRecord> {
  const { trx, now } = unit
  const span = { from: new Date(now.getTime() - signerDays.inUse * day), to: now }
  const found = await signerBegunIn(trx, span)
  if (found) return found
  const iaca = await maker.iacas.at(unit)
  const { generation } = iaca
  await lockIaca(trx, generation)
  const meanwhile = await signerBegunIn(trx, span)
  if (meanwhile) return meanwhile
  const notBefore = new Date(now)
  notBefore.setUTCMilliseconds(0)
  // Its IACA lasts years longer (generations.ts).
  const notAfter = new Date(notBefore.getTime() + signerDays.valid * day)
  const number = await nextSignerNumber(trx)
  const { publicKey } = await keyOf(maker.keys, signerKey(number), 'ES256')
  const certificate = await issueCertificate({
    profile: 'documentSigner',
    commonName: `${markOf(maker.organization)}document signer ${number}`,
    organization: maker.organization,
    publicKey,
    serialNumber: drawnSerial(),
    validity: { notBefore, notAfter },
    locations: iacaLocations(maker.repository, generation),
    issuer: iaca,
  })
  return insertSigner(unit, { number, generation, certificate, notBefore, notAfter })
}

/**
 * The IACAs of this database with their signers; the first start makes the first of each.
 * @param repository origin that the certificates point to
 * @throws {OperatorError} CA_KEY_WRONG when the data folder belongs to another database
 */
export async function openDocumentSigners(
  db: Database,
  repository: string,
  opening: Opening,
): Promise<DocumentSigners> {
  const { keys, now, organization } = opening
  const iacas = await openGenerationsOfIacas(db, repository, opening)
  const maker = { keys, organization, repository, iacas }
  const opened = new Map<number, Signer>()
  const signers: DocumentSigners = {
    iacas,
    async inUse(unit) {
      const { number, certificate, notAfter } = await recordInUse(unit, maker)
      // Opening a key file is slow by design.
      const signer =
        opened.get(number) ?? (await matchingSigner(keys, signerKey(number), certificate))
      opened.set(number, signer)
      return { number, certificate, notAfter, signer }
    },
  }
  await transact({ db, clock: fixedClock(now) }, (unit) => signers.inUse(unit))
  return signers
}
