/** Exit codes of every command. Wrong usage: what was typed can never work; refused or failed: it was tried. */
import { z } from 'zod'

export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  /** 128 and the number of SIGINT, as shells tell it. */
  interrupted: 130,
} as const

export const exitCodeWords = `Exit codes: 0 done; 1 refused or failed, with a code and the next step on standard error; 2 wrong usage;
130 interrupted by Ctrl-C.`

/** Codes of errors that are no failure; all others are. */
const kinds: Readonly<Record<string, keyof typeof exitCodes>> = {
  SCENARIO_UNKNOWN: 'usage',
  CHECK_CASE_UNKNOWN: 'usage',
  READER_NOT_USED: 'usage',
  SECRET_FORM: 'usage',
  SECRET_MISSING: 'usage',
  PURPOSE_MISSING: 'usage',
  SANDBOX_PUBLIC: 'usage',
  ORIGINS_NOT_HTTPS: 'usage',
  CLASS_PASSWORD_MISSING: 'usage',
  INSTRUCTOR_TOKEN_MISSING: 'usage',
  INTERRUPTED: 'interrupted',
}

const Coded = z.object({ code: z.string() })

export function exitCodeOf(error: unknown): number {
  const code = Coded.safeParse(error).data?.code ?? ''
  return exitCodes[(Object.hasOwn(kinds, code) && kinds[code]) || 'failed']
}

/** @param code of commander's own error: 0 for help and version */
export const exitCodeOfUsage = (code: number): number =>
  code === 0 ? exitCodes.done : exitCodes.usage
