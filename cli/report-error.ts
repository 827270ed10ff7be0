/** Errors on the command line: code, what happened, and the next step, on standard error; exit code 1. */
import { z } from 'zod'

/** What every typed error of ours has. Packages name the next step by a key, the command line says it in words. */
const Typed = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
  message: z.string(),
  next: z.string().optional(),
  detail: z.string().optional(),
})

const nextSteps: Readonly<Record<string, string>> = {
  // the embedded database
  'stop-other': 'end the other Kazashi, or choose another folder with --data',
  'install-again': 'run npm ci, or use a PostgreSQL server with --database-url',
  'choose-folder': 'choose a folder you may write to with --data',
  'run-as-user': 'start it as an ordinary user, or use a PostgreSQL server with --database-url',
  'use-server': 'bring the data over with pg_upgrade, or choose another folder with --data',
  'read-log': 'read the file "log" in the database folder',
  // cards
  'hold-again': 'put the card back on the reader and try again',
  'enter-again': 'try again with the right value; the tries left are shown',
  'ask-counter': 'a municipal counter sets a locked secret anew',
  'confirm-last-try': 'add --force to spend the last try',
  'use-my-number-card': 'use a My Number Card',
  'choose-another': 'choose another value',
  'choose-reader': 'name a reader that is there',
  'check-file': 'check that the file is a card file',
  'check-key': 'check the passphrase',
  'check-input': 'check what was passed; --help shows the form',
  report: 'this is a mistake of the program: please report it',
}

/** `stack`: also for errors of ours, where a developer asked for it with KAZASHI_DEBUG. */
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
  if (next !== undefined) console.error(`Next: ${nextSteps[next] ?? next}`)
  if (process.env['KAZASHI_DEBUG'] && error instanceof Error)
    console.error(error.stack, error.cause)
  process.exitCode = 1
}
