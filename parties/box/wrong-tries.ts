/** A secret of a card that is locked as in life: wrong ones are tried, until the card takes no more (1-C②). */
import { type CardContents, CardError, memoryTransport, openCard, VirtualCard } from '@kazashi/card'

/** Of the right length, and not the secret itself. */
const wrong = {
  'signing-password': (secret: string) => (secret === 'WRONG0' ? 'WRONG1' : 'WRONG0'),
  'authentication-pin': (secret: string) => (secret === '0000' ? '0001' : '0000'),
} as const
export type LockableSecret = keyof typeof wrong

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** @param secret on the paper, which is not sent @param save after each try @throws {CardError} anything but a wrong or a locked secret */
export async function lockSecret(
  contents: CardContents,
  name: LockableSecret,
  { secret, save }: { secret: string; save: (changed: CardContents) => Promise<void> },
): Promise<void> {
  const card = openCard(memoryTransport(new VirtualCard(contents, random), { persist: save }))
  while (!(await card.retryCounter(name)).blocked) {
    try {
      await card.verify(name, wrong[name](secret), { force: true })
    } catch (error) {
      const isExpected = error instanceof CardError && /^SECRET_(WRONG|BLOCKED)$/.test(error.code)
      if (!isExpected) throw error
    }
  }
}
