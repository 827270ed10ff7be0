/** The sources as JavaScript and `.d.ts`, by the compiler that checks them: a file for each file, under the same path. */
import { execFile } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { rewrite } from './requests.ts'

const root = resolve(import.meta.dirname, '../..')

/** `./trust.ts` → `./trust.js`; TypeScript does it in code, and leaves the types as they were written. */
export const asJavaScript = (specifier: string): string =>
  specifier.startsWith('.') ? specifier.replace(/(?<!\.d)\.tsx?$/, '.js') : specifier

/** The source is in the map itself, so it needs a name, and no path of this machine. */
function nameSource(map: string): string {
  const known = z
    .looseObject({ sources: z.array(z.string()), sourcesContent: z.array(z.string()) })
    .parse(JSON.parse(map))
  return JSON.stringify({ ...known, sources: known.sources.map((path) => basename(path)) })
}

function change(folder: string, pattern: string, to: (path: string, text: string) => string): void {
  for (const name of globSync(pattern, { cwd: folder })) {
    const path = join(folder, name)
    writeFileSync(path, to(path, readFileSync(path, 'utf8')))
  }
}

/** @throws {Error} with what the compiler says */
async function tsc(config: string, ...args: readonly string[]): Promise<void> {
  const program = join(root, 'node_modules/.bin/tsc')
  const project = join(import.meta.dirname, config)
  await promisify(execFile)(program, ['-p', project, ...args]).catch(
    ({ stdout }: { stdout: string }) => {
      throw new Error(`the packages do not compile (${config}):\n${stdout}`)
    },
  )
}

/**
 * Everything is compiled without a check, since `npm run check` has one. Libraries are checked beside it for what that one lets pass:
 * a function that Node 20 lacks, and types that cannot be written down.
 * @param out an empty folder @throws {Error} with what the compiler says
 */
export async function compile(out: string): Promise<void> {
  await Promise.all([tsc('tsconfig.json', '--outDir', out), tsc('tsconfig.libraries.json')])
  change(out, '**/*.d.ts', (path, text) => rewrite(path, text, asJavaScript))
  change(out, '**/*.js.map', (_, text) => nameSource(text))
}
