/** Folders as tarballs, in npm's own form: sorted, no owner, no time, so that the same files are the same octets. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

export interface Tarball {
  readonly name: string
  readonly version: string
  /** Absolute. */
  readonly path: string
  /** Octets. */
  readonly size: number
  /** SHA-256, hex. */
  readonly digest: string
}

const Packed = z.array(z.object({ filename: z.string(), name: z.string(), version: z.string() }))
/** Octets: npm lists every file. */
const longestList = 64 * 1024 * 1024

/** @param out made where there is none; a tarball of the same name is replaced */
export async function makeTarballs(folders: readonly string[], out: string): Promise<Tarball[]> {
  mkdirSync(out, { recursive: true })
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', out, ...folders]
  const { stdout } = await promisify(execFile)('npm', args, { maxBuffer: longestList })
  return Packed.parse(JSON.parse(stdout)).map(({ filename, name, version }) => {
    const path = join(out, basename(filename))
    const content = readFileSync(path)
    const digest = createHash('sha256').update(content).digest('hex')
    return { name, version, path, size: content.length, digest }
  })
}
