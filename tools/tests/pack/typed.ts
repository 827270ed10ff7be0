/** The types of the packages as a strict program of somebody else sees them, nothing of them skipped. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { atAPrompt, type Ended } from '../../at-a-prompt.ts'
import { quoted } from './installed.ts'

const compiler = resolve(import.meta.dirname, '../../../node_modules/.bin/tsc')

/** @param entries that a program imports @param options of the compiler, beside the strict ones */
export function checkTypes(
  folder: string,
  entries: readonly string[],
  options: object,
): Promise<Ended> {
  const imports = entries.map((entry, i) => `export * as e${i} from '${entry}'\n`)
  writeFileSync(join(folder, 'typed.ts'), imports.join(''))
  const compilerOptions = {
    strict: true,
    target: 'ES2022',
    skipLibCheck: false,
    noEmit: true,
    ...options,
  }
  const config = { compilerOptions, files: ['typed.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  return atAPrompt(folder, `${quoted(compiler)} -p .`)
}
