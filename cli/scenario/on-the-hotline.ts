/** One call at any hour (5-B1): the caller is found, and the phone or card stopped. 0120-95-0178, guidance 2. */
import { type ClientTokens, type components, unwrap } from '@kazashi/authority/api'
import type { Resident } from '@kazashi/card'
import { ScenarioError } from './scenario-error.ts'
import { staff } from './staff.ts'
import type { World } from './world.ts'

export type Held = components['schemas']['Held']
type What = 'phone' | 'card' | 'both'

/** The hotline asks for name and birth date. */
export async function findPerson({ sandbox }: World, { name, birthDate }: Resident): Promise<Held> {
  const found = unwrap(await staff(sandbox).POST('/hotline/people', { body: { name, birthDate } }))
  const [person, ...others] = found
  if (person === undefined || others.length > 0)
    throw new ScenarioError(
      'ASSERTION_FAILED',
      `${found.length} people with this name and date of birth`,
    )
  return person
}

/** @throws {AuthorityProblem} ROLE_REQUIRED, NOTHING_TO_SUSPEND */
export async function suspend(
  { sandbox }: World,
  person: string,
  what: What,
  tokens?: ClientTokens,
): Promise<void> {
  const body = { person, what, reason: 'lost' } as const
  unwrap(await staff(sandbox, tokens).POST('/hotline/suspensions', { body }))
}

/** 5-B1: the call, until the hotline confirms the stop. @returns the person's identifier */
export const callHotline = (world: World, resident: Resident, what: What): Promise<string> =>
  world.step('5-B1', 'コールセンターへの電話', async (step) => {
    const { person } = await findPerson(world, resident)
    step.assert(person !== '', 'the hotline finds the caller by name and date of birth')
    const from = performance.now()
    await suspend(world, person, what)
    step.assert(true, `the ${what} is stopped`)
    step.fact('stopped after', `${Math.round(performance.now() - from)} ms`)
    step.fact('sandbox clock', world.sandbox.now().toISOString())
    return person
  })
