/**
 * The policies of a path (RFC 5280 §6.1.2 … §6.1.6) by the graph of RFC 9618 §5: it grows with the certificates' policies, where the tree of
 * RFC 5280 grows with every way through them.
 */
import type { Certificate } from './certificate.ts'
import { PkiError } from './errors.ts'
import { sameName } from './name.ts'
import { oids } from './oids.ts'

const { anyPolicy } = oids

export interface PolicyInputs {
  /** user-initial-policy-set, OIDs; default any. */
  readonly policies?: readonly string[] | undefined
  /** initial-explicit-policy: default where policies are given. */
  readonly explicitPolicy?: boolean | undefined
  /** initial-policy-mapping-inhibit. */
  readonly inhibitPolicyMapping?: boolean | undefined
  /** initial-any-policy-inhibit. */
  readonly inhibitAnyPolicy?: boolean | undefined
}

interface Node {
  /** Policies of the level above. */
  readonly parents: ReadonlySet<string>
  /** What counts as this policy one certificate further down. */
  expected: ReadonlySet<string>
}
/** By policy. */
type Level = Map<string, Node>

const every = [{ oid: anyPolicy, cps: undefined }]

const isSelfIssued = ({ issuer, subject }: Certificate): boolean => sameName(issuer, subject)
const least = (counter: number, constraint: number | undefined): number =>
  constraint === undefined ? counter : Math.min(counter, constraint)

/**
 * @param anchor its own policies and constraints hold too (RFC 5937 §4); without any policy it stands for all
 * @param chain from the one below the anchor to the certificate itself
 * @returns the user-constrained policy set; any: anyPolicy is one of them
 * @throws {PkiError} PATH_POLICY
 */
export function policiesOf(
  anchor: Certificate,
  chain: readonly Certificate[],
  {
    policies = [anyPolicy],
    explicitPolicy = !policies.includes(anyPolicy),
    inhibitPolicyMapping = false,
    inhibitAnyPolicy = false,
  }: PolicyInputs,
): string[] {
  const all = [{ ...anchor, policies: anchor.policies ?? every }, ...chain]
  const none = all.length + 1
  let explicit = explicitPolicy ? 0 : none
  let mapping = inhibitPolicyMapping ? 0 : none
  let any = inhibitAnyPolicy ? 0 : none
  let levels: Level[] | undefined = [
    new Map([[anyPolicy, { parents: new Set(), expected: new Set([anyPolicy]) }]]),
  ]

  for (const [at, certificate] of all.entries()) {
    const isLast = at === all.length - 1
    const own = at === 0 || isSelfIssued(certificate)
    levels = grown(levels, certificate, any > 0 || (!isLast && own))
    if (explicit === 0 && levels === undefined)
      throw new PkiError('PATH_POLICY', `${certificate.subject.text} has no policy of the path`)
    if (!isLast) {
      levels = mapped(levels, certificate, mapping > 0)
      const left = (counter: number) => (own ? counter : oneLess(counter))
      const { policyConstraints } = certificate
      explicit = least(left(explicit), policyConstraints?.requireExplicitPolicy)
      mapping = least(left(mapping), policyConstraints?.inhibitPolicyMapping)
      any = least(left(any), certificate.inhibitAnyPolicy)
    } else {
      explicit = oneLess(explicit)
      if (certificate.policyConstraints?.requireExplicitPolicy === 0) explicit = 0
    }
  }
  const valid = levels === undefined ? [] : constrained(reaching(levels), policies)
  if (explicit === 0 && valid.length === 0)
    throw new PkiError('PATH_POLICY', 'none of the acceptable policies holds')
  return valid
}

const oneLess = (counter: number): number => Math.max(0, counter - 1)

/** §6.1.3 (d), (e). @returns undefined: no policy is left */
function grown(
  levels: readonly Level[] | undefined,
  { policies }: { readonly policies: readonly { readonly oid: string }[] | undefined },
  anyCounts: boolean,
): Level[] | undefined {
  const above = levels?.at(-1)
  if (levels === undefined || above === undefined || policies === undefined) return undefined
  const level: Level = new Map()
  const named = policies.map(({ oid }) => oid)
  for (const policy of named) {
    if (policy === anyPolicy) continue
    const parents = [...above].flatMap(([one, { expected }]) => (expected.has(policy) ? [one] : []))
    if (parents.length === 0 && above.has(anyPolicy)) parents.push(anyPolicy)
    if (parents.length > 0)
      level.set(policy, { parents: new Set(parents), expected: new Set([policy]) })
  }
  if (named.includes(anyPolicy) && anyCounts)
    for (const [parent, { expected }] of above)
      for (const policy of expected) {
        const before = level.get(policy)
        const parents = new Set([...(before?.parents ?? []), parent])
        level.set(policy, { parents, expected: before?.expected ?? new Set([policy]) })
      }
  return level.size === 0 ? undefined : [...levels, level]
}

/** §6.1.4 (a), (b). @throws {PkiError} PATH_POLICY: a mapping from or to anyPolicy */
function mapped(
  levels: Level[] | undefined,
  { policyMappings = [], subject }: Pick<Certificate, 'policyMappings' | 'subject'>,
  mayMap: boolean,
): Level[] | undefined {
  if (policyMappings.some((one) => one.issuer === anyPolicy || one.subject === anyPolicy))
    throw new PkiError('PATH_POLICY', `${subject.text} maps any policy`)
  const level = levels?.at(-1)
  if (levels === undefined || level === undefined) return levels
  const targets = new Map<string, Set<string>>()
  for (const { issuer, subject: to } of policyMappings)
    targets.set(issuer, (targets.get(issuer) ?? new Set()).add(to))
  for (const [policy, expected] of targets) {
    const node = level.get(policy)
    if (!mayMap) level.delete(policy)
    else if (node) node.expected = expected
    else if (level.has(anyPolicy)) level.set(policy, { parents: new Set([anyPolicy]), expected })
  }
  return level.size === 0 ? undefined : levels
}

/** Without the nodes from which no way leads to the last level. */
function reaching(levels: readonly Level[]): Level[] {
  let wanted: ReadonlySet<string> = new Set(levels.at(-1)?.keys())
  return levels
    .toReversed()
    .map((level) => {
      const kept: Level = new Map([...level].filter(([policy]) => wanted.has(policy)))
      wanted = new Set([...kept.values()].flatMap(({ parents }) => [...parents]))
      return kept
    })
    .reverse()
}

/** §6.1.5 (g): policies in the issuers' own domains, which is where anyPolicy ended, and among those that the caller takes. */
function constrained(levels: readonly Level[], wanted: readonly string[]): string[] {
  const valid = new Set<string>()
  for (const level of levels)
    for (const [policy, { parents }] of level)
      if (policy !== anyPolicy && parents.has(anyPolicy)) valid.add(policy)
  const hasAny = levels.at(-1)?.has(anyPolicy) === true
  if (wanted.includes(anyPolicy)) return [...(hasAny ? [anyPolicy] : []), ...valid]
  const taken = [...valid].filter((policy) => wanted.includes(policy))
  return hasAny ? [...new Set([...taken, ...wanted])] : taken
}
