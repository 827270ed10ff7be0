/** Examples in the README of a package: what they import is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { filesOf, placeOf } from './reached.ts'
import { isLibrary, workspacesOf } from './workspaces.ts'

const root = resolve(import.meta.dirname, '../..')
const workspaces = workspacesOf(root)
const packed = workspaces.filter((one) => isLibrary(one) || one.name === 'kazashi')

/** The names that the examples of a page import, each with its package. */
const importsIn = (page: string) =>
  [...page.matchAll(/^```js\n(.*?)^```$/gms)].flatMap(([, code = '']) =>
    parseSync('example.js', code).module.staticImports.flatMap(({ entries, moduleRequest }) =>
      entries.map(({ importName }) => ({ from: moduleRequest.value, name: importName.name ?? '' })),
    ),
  )

test.each(packed.map(({ folder, description }) => ({ folder, description })))(
  'packages: $folder has a description and a README, whose examples import what there is',
  async ({ folder, description }) => {
    expect(description).toMatch(/^[A-Z].{20,140}$/)
    const path = join(root, folder, 'README.md')
    expect(existsSync(path)).toBe(true)
    for (const { from, name } of importsIn(readFileSync(path, 'utf8'))) {
      const place = placeOf(workspaces, folder, from)
      const [file = ''] = place ? filesOf(place.target) : []
      const exported: object = await import(
        pathToFileURL(join(root, place?.folder ?? '', file)).href
      )
      expect(Object.keys(exported), `${folder} imports from ${from}`).toContain(name)
    }
  },
)

test('packages: docs/packages.md names for each wish every tarball that npm needs for the first one', () => {
  const page = readFileSync(join(root, 'docs/packages.md'), 'utf8')
  const wishes = [
    ...page.matchAll(/^\| [^`|]*(?:`npx kazashi start`)? +\| ((?:`\w+`,? ?)+) +\|$/gm),
  ]
  const inTarball = (name: string) => name.replace('@kazashi/', '')
  const needed = new Map(packed.map((one) => [inTarball(one.name), Object.keys(one.dependencies)]))
  expect(wishes.length).toBeGreaterThan(5)
  for (const [, cell = ''] of wishes) {
    const named = [...cell.matchAll(/\w+/g)].map(([name]) => name)
    const all = new Set(named.slice(0, 1))
    for (const name of all) {
      // Compiled together.
      if (name === 'kazashi') continue
      for (const one of needed.get(name) ?? [])
        if (needed.has(inTarball(one))) all.add(inTarball(one))
    }
    expect(named.toSorted()).toEqual([...all].toSorted())
  }
})
