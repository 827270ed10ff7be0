/** From the sources to tarballs that npm installs: one for each library, and `kazashi` with everything that runs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addBesideTheCode, type Package } from './beside-the-code.ts'
import { commitOf } from './commit.ts'
import { compile } from './compile.ts'
import { libraryManifest, planLibrary, stageLibrary } from './library.ts'
import { buildPages, planProgram, programManifest, stageProgram } from './program.ts'
import { makeTarballs, type Tarball } from './tarballs.ts'
import { isLibrary, workspacesOf } from './workspaces.ts'

/**
 * @param root the project's folder @param out folder for the tarballs
 * @throws {Error} the sources do not compile, or a package is not complete
 */
export async function pack(root: string, out: string): Promise<Tarball[]> {
  const work = mkdtempSync(join(tmpdir(), 'kazashi-pack-'))
  try {
    return await makeTarballs(await stageAll(root, work), out)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param work an empty folder @returns the folders to be packed */
async function stageAll(root: string, work: string): Promise<string[]> {
  const tree = join(work, 'tree')
  const stageOf = ({ folder }: { folder: string }) => join(work, 'stages', folder)
  const [gitHead, pages] = await Promise.all([commitOf(root), buildPages(root), compile(tree)])
  const workspaces = workspacesOf(root)
  const libraries = workspaces
    .filter(isLibrary)
    .map((one) => planLibrary(root, tree, workspaces, one))
  const program = planProgram(root, tree, workspaces)
  const known = new Map(
    [...libraries, program].map(({ workspace, dependencies }) => [workspace.name, dependencies]),
  )
  const packages: Package[] = libraries.map((planned) => {
    const { workspace } = planned
    const stage = stageOf(workspace)
    stageLibrary(planned, { root, tree, stage })
    return { workspace, stage, manifest: libraryManifest(planned), hasPages: false }
  })
  const stage = stageOf(program.workspace)
  stageProgram(program, { root, tree, stage, workspaces, pages })
  const manifest = programManifest(program)
  packages.push({ workspace: program.workspace, stage, manifest, hasPages: true })
  for (const one of packages) addBesideTheCode(one, { root, known, gitHead })
  return packages.map((one) => one.stage)
}
