/** The compiled files that somebody can reach from some entries, and the packages that those files name. */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { specifiersOf } from '../imports-of.ts'
import { packageNameOf } from './requests.ts'
import type { Target, Workspace } from './workspaces.ts'

export interface Reached {
  /** Paths in the compiled tree, without maps. */
  readonly files: ReadonlySet<string>
  /** Packages that are imported: of others, and of ours where `follow` leaves them out. */
  readonly imported: ReadonlySet<string>
  /** Those that types import. */
  readonly typed: ReadonlySet<string>
}

/** Every file that a target leads to, whatever the conditions. */
export const filesOf = (target: Target): string[] =>
  typeof target === 'string' ? [target] : Object.values(target).flatMap(filesOf)

/** A style sheet is itself, and has no types. */
export const isStyle = (path: string): boolean => path.endsWith('.css')

export const compiled = (path: string): string => path.replace(/\.tsx?$/, '.js')
const typesOf = (path: string): string => path.replace(/\.js$/, '.d.ts')

/** A file of ours that a name stands for, by conditions. */
interface Place {
  readonly folder: string
  readonly target: Target
}

/** What a specifier of `file` that is no path leads to, if that is ours: `#crypto`, `@kazashi/card/pcsc`. */
export function placeOf(
  workspaces: readonly Workspace[],
  file: string,
  specifier: string,
): Place | undefined {
  const own = workspaces.find(({ folder }) => file.startsWith(`${folder}/`))
  const inner = own?.imports[specifier]
  if (own && inner !== undefined) return { folder: own.folder, target: inner }
  const named = workspaces.find(({ name }) => name === packageNameOf(specifier))
  const target = named?.exports[`.${specifier.slice(named.name.length)}`]
  return named && target !== undefined ? { folder: named.folder, target } : undefined
}

export interface Course {
  /** The folder of the compiled tree. */
  readonly tree: string
  readonly workspaces: readonly Workspace[]
  /** Into the packages of ours as well, or up to their names. */
  readonly follow: boolean
  /** Types beside the code. */
  readonly types: boolean
}

function targetsOf(course: Course, file: string, specifier: string): string[] {
  if (specifier.startsWith('.')) return [posix.join(posix.dirname(file), specifier)]
  if (!course.follow && !specifier.startsWith('#')) return []
  const place = placeOf(course.workspaces, file, specifier)
  if (!place) return []
  return filesOf(place.target).map((path) => posix.join(place.folder, compiled(path)))
}

/** @param entries compiled files @throws {Error} a file is not there */
export function reach(course: Course, entries: readonly string[]): Reached {
  const files = new Set<string>()
  const imported = new Set<string>()
  const typed = new Set<string>()
  const waiting = [...entries]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    const path = join(course.tree, file)
    if (!existsSync(path)) throw new Error(`${file} has not been compiled`)
    files.add(file)
    const isTypes = file.endsWith('.d.ts')
    if (course.types && !isTypes) waiting.push(typesOf(file))
    for (const specifier of specifiersOf(path, readFileSync(path, 'utf8'))) {
      const targets = targetsOf(course, file, specifier)
      waiting.push(...targets.map((target) => (isTypes ? typesOf(target) : target)))
      const name = packageNameOf(specifier)
      if (targets.length > 0 || name === undefined) continue
      imported.add(name)
      if (isTypes) typed.add(name)
    }
  }
  return { files, imported, typed }
}
