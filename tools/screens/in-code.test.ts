import { expect, test } from 'vitest'
import {
  compare,
  foldersInCode,
  namesTwice,
  shownInCode,
  statesIn,
  untestedFolders,
} from './in-code.ts'
import { androidScreens, iphoneScreens, withoutPicture } from './list.ts'

const all = [...androidScreens, ...iphoneScreens]

test('every place, every state of a procedure and every folder of a screen is on a listed screen, and none is listed that is not there', () => {
  const shown = all.flatMap(({ shows }) => shows)
  expect(compare(shown, shownInCode(), Object.keys(withoutPicture))).toEqual({
    unlisted: [],
    unknown: [],
  })
  // '': the files beside the folders.
  const folders = all.map(({ folder }) => folder)
  const parts = Object.keys(withoutPicture).map((key) => key.replace(/^folder:/, ''))
  expect(compare(folders, [...foldersInCode(), ''], parts)).toEqual({
    unlisted: [],
    unknown: [],
  })
})

test('each exception without a picture is still in the code, and no name stands twice on a face', () => {
  const there = [...shownInCode(), ...foldersInCode().map((name) => `folder:${name}`)]
  expect(compare(Object.keys(withoutPicture), there).unknown).toEqual([])
  expect(namesTwice(androidScreens)).toEqual([])
  expect(namesTwice(iphoneScreens)).toEqual([])
})

test('a difference is named on the side where it is', () => {
  expect(compare(['a', 'b'], ['b', 'c', 'd'], ['d'])).toEqual({ unlisted: ['c'], unknown: ['a'] })
})

test('states are read from types of any shape, and events are not', () => {
  const source = `export type DoorState =
  | { readonly name: 'open' | 'ajar'; readonly since: Date }
  | ({
      readonly name: 'shut'
    } & Locked)
export type DoorEvent = { readonly name: 'knock' }
`
  expect(statesIn(source)).toEqual(['open', 'ajar', 'shut'])
})

test('every folder of a screen has its component, its texts and its test', () => {
  expect(untestedFolders()).toEqual([])
})
