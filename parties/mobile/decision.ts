/**
 * Whether a signature is taken: what its certificate says, beside what was said at the counter. Pure, so that each rule is read, and tested,
 * without a card.
 */
import type { CertificateAttributes } from '@kazashi/pki'
import { compare, compareText, substitutes } from '@kazashi/site'
import type { Order } from './form.ts'
import { isMinor } from './order.ts'
import { MobileProblem } from './problems.ts'

/** What the staff look at. The contract is made all the same. */
type Look =
  | 'name-substituted'
  | 'address-substituted'
  | 'guardian-substituted'
  | 'guardian-elsewhere'

export interface Signer {
  readonly attributes: CertificateAttributes
  /** SubjectPublicKeyInfo of the certificate, hex. */
  readonly key: string
}

export interface CustomerVerdict {
  readonly looks: readonly Look[]
  /** Characters that stand for others. */
  readonly substitutes: readonly string[]
  readonly needsGuardian: boolean
}

const refuse = (fields: readonly string[]): never => {
  throw new MobileProblem('ATTRIBUTES_DIFFER', { members: { reason: fields.join(',') } })
}
const substitutesOf = (attributes: CertificateAttributes): readonly string[] => [
  ...substitutes(attributes.name, attributes.nameFlags),
  ...substitutes(attributes.address, attributes.addressFlags),
]

/**
 * The customer's own signature. Whether somebody has to consent is said by the birth date of the certificate, never by that of the form.
 * @throws {MobileProblem} SIGNER_OTHER: neither name nor birth date is the one that was said; ATTRIBUTES_DIFFER {reason: fields, with commas}
 */
export function judgeCustomer(
  order: Order,
  { attributes }: Pick<Signer, 'attributes'>,
  now: Date,
): CustomerVerdict {
  const comparison = compare(order, attributes)
  if (comparison.name === 'different' && comparison.birthDate === 'different')
    throw new MobileProblem('SIGNER_OTHER')
  const different = (['name', 'address', 'birthDate'] as const).filter(
    (field) => comparison[field] === 'different',
  )
  if (different.length > 0) refuse(different)
  return {
    looks: [
      ...(comparison.name === 'substituted' ? (['name-substituted'] as const) : []),
      ...(comparison.address === 'substituted' ? (['address-substituted'] as const) : []),
    ],
    substitutes: substitutesOf(attributes),
    needsGuardian: isMinor(attributes.birthDate, now),
  }
}

/** The same person by another card or phone is the same person (民法 §5: nobody consents to their own contract). */
const isSamePerson = (one: Signer, other: Signer): boolean =>
  one.key === other.key ||
  (one.attributes.name === other.attributes.name &&
    one.attributes.birthDate === other.attributes.birthDate)

/**
 * The guardian's signature. Living elsewhere is no reason to refuse: the staff ask.
 * @throws {MobileProblem} GUARDIAN_SAME, GUARDIAN_UNDER_AGE, GUARDIAN_OTHER: not the one whom the contract names
 */
export function judgeGuardian(
  order: Order,
  customer: Signer,
  guardian: Signer,
  now: Date,
): { readonly looks: readonly Look[] } {
  const { attributes } = guardian
  if (isSamePerson(customer, guardian)) throw new MobileProblem('GUARDIAN_SAME')
  if (isMinor(attributes.birthDate, now)) throw new MobileProblem('GUARDIAN_UNDER_AGE')
  const named = compareText(order.guardian?.name ?? '', attributes.name, attributes.nameFlags)
  if (named === 'different') throw new MobileProblem('GUARDIAN_OTHER')
  return {
    looks: [
      ...(named === 'substituted' ? (['guardian-substituted'] as const) : []),
      ...(attributes.address === customer.attributes.address
        ? []
        : (['guardian-elsewhere'] as const)),
    ],
  }
}
