/** 4-A: the procedures that the app names, in its order, and carrying them out. */
import { type PhonePlatform, planPhoneChange } from '@kazashi/lifecycle'
import { applyAndRegister } from './applying.ts'
import { signLogin } from './at-the-portal.ts'
import { revokeOnPhone } from './ending.ts'
import { everyoneSees } from './everyone-sees.ts'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

const ended = 'revoked: cessationOfOperation'

export interface Change {
  readonly card: TheCard
  readonly old: ThePhone
  readonly next: ThePhone
}

/** @param rows the procedures of the course, in order */
export const planSays = (
  world: World,
  from: PhonePlatform,
  to: PhonePlatform,
  rows: readonly string[],
): Promise<void> =>
  world.step('4-A', '手続きの案内', async (step) => {
    const plan = planPhoneChange({ from, to, oldAtHand: true })
    step.assert(
      plan.map(({ row }) => row).join() === rows.join(),
      `the app says: ${rows.join(', then ')}`,
    )
  })

/** First the old phone is ended, then the new one begins. */
export async function changeInOrder(world: World, { card, old, next }: Change): Promise<void> {
  const first = old.platform === 'android' ? '2-F' : '3-E'
  const then = next.platform === 'android' ? '2-C' : '3-C'
  await planSays(world, old.platform, next.platform, [first, then])
  const signedBefore = await signLogin(world, old)
  await revokeOnPhone(world, old)
  await everyoneSees(world, first, '前のスマホ', old, {
    resident: 'ended',
    portal: 'CERTIFICATE_REVOKED',
    signedBefore,
    openssl: { signing: ended, authentication: ended },
  })
  await applyAndRegister(world, next, card)
}
