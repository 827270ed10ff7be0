/** What a package has beside its code: README, licence, the licences of others, `package.json` with the commit. */
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { licensesFile } from '../../packages/ui/page-config.ts'
import type { Versions } from './dependencies.ts'
import { licensesOf, licensesPage } from './licenses.ts'
import type { Workspace } from './workspaces.ts'

/** Name of a package of ours → what it depends on. */
export type Known = ReadonlyMap<string, Versions>

/** Everything of others that comes with a package, through those of ours that it needs. */
function fromOthers(name: string, known: Known): string[] {
  const found = new Set([name])
  for (const one of found) {
    for (const dependency of Object.keys(known.get(one) ?? {})) found.add(dependency)
  }
  return [...found].filter((one) => !known.has(one))
}

const inPages = `
What is compiled into the pages has its licences beside them: \`parties/*/page/built/*/${licensesFile}\`.
`

export interface Package {
  readonly workspace: Workspace
  /** Without the commit. */
  readonly manifest: object
  /** With the code in it. */
  readonly stage: string
  readonly hasPages: boolean
}

/** @throws {Error} the workspace has no README or no description, or a package states no licence */
export function addBesideTheCode(
  { workspace, manifest, stage, hasPages }: Package,
  { root, known, gitHead }: { root: string; known: Known; gitHead: string | undefined },
): void {
  const readme = join(root, workspace.folder, 'README.md')
  if (!existsSync(readme)) throw new Error(`${workspace.folder} needs a README.md`)
  if (workspace.description === undefined)
    throw new Error(`${workspace.folder}/package.json needs a description`)
  copyFileSync(readme, join(stage, 'README.md'))
  copyFileSync(join(root, 'LICENSE'), join(stage, 'LICENSE'))
  const licensed = licensesOf(root, fromOthers(workspace.name, known))
  const page = licensesPage(licensed, hasPages ? inPages : '')
  writeFileSync(join(stage, 'THIRD-PARTY-LICENSES.md'), page)
  const whole = { ...manifest, ...(gitHead !== undefined && { gitHead }) }
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(whole, null, 2)}\n`)
}
