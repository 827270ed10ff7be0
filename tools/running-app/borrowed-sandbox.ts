/** A sandbox that other files have used before and will use after: new people, cards, readers and phones are all that a way may count on. */
import { borrow } from '../keeper/borrow.ts'
import { type Sandbox, sandboxAt } from './sandbox.ts'

export const borrowSandbox = async (): Promise<Sandbox> => {
  const { address, giveBack } = await borrow('sandboxes')
  return sandboxAt(address, giveBack)
}
