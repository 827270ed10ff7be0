/** Things that the ways share, one file after the other (index.ts). A sandbox's clock stands where it was left; a database is new. */
import { inject } from 'vitest'
import { z } from 'zod'

const lent = z.object({ number: z.number(), address: z.string() })

export interface Borrowed {
  /** Of a sandbox: the origin of its desk. Of a database: postgresql://… */
  readonly address: string
  /** For the next file. */
  giveBack(): Promise<void>
}

async function ask(method: 'POST' | 'PUT', path: string): Promise<unknown> {
  const answer = await fetch(`${inject('keeper')}/${path}`, { method })
  if (!answer.ok) throw new Error(`the keeper says: ${await answer.text()}`)
  return await answer.json()
}

/** @throws {Error} with the output, when it does not start */
export async function borrow(shelf: 'sandboxes' | 'databases'): Promise<Borrowed> {
  const { number, address } = lent.parse(await ask('POST', shelf))
  const giveBack = async () => {
    await ask('PUT', `${shelf}/${number}`)
  }
  return { address, giveBack }
}
