/** A library of ours as it is installed: its files, and its `package.json`. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { dependenciesOf, type Versions } from './dependencies.ts'
import { type Course, compiled, filesOf, type Reached, reach } from './reached.ts'
import type { Target, Workspace } from './workspaces.ts'

export interface Planned {
  readonly workspace: Workspace
  readonly reached: Reached
  readonly dependencies: Versions
}

/** @param tree the compiled sources @throws {Error} an import of nothing declared */
export function planLibrary(
  tree: string,
  workspaces: readonly Workspace[],
  workspace: Workspace,
): Planned {
  const course: Course = { tree, workspaces, follow: false, types: true }
  const entries = Object.values(workspace.exports)
    .flatMap(filesOf)
    .map((path) => posix.join(workspace.folder, compiled(path)))
  const reached = reach(course, entries)
  return { workspace, reached, dependencies: dependenciesOf(tree, reached, workspace.dependencies) }
}

/** Puts the code of a library into `stage`. @param tree the compiled sources */
export function stageLibrary({ workspace, reached }: Planned, tree: string, stage: string): void {
  for (const file of reached.files) {
    const to = join(stage, relative(workspace.folder, file))
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(join(tree, file), to)
    if (file.endsWith('.js')) copyFileSync(join(tree, `${file}.map`), `${to}.map`)
  }
}

/** Each file with the types beside it; the conditions stay. */
function packedTarget(target: Target): Target {
  if (typeof target === 'string') {
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
