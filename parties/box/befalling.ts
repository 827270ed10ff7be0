/** What befalls a card of a seat beside counter and telephone, by real means: wrong secrets are tried, its holder moves or takes another name. */

import { movedResident, renamedResident } from './changed-resident.ts'
import { type CounterNeeds, change, holderOf } from './counter-orders.ts'
import type { CardEvent, CardNote } from './views.ts'
import { type LockableSecret, lockSecret } from './wrong-tries.ts'

async function lock({ shelf }: CounterNeeds, note: CardNote, name: LockableSecret): Promise<void> {
  const { signingPassword, authenticationPin } = note.slip
  // A card without a signing certificate has no password that could be locked.
  if (name === 'signing-password' && signingPassword === '') return
  await lockSecret(await shelf.contents(note.id), name, {
    secret: name === 'signing-password' ? signingPassword : authenticationPin,
    save: (changed) => shelf.save(note.id, changed),
  })
}

/** @param language of a refusal @throws {Problem} COUNTER_DECLINED, COUNTER_REFUSED, CARD_OF_BEFORE */
export async function befallCard(
  needs: CounterNeeds,
  note: CardNote,
  { event, language }: { readonly event: CardEvent; readonly language: string },
): Promise<void> {
  switch (event) {
    case 'password-locked':
      return lock(needs, note, 'signing-password')
    case 'pin-locked':
      return lock(needs, note, 'authentication-pin')
    case 'moved':
    case 'renamed': {
      const holder = holderOf(note)
      const what = event === 'moved' ? 'move' : 'name'
      const resident = (event === 'moved' ? movedResident : renamedResident)(holder.resident)
      // The print on the card stays: a change is noted on its back.
      const after = { ...note, holder: { ...holder, resident } }
      return change(needs, after, resident, { what, language })
    }
  }
}
