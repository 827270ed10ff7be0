import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { licensesOf, licensesPage } from './licenses.ts'

function project(packages: object): string {
  const root = mkdtempSync(join(tmpdir(), 'kazashi-licences-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
  return root
}

test('packages: licences are those of everything below, in the version that npm takes there', () => {
  const root = project({
    'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '1', c: '1' } },
    'node_modules/a/node_modules/b': { version: '1.0.0', license: 'ISC', dependencies: { a: '1' } },
    'node_modules/b': { version: '2.0.0', license: 'MIT' },
    'node_modules/c': { version: '1.0.0', license: '0BSD' },
    'node_modules/other': { version: '1.0.0', license: 'GPL-3.0' },
  })
  const found = licensesOf(root, ['a'])
  expect(found.map(({ name, version, license }) => `${name} ${version} ${license}`)).toEqual([
    'a 1.0.0 MIT',
    'b 1.0.0 ISC',
    'c 1.0.0 0BSD',
  ])
  expect(licensesPage(found)).toContain('| c | 1.0.0 | 0BSD |\n')
})

test('packages: without a licence nothing is packed', () => {
  const root = project({ 'node_modules/a': { version: '1.0.0' } })
  expect(() => licensesOf(root, ['a'])).toThrow('a 1.0.0 states no licence')
})
