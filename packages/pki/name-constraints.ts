/** Name constraints (RFC 5280 §4.2.1.10, §6.1.3 (b), (c)): of directories, hosts, mailboxes, URIs and addresses, critical or not. */
import type { Certificate } from './certificate.ts'
import type { NameConstraints } from './constraint-extensions.ts'
import { PkiError } from './errors.ts'
import type { GeneralName } from './general-name.ts'
import { isNameWithin, parseName, rdnKeys } from './name.ts'
import { oids } from './oids.ts'

/** Names and subtrees compared for one path: more is made to keep a verifier at work (the number is BoringSSL's). */
const mostComparisons = 1_048_576

/** A type of name that can be compared has its `kind`; of the others the tag. */
const kindOf = (name: Compared): string =>
  name.kind === 'unread' ? `[${(name.whole[0] ?? 0) & 0x1f}]` : name.kind

/** All names that constraints apply to. */
function namesOf({ subject, subjectAltNames, extensions }: Certificate): GeneralName[] {
  const names = [...subjectAltNames]
  if (subject.rdns.length > 0) names.push({ kind: 'directoryName', name: subject.der })
  // Only where there is no subjectAltName (RFC 5280 §4.2.1.10).
  if (!extensions.some(({ oid }) => oid === oids.subjectAltName))
    for (const [type, value] of subject.attributes)
      if (type === 'emailAddress') names.push({ kind: 'email', value })
  return names
}

/** Host names as they may be written: letters, digits, hyphens, underscores; a leading wildcard label in a name. */
const isHost = (text: string): boolean =>
  text.length <= 253 && /^(?:\*\.)?(?:[\w-]{1,63}\.)*[\w-]{1,63}$/.test(text)

/** Is a host at or below `base`? A base with a leading dot has hosts below it only. */
function isBelow(host: string, base: string): boolean {
  const [name, domain] = [host.toLowerCase(), base.toLowerCase()]
  if (domain === '') return true
  return domain.startsWith('.') ? name.endsWith(domain) : name.endsWith(`.${domain}`)
}
const isHostOrBelow = (host: string, base: string): boolean =>
  host.toLowerCase() === base.toLowerCase() || isBelow(host, base)
const isHostOrInDomain = (host: string, base: string): boolean =>
  base.startsWith('.') ? isBelow(host, base) : host.toLowerCase() === base.toLowerCase()

/** @throws {PkiError} PATH_NAME: that is no such name */
const refuse = (what: string): never => {
  throw new PkiError('PATH_NAME', what)
}

/** A wildcard stands for every name that it could: within a permitted subtree with all of them, in an excluded one with any. */
function isDnsWithin(name: string, base: string, permitted: boolean): boolean {
  if (!isHost(name)) return refuse(`no host name: ${name}`)
  if (base.startsWith('.') || (base !== '' && !isHost(base))) return refuse(`no domain: ${base}`)
  if (!name.startsWith('*.')) return isHostOrBelow(name, base)
  const parent = name.slice(2)
  if (isHostOrBelow(parent, base)) return true
  return !permitted && base.toLowerCase().endsWith(`.${parent.toLowerCase()}`)
}

function isMailWithin(address: string, base: string): boolean {
  const at = address.indexOf('@')
  if (at < 1 || !isHost(address.slice(at + 1))) return refuse(`no mailbox: ${address}`)
  if (!base.includes('@')) return isHostOrInDomain(address.slice(at + 1), base)
  const baseAt = base.lastIndexOf('@')
  return (
    address.slice(0, at) === base.slice(0, baseAt) &&
    address.slice(at + 1).toLowerCase() === base.slice(baseAt + 1).toLowerCase()
  )
}

function isUriWithin(uri: string, base: string): boolean {
  const authority = /^[A-Za-z][\w+.-]*:\/\/([^/?#]*)/.exec(uri)?.[1]
  const host = authority?.replace(/^.*@/, '').replace(/:\d*$/, '')
  // An address is no host name: constraints cannot be met (RFC 5280 §4.2.1.10).
  if (host === undefined || !isHost(host) || /^[\d.]+$/.test(host))
    return refuse(`a URI without a host name: ${uri}`)
  return isHostOrInDomain(host, base)
}

function isAddressWithin(address: Uint8Array, network: Uint8Array): boolean {
  if (network.length !== 2 * address.length) return false
  return address.every((octet, i) => {
    const mask = network[address.length + i] ?? 0
    return (octet & mask) === ((network[i] ?? 0) & mask)
  })
}

/** A name that is read once and compared often. */
type Compared =
  | Exclude<GeneralName, { kind: 'directoryName' }>
  | { readonly kind: 'directoryName'; readonly rdns: readonly string[] }

const compared = (name: GeneralName): Compared =>
  name.kind === 'directoryName'
    ? { kind: 'directoryName', rdns: rdnKeys(parseName(name.name)) }
    : name

/** @throws {PkiError} PATH_NAME: names of this kind cannot be compared */
function isWithin(name: Compared, base: Compared, permitted: boolean): boolean {
  switch (name.kind) {
    case 'dns':
      return base.kind === 'dns' && isDnsWithin(name.value, base.value, permitted)
    case 'email':
      return base.kind === 'email' && isMailWithin(name.value, base.value)
    case 'uri':
      return base.kind === 'uri' && isUriWithin(name.value, base.value)
    case 'ip':
      return base.kind === 'ip' && isAddressWithin(name.octets, base.octets)
    case 'directoryName':
      return base.kind === 'directoryName' && isNameWithin(name.rdns, base.rdns)
    default:
      return refuse('a constraint on names of a kind that is not compared')
  }
}

/** By kind. */
type Bases = ReadonlyMap<string, readonly Compared[]>
function basesOf(names: readonly GeneralName[]): Bases {
  const bases = new Map<string, Compared[]>()
  for (const one of names.map(compared)) {
    const alike = bases.get(kindOf(one))
    if (alike) alike.push(one)
    else bases.set(kindOf(one), [one])
  }
  return bases
}

/** What the CAs above leave to a certificate's names; one for each path. */
export class NameLimits {
  readonly #limits: {
    readonly permitted: Bases
    readonly excluded: Bases
    readonly size: number
  }[] = []
  #comparisons = 0

  /** From a CA certificate, for those below it. */
  add({ permitted, excluded }: NameConstraints): void {
    const size = permitted.length + excluded.length
    this.#limits.push({ permitted: basesOf(permitted), excluded: basesOf(excluded), size })
  }

  /** @throws {PkiError} PATH_NAME, PATH_WORK_LIMIT */
  check(certificate: Certificate): void {
    if (this.#limits.length === 0) return
    const names = namesOf(certificate)
    for (const { size } of this.#limits) this.#comparisons += names.length * size
    if (this.#comparisons > mostComparisons)
      throw new PkiError('PATH_WORK_LIMIT', `over ${mostComparisons} names to compare`)
    for (const name of names) {
      const one = compared(name)
      for (const { permitted, excluded } of this.#limits) {
        if (basesFor(one, excluded).some((base) => isWithin(one, base, false)))
          refuse(`an excluded name: ${shown(name)}`)
        const allowed = basesFor(one, permitted)
        if (allowed.length > 0 && !allowed.some((base) => isWithin(one, base, true)))
          refuse(`a name outside of what is permitted: ${shown(name)}`)
      }
    }
  }
}

const basesFor = (name: Compared, bases: Bases): readonly Compared[] =>
  bases.get(kindOf(name)) ?? []

function shown(name: GeneralName): string {
  if (name.kind === 'directoryName') return parseName(name.name).text
  return 'value' in name && typeof name.value === 'string' ? name.value : name.kind
}
