/** A person as the counter sees one, and as the hotline does: the latter knows what can be suspended, and no more. */
import {
  cardStates,
  certificateStatuses,
  credentialStates,
  phonePlatforms,
} from '@kazashi/lifecycle'
import { z } from 'zod'
import { cardOfPerson } from '../database/cards.ts'
import {
  type CertificateRecord,
  certificatesOfCard,
  certificatesOfCredential,
} from '../database/certificates.ts'
import type { Database } from '../database/connection.ts'
import { heldCredentials } from '../database/credentials.ts'
import { municipalityOf, peopleByName, personById, residentOf } from '../database/people.ts'
import { phoneById } from '../database/phones.ts'
import { RegisteredResident } from '../database/resident.ts'
import type { Sealing } from '../database/sealing.ts'
import type { Serials } from '../issuing/serials.ts'
import { Kind } from '../wire.ts'

const DateTime = z.iso.datetime({ offset: true })

export const HeldView = z
  .strictObject({
    person: z.uuid(),
    municipality: z.string().describe('prefecture and name, to tell people of one name apart'),
    card: z.strictObject({ id: z.uuid(), state: z.enum(cardStates) }).nullable(),
    phones: z.array(
      z.strictObject({
        credentialId: z.uuid(),
        state: z.enum(credentialStates),
        platform: z.enum(phonePlatforms),
        model: z.string(),
      }),
    ),
  })
  .meta({ id: 'Held' })
export type HeldView = z.infer<typeof HeldView>

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

/** What a person holds that is not over. */
export async function heldBy(
  db: Database,
  { id, municipality: code }: { readonly id: string; readonly municipality: string },
): Promise<HeldView> {
  const card = await cardOfPerson(db, id)
  const credentials = await heldCredentials(db, { person: id })
  const { prefecture, name } = await municipalityOf(db, code)
  return {
    person: id,
    municipality: `${prefecture}${name}`,
    card: card ? { id: card.id, state: card.state } : null,
    phones: await Promise.all(
      credentials.map(async (credential) => {
        const { platform, model } = await phoneById(db, credential.phone)
        return { credentialId: credential.id, state: credential.state, platform, model }
      }),
    ),
  }
}

/** @param birthDate YYYY-MM-DD @returns none, one, or several people of one name born on one day */
export async function findPeople(
  { db, sealing }: Pick<PersonNeeds, 'db' | 'sealing'>,
  by: { readonly name: string; readonly birthDate: string },
): Promise<HeldView[]> {
  const people = await peopleByName(db, sealing, by)
  return Promise.all(people.map((person) => heldBy(db, person)))
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
