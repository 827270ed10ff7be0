/** The counter's view of a person: the entry in the register, and every certificate. */

import type { Sealing } from '@kazashi/database'
import { certificateStatuses } from '@kazashi/lifecycle'
import { z } from 'zod'
import { cardOfPerson } from '../database/cards.ts'
import {
  type CertificateRecord,
  certificatesOfCard,
  certificatesOfCredential,
} from '../database/certificates.ts'
import type { Database } from '../database/connection.ts'
import { personById, residentOf } from '../database/people.ts'
import { RegisteredResident } from '../database/resident.ts'
import type { Serials } from '../issuing/serials.ts'
import { DateTime, Kind } from '../wire.ts'
import { HeldView, heldBy } from './held.ts'

const CertificateView = z.strictObject({
  kind: Kind,
  status: z.enum(certificateStatuses),
  serialNumber: z.string().describe('lower-case hex'),
  notAfter: DateTime,
})

export const PersonView = HeldView.extend({
  resident: RegisteredResident,
  cardExpiry: z.iso.date().nullable(),
  certificates: z.strictObject({
    card: z.array(CertificateView),
    phones: z.array(CertificateView),
  }),
}).meta({ id: 'Person' })
export type PersonView = z.infer<typeof PersonView>

export interface PersonNeeds {
  readonly db: Database
  readonly sealing: Sealing
  readonly serials: Serials
}

/** @throws {AuthorityError} NOT_FOUND */
export async function showPerson(
  { db, sealing, serials }: PersonNeeds,
  id: string,
): Promise<PersonView> {
  const person = await personById(db, id)
  const held = await heldBy(db, person)
  const view = ({ kind, status, series, index, notAfter }: CertificateRecord) => ({
    kind,
    status,
    serialNumber: serials.encode(series, index),
    notAfter: notAfter.toISOString(),
  })
  const card = await cardOfPerson(db, id)
  const ofCard = card ? await certificatesOfCard(db, sealing, { person: id, card: card.id }) : []
  const ofPhones = await Promise.all(
    held.phones.map(({ credentialId }) =>
      certificatesOfCredential(db, sealing, { person: id, id: credentialId }),
    ),
  )
  return {
    ...held,
    resident: await residentOf(db, sealing, id),
    cardExpiry: card?.expiry ?? null,
    certificates: { card: ofCard.map(view), phones: ofPhones.flat().map(view) },
  }
}
