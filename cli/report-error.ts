/** Errors on the command line: code, what happened, and the next step, on standard error; exit code 1. */
import { z } from 'zod'
import { nextSteps } from './next-steps.ts'

/** What every typed error of ours has. Packages name the next step by a key, the command line says it in words. */
const Typed = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
  message: z.string(),
  next: z.string().optional(),
  detail: z.string().optional(),
})

const words: Readonly<Record<string, string>> = nextSteps

/** Where KAZASHI_DEBUG is set, with the stack and the cause. An error that is none of ours is printed whole. */
export function reportError(error: unknown): void {
  const typed = Typed.safeParse(error)
  if (!typed.success) {
    console.error(error)
    process.exitCode = 1
    return
  }
  const { code, message, detail, next } = typed.data
  const what = detail ?? message.replace(new RegExp(`^${code}:? ?`), '')
  console.error(what === '' ? code : `${code}: ${what}`)
  if (next !== undefined) console.error(`Next: ${words[next] ?? next}`)
  if (process.env['KAZASHI_DEBUG'] && error instanceof Error)
    console.error(error.stack, error.cause)
  process.exitCode = 1
}
