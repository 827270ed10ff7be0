/** The places, the states of procedures and the folders of screens that the app's code has, for the list to be compared with. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { placeNames } from '../../parties/app/page/place-name.ts'
import type { ListedScreen } from './list.ts'

const page = join(import.meta.dirname, '../../parties/app/page')

/** A type `…State` of a procedure ends before the next line that begins at the margin with another word. */
const stateType = /^export type \w*State =\n?((?:[ ].*\n|.*\n(?=[ ]))*)/gm

/** @param source of a procedure's table @returns the names of its states */
export function statesIn(source: string): string[] {
  const types = [...source.matchAll(stateType)].map(([text]) => text)
  const members = types.flatMap((text) => [...text.matchAll(/readonly name:([^\n;}]+)/g)])
  return members.flatMap(([, names = '']) =>
    [...names.matchAll(/'([^']+)'/g)].flatMap(([, name]) => name ?? []),
  )
}

const filesNamed = (pattern: string): string[] =>
  globSync(pattern, { cwd: page }).map((path) => path.split(sep).join('/'))

/** Everything that has to be on a picture: `place:NAME`, `PROCEDURE:STATE`; a procedure is named by its folder. */
export function shownInCode(): string[] {
  const states = filesNamed('*/table.ts').flatMap((file) =>
    statesIn(readFileSync(join(page, file), 'utf8')).map(
      (state) => `${posix.dirname(file)}:${state}`,
    ),
  )
  return [...new Set([...placeNames.map((place) => `place:${place}`), ...states])]
}

const withScreen = (): string[] => [
  ...new Set(filesNamed('**/{screen,place}.tsx').map((file) => posix.dirname(file))),
]

/** Folders of the page with a screen in them, and the one for a place that is being opened. */
export const foldersInCode = (): string[] => [...withScreen(), 'opening']

/** Folders with a screen, or a part of one, and without a test of their own. */
export const untestedFolders = (): string[] => [
  ...new Set(
    filesNamed('**/{screen,place,part,note}.tsx')
      .map((file) => posix.dirname(file))
      .filter((name) => !existsSync(join(page, name, 'screen.test.tsx'))),
  ),
]

export interface Difference {
  /** In the code and not in the list. */
  readonly unlisted: readonly string[]
  /** In the list and not in the code. */
  readonly unknown: readonly string[]
}

/** @param allowed in the code, and rightly not in the list */
export function compare(
  listed: Iterable<string>,
  inCode: Iterable<string>,
  allowed: readonly string[] = [],
): Difference {
  const [list, code] = [new Set(listed), new Set(inCode)]
  return {
    unlisted: [...code].filter((one) => !list.has(one) && !allowed.includes(one)),
    unknown: [...list].filter((one) => !code.has(one)),
  }
}

export const namesTwice = (screens: readonly ListedScreen[]): string[] => {
  const names = screens.map(({ name }) => name)
  return names.filter((name, index) => names.indexOf(name) !== index)
}
