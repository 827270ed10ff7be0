import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dependenciesOf } from './dependencies.ts'
import { type Course, reach } from './reached.ts'
import type { Workspace } from './workspaces.ts'

function tree(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kazashi-reached-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const workspace = (name: string, more: Partial<Workspace> = {}): Workspace => ({
  name: `@kazashi/${name}`,
  folder: `packages/${name}`,
  version: '1.0.0',
  license: 'Apache-2.0',
  exports: { '.': './index.ts' },
  imports: {},
  dependencies: {},
  ...more,
})
const shop = workspace('shop', {
  imports: { '#till': { browser: './till.browser.ts', default: './till.node.ts' } },
})
const workspaces = [shop, workspace('goods')]

const files = {
  'packages/shop/index.js': `import '#till'; import '@kazashi/goods'; import zod from 'zod'`,
  'packages/shop/index.d.ts': `export type { Price } from './price.js'`,
  'packages/shop/price.d.ts': `import type { Socket } from 'ws'`,
  'packages/shop/till.browser.js': '',
  'packages/shop/till.browser.d.ts': '',
  'packages/shop/till.node.js': `const font = 'some-font/bold.ttf'; import('node:fs')`,
  'packages/shop/till.node.d.ts': '',
  'packages/shop/nobody.js': `import 'nothing'`,
  'packages/goods/index.js': '',
}
const course = (change: Partial<Course>): Course => ({
  tree: tree(files),
  workspaces,
  follow: false,
  types: true,
  ...change,
})
const entry = ['packages/shop/index.js']

test('packages: a library has what its entries reach, for every condition, and the types beside it', () => {
  const { files: found, imported } = reach(course({}), entry)
  const ours = Object.keys(files).filter((name) => name.startsWith('packages/shop/'))
  expect([...found].toSorted()).toEqual(
    ours.filter((name) => !name.endsWith('nobody.js')).toSorted(),
  )
  expect(imported).toEqual(new Set(['@kazashi/goods', 'zod', 'ws']))
})

test('packages: the whole has the files of the packages it is made of, without types', () => {
  const { files: found, imported } = reach(course({ follow: true, types: false }), entry)
  expect([...found].toSorted()).toEqual([
    'packages/goods/index.js',
    'packages/shop/index.js',
    'packages/shop/till.browser.js',
    'packages/shop/till.node.js',
  ])
  expect(imported).toEqual(new Set(['zod']))
})

test('packages: a dependency is what is imported, looked up by its name, or types what a type names', () => {
  const made = course({})
  const reached = reach(made, entry)
  const named = {
    '@kazashi/goods': '1.0.0',
    '@types/ws': '8.0.0',
    'some-font': '1.0.0',
    ws: '8.0.0',
    zod: '4.0.0',
  }
  const declared = { ...named, '@types/zod': '1.0.0', some: '1.0.0', 'some-fon': '1.0.0' }
  const paths = [...reached.files].map((file) => join(made.tree, file))
  expect(dependenciesOf(paths, reached, declared)).toEqual(named)
  const { ws: _, ...without } = named
  expect(() => dependenciesOf(paths, reached, without)).toThrow('ws is imported')
})
