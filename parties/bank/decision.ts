/** Whether an account is opened: by what the signing certificate says, beside what the person wrote. */
import {
  type Comparison,
  compare,
  differing,
  type SignedContract,
  substitutes,
} from '@kazashi/site'
import { checkAge, type Form } from './form.ts'
import { BankProblem } from './problems.ts'

/** Why a clerk looks before the account is opened. */
type Look = 'name-substituted' | 'address-substituted' | 'exposed' | 'taxed-elsewhere' | 'insider'

export interface Decision {
  readonly comparison: Comparison
  /** None: the account is opened at once. */
  readonly looks: readonly Look[]
  /** Characters that stand for others. */
  readonly substitutes: readonly string[]
}

/** @throws {BankProblem} ATTRIBUTES_DIFFER {reason: the fields, with commas}, GUARDIAN_NEEDED, MINOR_ACCOUNT_OFFLINE */
export function decide(
  form: Form,
  { attributes }: Pick<SignedContract, 'attributes'>,
  now: Date,
): Decision {
  const comparison = compare(form, attributes)
  const different = differing(comparison)
  if (different.length > 0)
    throw new BankProblem('ATTRIBUTES_DIFFER', { members: { reason: different.join(',') } })
  checkAge({ product: form.product, birthDate: attributes.birthDate }, now)
  const looks: readonly (readonly [boolean, Look])[] = [
    [comparison.name === 'substituted', 'name-substituted'],
    [comparison.address === 'substituted', 'address-substituted'],
    [form.exposed, 'exposed'],
    [form.taxedElsewhere, 'taxed-elsewhere'],
    [form.product === 'securities' && form.insider, 'insider'],
  ]
  return {
    comparison,
    looks: looks.filter(([holds]) => holds).map(([, look]) => look),
    substitutes: [
      ...substitutes(attributes.name, attributes.nameFlags),
      ...substitutes(attributes.address, attributes.addressFlags),
    ],
  }
}
