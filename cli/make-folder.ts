/** A folder and those above it, one after the other: Node's own `recursive` never ends where the system says ENOENT inside a folder that is there (/proc). */
import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** @param mode of the folders that are made @throws the system's error */
export function makeFolder(path: string, mode = 0o777): void {
  const missing: string[] = []
  for (let folder = resolve(path); !exists(folder); folder = dirname(folder)) missing.push(folder)
  for (const folder of missing.reverse()) make(folder, mode)
  // A file of that name is in the way: the system says so.
  if (!statSync(path).isDirectory()) mkdirSync(path)
}

/** A link that leads nowhere is there for the system that would make the folder, and not there to walk through: it says EEXIST. */
const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

/** Another program may make it at the same time. */
function make(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    if (!exists(folder)) throw error
  }
}
