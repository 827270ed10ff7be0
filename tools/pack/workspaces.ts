/** The workspaces as the packer reads them, and which of them are packages of their own outside. */
import { globSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { z } from 'zod'

/** Target of a condition or a subpath; conditions nest. */
export type Target = string | { readonly [condition: string]: Target }
const Target: z.ZodType<Target> = z.lazy(() => z.union([z.string(), z.record(z.string(), Target)]))
const Names = z.record(z.string(), z.string()).default({})

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string().optional(),
  license: z.string(),
  exports: z.record(z.string(), Target).default({}),
  imports: z.record(z.string(), Target).default({}),
  dependencies: Names,
})
export interface Workspace extends z.infer<typeof Manifest> {
  /** From the root of the project, e.g. `packages/verify`. */
  readonly folder: string
}

/** Subpaths that are there for this project's own tests. */
const isForTests = (subpath: string): boolean => subpath.startsWith('./test-')

const read = (root: string, folder: string) =>
  Manifest.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')))

/** @param root the project's folder @returns packages, parties and the command line */
export function workspacesOf(root: string): Workspace[] {
  return globSync(['{packages,parties}/*/package.json', 'cli/package.json'], { cwd: root })
    .map((path) => posix.dirname(path.split(sep).join('/')))
    .toSorted()
    .map((folder) => {
      const { exports, ...manifest } = read(root, folder)
      const outside = Object.entries(exports).filter(([subpath]) => !isForTests(subpath))
      return { folder, ...manifest, exports: Object.fromEntries(outside) }
    })
}

export const isLibrary = ({ folder }: Pick<Workspace, 'folder'>): boolean =>
  folder.startsWith('packages/')

/** The version of Node that comes by npm. */
export const nodeFromNpm = (root: string): string =>
  z
    .object({ dependencies: z.object({ node: z.string() }) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).dependencies.node
