import { resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { duties } from '../packages/pki/duties/table.ts'
import type { RelyingPartyCode } from '../parties/app/page/faults/codes.ts'
import {
  type FaultCode,
  iphoneOnly,
  sameAs,
  toldAsUnexpected,
} from '../parties/app/page/faults/codes.ts'
import { ja } from '../parties/app/page/faults/ja.ts'
import { serverFaults, terminalFaults } from '../parties/clinic/page/terminal/fault.ts'
import { toldAs } from '../parties/portal/page/direct/refusal-codes.ts'
import type { PortalCode, SessionCode } from '../parties/portal/problems.ts'
import {
  codeTables,
  givenIn,
  neverGiven,
  neverThere,
  ownClasses,
  tablesIn,
} from './refusal-codes.ts'

const root = resolve(import.meta.dirname, '..')
const program = (source: string) => parseSync('a.ts', source).program

/** In tables, and of the pages themselves. */
const known = new Set([
  ...codeTables(root).flatMap(({ codes }) => codes),
  ...Object.keys(ja.words),
  ...Object.keys(sameAs),
  ...iphoneOnly,
  ...toldAsUnexpected,
  ...Object.keys(toldAs),
  ...serverFaults,
  ...terminalFaults,
  // Of findings, not of refusals.
  ...Object.keys(duties),
])

/** Variables of the environment, errors of browsers and libraries, and words that tests of the tools themselves make up. */
const noCode = (text: string) =>
  /^(KAZASHI|XDG|ERR|WS_ERR|FST|UND|STUB|NAMED)_|^ABORT_ERR$/.test(text)

describe('CONTRIBUTING a code stands in a table, and something gives it', () => {
  test('CONTRIBUTING the tables of all packages and parties are found', () => {
    expect(
      codeTables(root)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([
      'accountProblems',
      'applicationProblems',
      'boxProblems',
      'cardCommandErrors',
      'cardErrors',
      'checkErrors',
      'classEntryErrors',
      'classProblems',
      'commonProblems',
      'corpusErrors',
      'deskErrors',
      'deviceErrors',
      'documentErrors',
      'eligibilityProblems',
      'embeddedErrors',
      'fileErrors',
      'gateErrors',
      'holdingsProblems',
      'machineProblems',
      'mdocErrors',
      'migrationErrors',
      'operatingErrors',
      'operatorErrors',
      'phoneCommandErrors',
      'phoneErrors',
      'pkiErrors',
      'presentationErrors',
      'recognitionErrors',
      'requestProblems',
      'roleTokenErrors',
      'sandboxProblems',
      'scenarioErrors',
      'sharedProblems',
      'shopProblems',
      'signProblems',
      'signaturesProblems',
      'signingProblems',
      'siteProblems',
      'siteStartErrors',
      'staffProblems',
      'startErrors',
      'statementsProblems',
      'testingErrors',
      'validityErrors',
      'verifyErrors',
      'visitProblems',
      'walletProblems',
    ])
  })

  test('CONTRIBUTING every code of every table is given by something', () => {
    expect(neverGiven(root)).toEqual([])
  })

  test('CONTRIBUTING no test waits for a code that nobody has', () => {
    expect(neverThere(root, known, noCode)).toEqual([])
  })

  test('CONTRIBUTING there is one class of errors', () => {
    expect(ownClasses(root)).toEqual([])
  })
})

test('CONTRIBUTING the app knows every code that a relying party may answer to a login', () => {
  // The phone shows no session: nobody tells it that it is not logged in, or how a login by the gate went at the portal.
  expectTypeOf<Exclude<PortalCode, SessionCode>>().toExtend<FaultCode>()
  expectTypeOf<RelyingPartyCode>().toExtend<PortalCode>()
})

describe('CONTRIBUTING how codes are found', () => {
  test('CONTRIBUTING a table is an object of codes whose name says so, with any text behind it', () => {
    const source = `
      export const stubErrors = { STUB_ONE: { clause: '' }, STUB_TWO: {} } as const satisfies Table
      const words = { STUB_THREE: '' }`
    expect(tablesIn('a.ts', program(source))).toEqual([
      { name: 'stubErrors', file: 'a.ts', codes: ['STUB_ONE', 'STUB_TWO'] },
    ])
  })

  test('CONTRIBUTING a comparison, a key, a label and a type give no code; a value does', () => {
    const source = `
      type A = 'STUB_TYPE'
      const table = { STUB_KEY: 'STUB_VALUE' } as const
      if (code === 'STUB_COMPARED') throw new CardError(gone ? 'STUB_THROWN' : other)
      switch (code) { case 'STUB_LABEL': report('STUB_IN_CASE') }`
    expect([...givenIn(program(source))]).toEqual(['STUB_VALUE', 'STUB_THROWN', 'STUB_IN_CASE'])
  })
})
