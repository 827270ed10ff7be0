import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { lockedHosts, strayLines, strays, unlockedOptionals } from './check-tree.ts'

const slash = '/'

test('tree: nothing of anybody’s machine is in it', () => {
  expect(strays(resolve(import.meta.dirname, '..'))).toEqual([])
})

test('tree: a path of somebody’s machine is found with its line, a path of the project is not', () => {
  const text = `import x from './work/y.ts'\n// see ${slash}work/main/README.md\nhttp://host.example/work/3`
  expect(strayLines('a.ts', text).map(({ line }) => line)).toEqual([2])
})

test('tree: a lock file that names its registry is found', () => {
  const entry = (url: string) => `{ "resolved": "${url}" }`
  expect(lockedHosts(entry('https://packages.example/a.tgz'))).toHaveLength(1)
  expect(lockedHosts(entry('packages/card'))).toEqual([])
})

test('tree: a lock file without the builds of a platform is found, npm ci would refuse it', () => {
  const lock = (...names: string[]) =>
    JSON.stringify({
      packages: {
        'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } },
        ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, {}])),
      },
    })
  expect(unlockedOptionals(lock('a-linux', 'a-darwin'))).toEqual([])
  expect(unlockedOptionals(lock('a-linux'))).toEqual(['node_modules/a needs an entry for a-darwin'])
})
