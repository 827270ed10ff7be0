/** A library of ours as it is installed: its files, and its `package.json`. */
import { copyFileSync, globSync, mkdirSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { dependenciesOf, type Versions } from './dependencies.ts'
import { type Course, compiled, filesOf, isStyle, type Reached, reach } from './reached.ts'
import type { Target, Workspace } from './workspaces.ts'

export interface Planned {
  readonly workspace: Workspace
  readonly reached: Reached
  /** Style sheets and drawings, from the root of the project: what a page is made of beside code. */
  readonly assets: readonly string[]
  readonly dependencies: Versions
}

/** @param root the project's folder @param tree the compiled sources @throws {Error} an import of nothing declared */
export function planLibrary(
  root: string,
  tree: string,
  workspaces: readonly Workspace[],
  workspace: Workspace,
): Planned {
  const course: Course = { tree, workspaces, follow: false, types: true }
  const entries = Object.values(workspace.exports)
    .flatMap(filesOf)
    .filter((path) => !isStyle(path))
    .map((path) => posix.join(workspace.folder, compiled(path)))
  const reached = reach(course, entries)
  const assets = globSync(`${workspace.folder}/**/*.{css,svg}`, {
    cwd: root,
    exclude: (name) => name === 'node_modules',
  }).toSorted()
  const paths = [
    ...[...reached.files].map((file) => join(tree, file)),
    ...assets.filter(isStyle).map((path) => join(root, path)),
  ]
  return {
    workspace,
    reached,
    assets,
    dependencies: dependenciesOf(paths, reached, workspace.dependencies),
  }
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}

/** Puts the files of a library into `stage`. @param root the project's folder @param tree the compiled sources */
export function stageLibrary(
  { workspace, reached, assets }: Planned,
  { root, tree, stage }: { readonly root: string; readonly tree: string; readonly stage: string },
): void {
  const place = (file: string) => join(stage, relative(workspace.folder, file))
  for (const file of assets) copy(join(root, file), place(file))
  for (const file of reached.files) {
    copy(join(tree, file), place(file))
    if (file.endsWith('.js')) copy(join(tree, `${file}.map`), `${place(file)}.map`)
  }
}

/** Each file with the types beside it; the conditions stay. */
function packedTarget(target: Target): Target {
  if (typeof target === 'string') {
    if (isStyle(target)) return target
    const code = compiled(target)
    return { types: code.replace(/\.js$/, '.d.ts'), default: code }
  }
  return Object.fromEntries(
    Object.entries(target).map(([condition, inner]) => [condition, packedTarget(inner)]),
  )
}

const packedTargets = (targets: Readonly<Record<string, Target>>) =>
  Object.fromEntries(Object.entries(targets).map(([name, target]) => [name, packedTarget(target)]))

/** The `package.json` of the tarball, without the commit. */
export function libraryManifest({ workspace, dependencies }: Planned) {
  const { name, version, description, license, exports, imports } = workspace
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    engines: { node: '>=20' },
    sideEffects: false,
    exports: { ...packedTargets(exports), './package.json': './package.json' },
    ...(Object.keys(imports).length > 0 && { imports: packedTargets(imports) }),
    dependencies,
  }
}
