/** What a page pays for an entry of a library: all of it, others' packages included, minified and compressed. */
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { rolldown } from 'rolldown'
import { filesOf, isStyle } from './reached.ts'
import { isLibrary, workspacesOf } from './workspaces.ts'

export interface Bundle {
  /** As somebody imports it, e.g. `@kazashi/pki/der`. */
  readonly entry: string
  /** Octets of the code, by gzip. */
  readonly size: number
  /** Modules that no browser has, e.g. `node:crypto`. */
  readonly missing: readonly string[]
}

/** @returns the entries of all libraries, and the file of each */
export const entriesOf = (root: string): { entry: string; file: string }[] =>
  workspacesOf(root)
    .filter(isLibrary)
    .flatMap(({ name, folder, exports }) =>
      Object.entries(exports)
        .filter(([subpath]) => !isStyle(subpath))
        .map(([subpath, target]) => ({
          entry: posix.join(name, subpath),
          file: join(root, folder, filesOf(target)[0] ?? ''),
        })),
    )

/** As a bundler makes it for a page, with everything that the entry exports. @param file its source */
export async function bundleFor(entry: string, file: string): Promise<Bundle> {
  const bundle = await rolldown({
    input: file,
    platform: 'browser',
    // These stay imports of the bundle, and are told by `missing`.
    external: (id) => isBuiltin(id),
    onLog: () => {},
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  const chunks = output.filter((one) => one.type === 'chunk')
  const made = new Set(chunks.map(({ fileName }) => fileName))
  const packed = await Promise.all(chunks.map(({ code }) => promisify(gzip)(code, { level: 9 })))
  const named = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports])
  return {
    entry,
    size: packed.reduce((sum, { length }) => sum + length, 0),
    missing: [...new Set(named)].filter((name) => !made.has(name)).toSorted(),
  }
}
