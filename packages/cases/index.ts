/** The catalogue: every good, bad and rare case that a relying party may ask for by name. */
import type { Case, Words } from './case.ts'
import {
  callbackFaults,
  certificateFaults,
  errorFaults,
  idTokenFaults,
  tokenFaults,
  userinfoFaults,
} from './faults.ts'
import { peopleCases } from './people.ts'

export type { Case, Got, Words } from './case.ts'

/** Where a case is made. */
export const caseGroups = {
  person: peopleCases,
  certificate: certificateFaults,
  error: errorFaults,
  callback: callbackFaults,
  token: tokenFaults,
  'id-token': idTokenFaults,
  userinfo: userinfoFaults,
} as const
export type CaseGroup = keyof typeof caseGroups
export type PersonCase = keyof typeof peopleCases
export type CaseOf<Group extends CaseGroup> = keyof (typeof caseGroups)[Group] & string
export type FaultCase = {
  [group in CaseGroup]: group extends 'person' ? never : CaseOf<group>
}[CaseGroup]
export type CaseName = PersonCase | FaultCase

/** The person whose robot answers where a case names none. */
export const everybody: PersonCase = 'adult'
export const plainScope = 'openid'

export interface CaseEntry extends Case {
  readonly name: CaseName
  readonly group: CaseGroup
  readonly scope: string
  readonly resident: Words
}

const goesWell: Words = { ja: 'ログインできます', en: 'The login goes well' }
const nothing: Words = { ja: 'サイトに戻ります', en: 'The browser goes back to the site' }
const residentOf = (group: CaseGroup, { resident, gets }: Case): Words =>
  resident ?? (group === 'person' || gets.at === 'tokens' ? goesWell : nothing)

const namesOf = <Group extends CaseGroup>(group: Group) =>
  Object.entries(caseGroups[group]).map(([name, entry]: [string, Case]) => ({ name, entry }))

/** In the order of the groups. */
export const cases: readonly CaseEntry[] = Object.keys(caseGroups)
  .filter((group) => isGroup(group))
  .flatMap((group) =>
    namesOf(group).flatMap(({ name, entry }) =>
      isCaseName(name)
        ? [{ scope: plainScope, ...entry, name, group, resident: residentOf(group, entry) }]
        : [],
    ),
  )

function isGroup(group: string): group is CaseGroup {
  return Object.hasOwn(caseGroups, group)
}
export const isPersonCase = (name: string): name is PersonCase => Object.hasOwn(peopleCases, name)
export function isCaseName(name: string): name is CaseName {
  return Object.values(caseGroups).some((group) => Object.hasOwn(group, name))
}
export const isCaseOf = <Group extends CaseGroup>(
  group: Group,
  name: string,
): name is CaseOf<Group> => Object.hasOwn(caseGroups[group], name)
export const isFaultCase = (name: string): name is FaultCase =>
  isCaseName(name) && !isPersonCase(name)
export const entryOf = (name: CaseName): CaseEntry => {
  const found = cases.find((one) => one.name === name)
  if (!found) throw new TypeError(`no case ${name}`)
  return found
}
