/** Errors on the command line: code, what happened, and the next step, on standard error; and the exit code by its kind. */
import { CodedError } from '@kazashi/errors'
import { z } from 'zod'
import { exitCodeOf } from './exit-codes.ts'
import { asFileError } from './file-error.ts'
import { inWords } from './next-steps.ts'

/** Fields of every refusal. Packages name the next step by a key, which the command line puts into words; a party has words itself. */
const Typed = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
  message: z.string(),
  next: z.union([z.string(), z.object({ en: z.string() }).transform(({ en }) => en)]).optional(),
  detail: z.string().optional(),
})

/** The stack of an error and of its causes: nothing else that hangs on it, which can be a connection with its password. */
function stackOf(error: unknown): string {
  const seen = new Set<unknown>()
  const stacks: string[] = []
  for (let one = error; one !== undefined && !seen.has(one); ) {
    seen.add(one)
    stacks.push(one instanceof Error ? (one.stack ?? String(one)) : String(one))
    one = one instanceof Error ? one.cause : undefined
  }
  return stacks.join('\nCaused by: ')
}

/** Where KAZASHI_DEBUG is set, with the stack. An error that is not ours is printed with it in any case. */
export function reportError(thrown: unknown): void {
  const error = asFileError(thrown)
  process.exitCode = exitCodeOf(error)
  const typed = Typed.safeParse(error)
  if (!typed.success) {
    console.error(stackOf(error))
    return
  }
  const { code, message, detail, next } = typed.data
  const told = error instanceof CodedError ? undefined : detail
  const what = told ?? message.replace(new RegExp(`^${code}:? ?`), '')
  console.error(what === '' ? code : `${code}: ${what}`)
  if (next !== undefined) console.error(`Next: ${inWords(next)}`)
  if (process.env['KAZASHI_DEBUG']) console.error(stackOf(error))
}
