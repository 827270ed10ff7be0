/** A worker's step for one application (5-A1): inside the hours, when it is due, it issues certificates and attributes together, with a notice. */
import { isOpen, nextOpening, phoneNotAfter, stepCredential } from '@kazashi/lifecycle'
import { myNumberCardDocType } from '@kazashi/mdoc'
import { parseCertificate, readAttributes } from '@kazashi/pki'
import { withTraceLeft } from '@kazashi/serve'
import { attributesApplied } from '../attributes/applied.ts'
import { type AttributeIssueNeeds, issueAttributes } from '../attributes/issue.ts'
import { type StepNeeds, stepInUnit } from '../credentials/step.ts'
import {
  type ApplicationRecord,
  applicationById,
  lockApplication,
} from '../database/applications.ts'
import { type CertificateRecord, certificatesOfCard } from '../database/certificates.ts'
import { credentialOfApplication } from '../database/credentials.ts'
import { lockPerson, municipalityOf, residentOf } from '../database/people.ts'
import type { Storage } from '../database/storage.ts'
import { transact, type Unit } from '../database/transaction.ts'
import { type CertifyNeeds, certify } from '../issuing/certify.ts'
import type { ScheduleNeeds } from './view.ts'

export type IssueNeeds = Storage &
  CertifyNeeds &
  StepNeeds &
  AttributeIssueNeeds &
  Pick<ScheduleNeeds, 'hours'>

/** The attributes as the card's signing certificate has them; an authentication certificate carries none. */
function attributesOf(cardCertificates: readonly CertificateRecord[]) {
  const signing = cardCertificates.find(({ kind }) => kind === 'signing')
  const attributes = signing && readAttributes(parseCertificate(signing.certificate))
  if (!attributes) throw new TypeError('a card without a signing certificate')
  return attributes
}

/** The card's certificates that the phone's will depend on; undefined: one of them is no longer good. */
function parentsOf(
  application: ApplicationRecord,
  cardCertificates: readonly CertificateRecord[],
  now: Date,
): CertificateRecord[] | undefined {
  const parents = application.kinds.flatMap((kind) =>
    cardCertificates.filter(
      (one) => one.kind === kind && one.status === 'good' && one.notAfter > now,
    ),
  )
  return parents.length === application.kinds.length ? parents : undefined
}

async function issue(
  unit: Unit,
  records: IssueNeeds,
  application: ApplicationRecord,
): Promise<void> {
  const { trx, now } = unit
  const { person, card } = application
  const credential = await credentialOfApplication(trx, application)
  if (!stepCredential(credential.state, 'issue')?.includes('sign')) return
  const cardCertificates = await certificatesOfCard(trx, records.sealing, { person, card })
  const parents = parentsOf(application, cardCertificates, now)
  if (!parents) {
    const step = { event: 'card-ended', reason: 'card-ended', actor: 'worker' } as const
    await stepInUnit(unit, records, credential, step)
    return
  }
  const serials: string[] = []
  for (const parent of parents) {
    const publicKey = application.keys[parent.kind]
    if (!publicKey) throw new TypeError('an application without the key of its kind')
    const made = await certify(unit, records, {
      person,
      card,
      credential: credential.id,
      municipality: await municipalityOf(trx, parent.municipality),
      kind: parent.kind,
      carrier: 'phone',
      publicKey,
      notAfter: phoneNotAfter(parent.notAfter),
      attributes: attributesOf(cardCertificates),
      parent,
    })
    serials.push(records.serials.encode(made.series, made.index))
  }
  const attributes = await attributesApplied(trx, records.sealing, application)
  if (attributes) {
    const resident = await residentOf(trx, records.sealing, person)
    await issueAttributes(unit, records, { ...attributes, credential, resident })
  }
  const details = {
    kinds: application.kinds,
    serials,
    ...(attributes && { attributes: myNumberCardDocType }),
  }
  await stepInUnit(unit, records, credential, { event: 'issue', actor: 'worker', details })
}

/**
 * Issues the certificates applied for, if the application is due and the hours are open.
 * @returns when to try again, by the authority's clock; undefined: done, or there is nothing to do
 */
export async function issueWhenDue(records: IssueNeeds, id: string): Promise<Date | undefined> {
  const { hours, clock, db } = records
  const known = await applicationById(db, id)
  if (known?.state !== 'applied') return undefined
  const work = async (unit: Unit) => {
    await lockPerson(unit.trx, known.person)
    const application = await lockApplication(unit.trx, id)
    if (application?.state !== 'applied') return undefined
    const { now } = unit
    // One that is due at night was promised for any hour.
    const waits = isOpen(application.dueAt, hours) && !isOpen(now, hours)
    if (waits) return nextOpening(now, hours)
    if (application.dueAt > now) return application.dueAt
    await issue(unit, records, application)
    return undefined
  }
  return withTraceLeft(id, () => transact({ db, clock }, work))
}
