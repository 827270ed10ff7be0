/** A person's card and phones as the hotline sees them: only the parts that can be suspended (5-B1). */

import type { Sealing } from '@kazashi/database'
import { cardStates, credentialStates, phonePlatforms } from '@kazashi/lifecycle'
import { z } from 'zod'
import { cardOfPerson } from '../database/cards.ts'
import type { Database } from '../database/connection.ts'
import { heldCredentials } from '../database/credentials.ts'
import { municipalityOf, peopleByName } from '../database/people.ts'
import { phoneById } from '../database/phones.ts'

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

/** A person's card and phones that have not ended. */
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
  { db, sealing }: { readonly db: Database; readonly sealing: Sealing },
  by: { readonly name: string; readonly birthDate: string },
): Promise<HeldView[]> {
  const people = await peopleByName(db, sealing, by)
  return Promise.all(people.map((person) => heldBy(db, person)))
}
