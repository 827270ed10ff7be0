/** The sandbox's IACAs (ISO/IEC 18013-5 annex B.1.2), which vouch for document signers: generations of their own. */
import {
  type Certificate,
  issueCertificate,
  type KeyStore,
  parseCertificate,
  type Signer,
} from '@kazashi/pki'
import { lockGenerations } from '../database/certificate-authorities.ts'
import type { Database, Trx } from '../database/connection.ts'
import { type IacaRecord, iacasOnRecord, insertIaca } from '../database/document-signers.ts'
import { markOf } from '../operator/sandbox-names.ts'
import { drawnSerial, keyId, keyOf, matchingSigner } from './ca-keys.ts'
import type { Opening } from './certificate-authorities.ts'
import { firstBegin, Generations, type NewGeneration, validityOf } from './generations.ts'
import { iacaCrlPath } from './locations.ts'

export interface Iaca {
  readonly generation: number
  readonly certificate: Certificate
  readonly signer: Signer
}

const iacaKey = (generation: number) => keyId('iaca', generation)

/** @param repository origin that the certificates point to */
export const iacaLocations = (repository: string, generation: number) => ({
  contact: `${repository}/`,
  crl: `${repository}${iacaCrlPath(generation)}`,
})

async function makeIaca(
  { keys, organization }: Opening,
  repository: string,
  { generation, validity }: NewGeneration,
): Promise<IacaRecord> {
  const signer = await keyOf(keys, iacaKey(generation), 'ES384')
  const certificate = await issueCertificate({
    profile: 'iaca',
    commonName: `${markOf(organization)}IACA`,
    organization,
    publicKey: signer.publicKey,
    serialNumber: drawnSerial(),
    validity,
    locations: iacaLocations(repository, generation),
    issuer: { signer },
  })
  return { generation, certificate }
}

async function openIacas(
  keys: KeyStore,
  db: Database | Trx,
  but: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Iaca>> {
  const records = (await iacasOnRecord(db)).filter(({ generation }) => !but.has(generation))
  const opened = await Promise.all(
    records.map(async ({ generation, certificate: der }): Promise<Iaca> => {
      const signer = await matchingSigner(keys, iacaKey(generation), der)
      return { generation, certificate: parseCertificate(der), signer }
    }),
  )
  return new Map(opened.map((iaca) => [iaca.generation, iaca]))
}

/**
 * The IACAs of this database; the first start makes the first.
 * @throws {OperatorError} CA_KEY_WRONG when the data folder belongs to another database
 */
export async function openGenerationsOfIacas(
  db: Database,
  repository: string,
  opening: Opening,
): Promise<Generations<Iaca>> {
  const { keys, now, heardByAll, onError } = opening
  const make = async (trx: Trx, made: NewGeneration) =>
    insertIaca(trx, await makeIaca(opening, repository, made), made.now)
  const first = await db.transaction().execute(async (trx) => {
    await lockGenerations(trx)
    const [oldest] = await iacasOnRecord(trx)
    if (oldest) return parseCertificate(oldest.certificate).validity.notBefore
    const begin = firstBegin(now)
    await make(trx, { generation: 1, validity: validityOf(begin, 1), now })
    return begin
  })
  const open = (reader: Database | Trx, but: ReadonlySet<number>) => openIacas(keys, reader, but)
  const generations = new Generations({ first, make, open, heardByAll, onError })
  await generations.load(db)
  return generations
}
