/** `node tools/draw-lifecycle.ts`: writes docs/lifecycle.md, the tables of packages/lifecycle as diagrams (Mermaid) and as tables. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  biometricLife,
  cardCertificateLife,
  cardLife,
  phoneApplication,
  phoneCredential,
  phonePlatforms,
  planPhoneChange,
} from '../packages/lifecycle/index.ts'

/** The next state, alone or with its effects. */
type Cell = string | readonly string[]
/** state → event → cell; a missing cell is a refusal. */
type Table = Readonly<Record<string, Readonly<Record<string, Cell | undefined>>>>

interface Life {
  readonly title: string
  /** Its subject, and the rows of the course it belongs to. */
  readonly about: string
  readonly table: Table
}

export const lives: readonly Life[] = [
  {
    title: 'Application',
    about: 'An application that a resident makes on a phone (2-C to 2-E, 3-C, 3-D, 4-A, 5-B3).',
    table: phoneApplication,
  },
  {
    title: 'Phone credential',
    about:
      'The contents of a phone: its certificates and, on an iPhone, the attributes (2-F, 3-E, 3-F, 4-B, 5-A4, 5-B1 to 5-B3).',
    table: phoneCredential,
  },
  {
    title: 'Card',
    about: 'The card in the hand of a resident (5-A4, 5-B1, 5-B2).',
    table: cardLife,
  },
  {
    title: "The card's signing certificate",
    about: 'Once suspended it never becomes good again (5-B2).',
    table: cardCertificateLife.signing,
  },
  {
    title: "The card's user authentication certificate",
    about: 'It may become good again (5-B2).',
    table: cardCertificateLife.authentication,
  },
  {
    title: 'Biometrics on a phone',
    about:
      'A finger or a face in place of the PIN of user authentication, never of the signing password (1-A③). For it the phone keeps a copy of its authentication key.',
    table: biometricLife,
  },
]

interface Step {
  readonly from: string
  readonly event: string
  readonly to: string
  readonly effects: readonly string[]
}

export const stepsOf = (table: Table): Step[] =>
  Object.entries(table).flatMap(([from, cells]) =>
    Object.entries(cells).flatMap(([event, cell]) => {
      const [to, ...effects] = typeof cell === 'string' ? [cell] : (cell ?? [])
      return to === undefined ? [] : [{ from, event, to, effects }]
    }),
  )

/** Mermaid takes no hyphen in a state's id. */
const idOf = (state: string): string => state.replaceAll('-', '_')

/** The first state of a table is where a life begins; one without events is where it ends. */
function diagram(table: Table): string {
  const states = Object.keys(table)
  const steps = stepsOf(table)
  const arrows = new Map<string, string[]>()
  for (const { from, event, to } of steps) {
    const arrow = `${idOf(from)} --> ${idOf(to)}`
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), event])
  }
  const ends = states.filter((state) => steps.every(({ from }) => from !== state))
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states
      .filter((state) => idOf(state) !== state)
      .map((state) => `  state "${state}" as ${idOf(state)}`),
    ...states.slice(0, 1).map((state) => `  [*] --> ${idOf(state)}`),
    ...[...arrows].map(([arrow, events]) => `  ${arrow} : ${events.join(', ')}`),
    ...ends.map((state) => `  ${idOf(state)} --> [*]`),
    '```',
  ].join('\n')
}

function asTable(table: Table): string {
  const rows = stepsOf(table).map(
    ({ from, event, to, effects }) =>
      `| ${from} | ${event} | ${to} | ${effects.join(', ') || '–'} |`,
  )
  return ['| from | event | to | what is done |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** 4-A: which procedures, in their order, for each pair of phones. */
function changes(): string {
  const rows = phonePlatforms.flatMap((from) =>
    phonePlatforms.flatMap((to) =>
      [true, false].map((oldAtHand) => {
        const steps = planPhoneChange({ from, to, oldAtHand }).map(
          ({ row, on }) => `${row} on the ${on} phone`,
        )
        return `| ${from} | ${to} | ${oldAtHand ? 'yes' : 'no'} | ${steps.join(', then ')} |`
      }),
    ),
  )
  return [
    '## Changing phones',
    '',
    'One person has one phone (5-A2), so the credential on the old one ends first; only 4-B does both (4-A).',
    '',
    '| from | to | old one at hand | steps |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const head = `# Lives

Drawn by \`node tools/draw-lifecycle.ts\` from the tables in \`packages/lifecycle\`, which alone decide; not to be edited. An event
that is not there is refused. Effects are carried out in the transaction that stores the new state.
`

export const lifecycleDocs = (): string =>
  [
    head,
    ...lives.map(
      ({ title, about, table }) =>
        `## ${title}\n\n${about}\n\n${diagram(table)}\n\n${asTable(table)}\n`,
    ),
    changes(),
  ].join('\n')

const path = (root: string) => join(root, 'docs/lifecycle.md')
export const isStale = (root: string): boolean =>
  readFileSync(path(root), 'utf8') !== lifecycleDocs()

if (import.meta.main) {
  writeFileSync(path(resolve(import.meta.dirname, '..')), lifecycleDocs())
}
