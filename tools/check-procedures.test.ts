import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { mixedProcedures } from './check-procedures.ts'
import { importGraph } from './import-graph.ts'

const page = 'parties/app/page'
const graphOf = (files: Readonly<Record<string, readonly string[]>>) =>
  new Map(
    Object.entries(files).map(([file, targets]) => [
      `${page}/${file}`,
      new Set(targets.map((target) => `${page}/${target}`)),
    ]),
  )
const places = { 'places.ts': ['apply/place.tsx', 'login/place.tsx', 'place-name.ts'] }

test('procedures: one that imports another, and a shared folder or the app that imports one, are breaches', () => {
  const graph = graphOf({
    ...places,
    'apply/place.tsx': ['apply/table.ts', 'card/held-card.ts', 'place-name.ts'],
    'login/place.tsx': ['apply/applied/texts.ts'],
    'card/held-card.ts': ['apply/table.ts'],
    'app.tsx': ['places.ts', 'login/table.ts'],
  })
  expect(mixedProcedures(graph).map((sentence) => sentence.split(':')[0])).toEqual([
    `${page}/login/place.tsx imports ${page}/apply/applied/texts.ts`,
    `${page}/card/held-card.ts imports ${page}/apply/table.ts`,
    `${page}/app.tsx imports ${page}/login/table.ts`,
  ])
})

test('procedures: tests may look into every procedure, and everybody imports what is shared', () => {
  const graph = graphOf({
    ...places,
    'step-line.test.ts': ['apply/table.ts', 'login/table.ts'],
    'login/place.tsx': ['login/table.ts', 'card/held-card.ts'],
    'card/held-card.ts': ['phone/device.ts'],
  })
  expect(mixedProcedures(graph)).toEqual([])
})

test('procedures: the app itself keeps them apart', () => {
  expect(mixedProcedures(importGraph(resolve(import.meta.dirname, '..')))).toEqual([])
})
