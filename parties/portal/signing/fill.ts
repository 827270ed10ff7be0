/** Name, address and birth date from the signing certificate, because the person pressed 「氏名・住所・生年月日を自動で入れる」 and agreed on the phone. */

import type { IdentityClaim } from '@kazashi/lifecycle'
import type { Claims, Client, Visitor } from '@kazashi/site'
import { SigningProblem } from '@kazashi/site'
import type { Answers, Form } from '../applications/form.ts'
import { forms } from '../applications/forms/index.ts'
import type { SignNeeds } from './sign.ts'

export const filledClaims = ['name', 'address', 'birthdate'] as const satisfies IdentityClaim[]

/** The gate tells a birth date as YYYYMMDD. */
const forms8 = /^(\d{4})(\d\d)(\d\d)$/

/** What the certificate told in place of what stood in its fields. */
export function filledIn(form: Form, answers: Answers, claims: Claims): Answers {
  const told = form.steps
    .flatMap(({ fields }) => fields)
    .flatMap(({ name, claim }): [string, string][] => {
      const value = claim && claims[claim]
      if (value === undefined || value === '') return []
      return [[name, claim === 'birthdate' ? value.replace(forms8, '$1-$2-$3') : value]]
    })
  return { ...answers, ...Object.fromEntries(told) }
}

export interface FillNeeds extends Pick<SignNeeds, 'applications' | 'asked' | 'events' | 'trust'> {
  /** Asks for the claims. */
  readonly fillClient: Client
}

/** @returns where the browser goes */
export async function beginFilling(
  { applications, asked, fillClient }: FillNeeds,
  { sub }: Visitor,
  id: string,
  language: string | undefined,
): Promise<URL> {
  await applications.draft(sub, id)
  const begun = await fillClient.begin({ language })
  await asked.keep(sub, id, { purpose: 'fill', ...begun.asked })
  return begun.location
}

/** @throws {SigningProblem} SIGNER_OTHER: another person's phone answered */
export async function finishFilling(
  { applications, fillClient, events, trust }: FillNeeds,
  { sub }: Visitor,
  id: string,
  callback: URL,
  asked: Parameters<Client['finish']>[1],
): Promise<void> {
  const told = await fillClient.finish(callback, asked)
  if (told.sub !== sub) throw new SigningProblem('SIGNER_OTHER')
  const draft = await applications.draft(sub, id)
  const answers = filledIn(forms[draft.procedure], draft.answers, told.claims)
  await events.add(sub, await trust.now(), { kind: 'filled', procedure: draft.procedure })
  await applications.save(sub, draft, { answers, step: draft.step })
}
