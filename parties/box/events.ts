/** What befalls the people of the catalogue, one event after the other; each is what a resident or the staff does. */
import { PhoneError } from '@kazashi/phone'
import { movedResident, renamedResident } from './changed-resident.ts'
import { anew, type CounterNeeds, change, holderOf, renew } from './counter-orders.ts'
import type { Event } from './people.ts'
import type { Robot, RobotCard } from './robot.ts'

export interface Life {
  readonly robot: Robot
  /** Of the common seat. */
  readonly cardId: string
}

const language = 'en'

/** @throws {BoxProblem} of the counter; {PhoneError}; {AuthorityProblem} */
export async function befall(
  needs: CounterNeeds,
  { robot, cardId }: Life,
  event: Event,
): Promise<void> {
  const { shelf, staff } = needs
  const note = shelf.find({ id: undefined }, cardId)
  const { person, resident } = holderOf(note)
  const card = async (): Promise<RobotCard> => ({
    slip: note.slip,
    contents: await shelf.contents(cardId),
    save: (changed) => shelf.save(cardId, changed),
  })
  switch (event) {
    case 'applies':
      return robot.apply(await card())
    case 'applies-in-vain':
      return robot.apply(await card()).catch((error: unknown) => {
        if (!(error instanceof PhoneError && error.code.startsWith('CARD_'))) throw error
      })
    case 'resumes':
      return robot.apply(await card(), 'resume')
    case 'switches':
      return robot.apply(await card(), 'switch')
    case 'deletes':
      return robot.delete()
    case 'phone-suspended':
      return staff.suspend(person, 'phone', language)
    case 'both-suspended':
      return staff.suspend(person, 'both', language)
    case 'card-anew':
      return anew(needs, note)
    case 'card-renewed':
      return renew(needs, note, language)
    case 'moves':
      return change(needs, note, movedResident(resident), { what: 'move', language })
    case 'changes-name':
      return change(needs, note, renamedResident(resident), { what: 'name', language })
    case 'dies':
      return staff.recordDeath(person, language)
  }
}
