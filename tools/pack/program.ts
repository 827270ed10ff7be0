/**
 * `kazashi` as it is installed: everything that runs, in one package. The folders are those of the project, so what looks for a file
 * beside itself finds it; packages of ours are imported by their paths.
 */
import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { sandboxOnly } from '../../packages/serve/security.ts'
import { buildPage, packedPage } from '../../packages/ui/vite.ts'
import { dependenciesOf } from './dependencies.ts'
import type { Planned } from './library.ts'
import { compiled, placeOf, reach } from './reached.ts'
import { rewrite } from './requests.ts'
import { nodeFromNpm, type Target, type Workspace } from './workspaces.ts'

/** Read at run time by their paths. */
const data = ['parties/*/*/migrations/*.sql', 'parties/*/data/*.json']
const entry = 'cli/kazashi.js'
/** Starts with any Node, and is no TypeScript. */
const starter = 'cli/bin.js'

/** @throws {Error} two workspaces want another version of one package */
function declaredBy(workspaces: readonly Workspace[]): Record<string, string> {
  const declared: Record<string, string> = {}
  for (const [name, version] of workspaces.flatMap((one) => Object.entries(one.dependencies))) {
    const other = declared[name]
    if (other !== undefined && other !== version)
      throw new Error(`${name} is wanted as ${other} and as ${version}`)
    declared[name] = version
  }
  return declared
}

export interface Staging {
  readonly root: string
  /** The compiled sources. */
  readonly tree: string
  /** The folder to be packed. */
  readonly stage: string
  readonly workspaces: readonly Workspace[]
  readonly pages: readonly BuiltPage[]
}

/** @param tree the compiled sources */
export function planProgram(root: string, tree: string, workspaces: readonly Workspace[]): Planned {
  const workspace = workspaces.find(({ folder }) => folder === 'cli')
  if (!workspace) throw new Error('there is no cli')
  const reached = reach({ tree, workspaces, follow: true, types: false }, [entry])
  const inside = new Set(workspaces.map(({ name }) => name))
  const others = Object.entries(declaredBy(workspaces)).filter(([name]) => !inside.has(name))
  const dependencies = dependenciesOf(
    [...reached.files].map((file) => join(tree, file)),
    reached,
    Object.fromEntries(others),
  )
  return {
    workspace,
    reached,
    assets: [],
    dependencies: { ...dependencies, node: nodeFromNpm(root) },
  }
}

/** As Node chooses: not the one of browsers. */
const forNode = (target: Target): string =>
  typeof target === 'string' ? target : forNode(target['default'] ?? '')

/** @param specifier in `file` @returns the path to what is ours; everything else as it is */
function asPath(workspaces: readonly Workspace[], file: string, specifier: string): string {
  const place = placeOf(workspaces, file, specifier)
  if (specifier.startsWith('.') || !place) return specifier
  const target = posix.join(place.folder, compiled(forNode(place.target)))
  const path = posix.relative(posix.dirname(file), target)
  return path.startsWith('.') ? path : `./${path}`
}

function copy(from: string, to: string, name: string): void {
  mkdirSync(dirname(join(to, name)), { recursive: true })
  copyFileSync(join(from, name), join(to, name))
}

/** Whether it operates: some are a sandbox's alone. */
const purposesOf = (party: string): readonly boolean[] =>
  sandboxOnly.has(basename(party)) ? [false] : [false, true]

export interface BuiltPage {
  /** Where it is now. */
  readonly built: string
  /** Where the package has it. */
  readonly packed: string
}

/** Of all parties, one after the other. */
export async function buildPages(root: string): Promise<BuiltPage[]> {
  const pages: BuiltPage[] = []
  for (const path of globSync('parties/*/page/index.html', { cwd: root })) {
    const page = dirname(path)
    for (const operating of purposesOf(dirname(page))) {
      const built = await buildPage(join(root, page), { operating })
      pages.push({ built, packed: packedPage(page, operating) })
    }
  }
  return pages
}

/** Puts all files of the package into `stage`, but for its `package.json`. */
export function stageProgram(
  { reached }: Planned,
  { root, tree, stage, workspaces, pages }: Staging,
): void {
  for (const file of reached.files) {
    const text = readFileSync(join(tree, file), 'utf8')
    copy(tree, stage, `${file}.map`)
    const renamed = rewrite(file, text, (specifier) => asPath(workspaces, file, specifier))
    writeFileSync(join(stage, file), renamed)
  }
  for (const name of [starter, ...globSync(data, { cwd: root })]) copy(root, stage, name)
  for (const { built, packed } of pages) cpSync(built, join(stage, packed), { recursive: true })
}

export function programManifest({ workspace, dependencies }: Planned) {
  const { name, version, description, license } = workspace
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    engines: { node: '>=20' },
    bin: { kazashi: starter },
    // The name by which a program starts it.
    exports: { './bin.js': `./${starter}`, './package.json': './package.json' },
    dependencies,
  }
}
