import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { breaches, importsOfTests, mayImport } from './check-imports.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

/** A project with these files, its packages linked as npm links workspaces. */
function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'kazashi-imports-'))
  roots.push(root)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  mkdirSync(join(root, 'node_modules/@kazashi'), { recursive: true })
  for (const name of ['packages/card', 'packages/pki', 'packages/phone', 'parties/authority']) {
    mkdirSync(join(root, name), { recursive: true })
    symlinkSync(join(root, name), join(root, 'node_modules/@kazashi', name.split('/')[1] ?? ''))
  }
  return root
}

test('import rule: the project itself keeps it', () => {
  expect(breaches(resolve(import.meta.dirname, '..'))).toEqual([])
})

test('import rule: every part may import the one class of errors, which imports nothing of ours', () => {
  expect(mayImport('packages/lifecycle/validity.ts', 'packages/errors')).toBe(true)
  expect(mayImport('parties/app/page/phone/device.ts', 'packages/errors')).toBe(true)
  expect(mayImport('packages/errors/index.ts', 'packages/lifecycle')).toBe(false)
})

test('import rule: tests and their builders may use tools, running code may not', () => {
  for (const file of ['packages/pki/path.test.ts', 'packages/pki/test-chain.ts'])
    expect([file, mayImport(file, 'tools/rsa-keys/index.ts')]).toEqual([file, true])
  expect(mayImport('parties/box/tests/small-counter.ts', 'tools/rsa-keys/index.ts')).toBe(true)
  for (const file of [
    'packages/pki/path.ts',
    'packages/pki/latest-chain.ts',
    'parties/box/index.ts',
  ])
    expect([file, mayImport(file, 'tools/rsa-keys/index.ts')]).toEqual([file, false])
})

test('import rule: a package that imports a higher one is a breach, whatever the form of the import', () => {
  const root = project({
    'packages/card/a.ts': "import type { Phone } from '@kazashi/phone'",
    'packages/card/b.ts': "export { x } from '../phone/index.ts'",
    'packages/card/c.ts': "export const load = () => import('@kazashi/pki')",
    'packages/card/d.tsx': "import '@kazashi/authority'",
    'packages/phone/e.ts': "import { openCard } from '@kazashi/card'\nimport 'node:fs'",
  })
  expect(breaches(root).map(({ file, imports }) => `${file} ${imports}`)).toEqual([
    'packages/card/a.ts @kazashi/phone',
    'packages/card/b.ts ../phone/index.ts',
    'packages/card/c.ts @kazashi/pki',
    'packages/card/d.tsx @kazashi/authority',
  ])
})

test('import rule: a subpath that may be imported opens no other one', () => {
  const root = project({
    'packages/card/a.ts': "import * as der from '@kazashi/pki/der'",
    'packages/card/b.ts': "import { parseCrl } from '@kazashi/pki'",
    'packages/card/c.ts': "import '@kazashi/pki/file-key-store'",
  })
  expect(breaches(root).map(({ file }) => file)).toEqual([
    'packages/card/b.ts',
    'packages/card/c.ts',
  ])
})

test('import rule: a party reaches another one by its typed client only', () => {
  const root = project({
    'parties/app/a.ts': "import { authorityPort } from '@kazashi/authority/api'",
    'parties/app/b.ts': "import { createAuthority } from '@kazashi/authority'",
    'parties/app/c.ts': "import '../authority/api/client.ts'",
    'parties/app/d.ts': "import '../authority/database/people.ts'",
  })
  expect(breaches(root).map(({ file }) => file)).toEqual(['parties/app/b.ts', 'parties/app/d.ts'])
})

test('import rule: an unknown package is a breach', () => {
  const root = project({ 'packages/card/a.ts': "import '@kazashi/nobody'" })
  expect(breaches(root)).toHaveLength(1)
})

test('import rule: tests may use tools, cli and bench everything', () => {
  expect(mayImport('packages/card/a.test.ts', 'tools/x.ts')).toBe(true)
  expect(mayImport('packages/card/a.ts', 'tools/x.ts')).toBe(false)
  expect(mayImport('parties/authority/tests/a.ts', 'tools/x.ts')).toBe(true)
  expect(mayImport('cli/a.ts', 'parties/authority/index.ts')).toBe(true)
  expect(mayImport('packages/verify/a.ts', 'packages/phone')).toBe(false)
})

test('import rule: only tests import tests', () => {
  const graph = new Map([
    ['tools/rows.ts', new Set(['parties/app/tests/sandbox.ts', 'tools/map.ts'])],
    ['parties/app/page/a.test.ts', new Set(['parties/app/page/b.test.ts'])],
    ['parties/app/tests/a.test.ts', new Set(['parties/app/tests/sandbox.ts'])],
  ])
  expect(importsOfTests(graph)).toEqual([
    { file: 'tools/rows.ts', imports: 'parties/app/tests/sandbox.ts' },
  ])
})
