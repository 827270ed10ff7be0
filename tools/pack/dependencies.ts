/** The dependencies of a tarball: what its files name, by the versions that the workspaces pin. */
import { readFileSync } from 'node:fs'
import type { Reached } from './reached.ts'

export type Versions = Readonly<Record<string, string>>

/** Packages with the types of another. */
const types = '@types/'

const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/**
 * A declared package is one of them where a file imports it, or has a text that begins with its name (what is looked up by a path);
 * `@types/ws` where the types name `ws`.
 * @param paths of all files, style sheets among them
 * @param declared by the workspaces whose files these are @throws {Error} an import of nothing declared
 */
export function dependenciesOf(
  paths: readonly string[],
  reached: Pick<Reached, 'imported' | 'typed'>,
  declared: Versions,
): Versions {
  for (const name of reached.imported) {
    if (declared[name] === undefined)
      throw new Error(`${name} is imported and is no dependency of the package`)
  }
  const texts = paths.map((path) => readFileSync(path, 'utf8'))
  const isNamed = (name: string) => {
    const text = new RegExp(`['"\`]${escaped(name)}(?=['"\`/])`)
    const isTypes = name.startsWith(types) && reached.typed.has(name.slice(types.length))
    return isTypes || reached.imported.has(name) || texts.some((one) => text.test(one))
  }
  return Object.fromEntries(
    Object.entries(declared)
      .filter(([name]) => isNamed(name))
      .toSorted(([a], [b]) => a.localeCompare(b, 'en')),
  )
}
