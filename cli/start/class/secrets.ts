/** The two secrets of a class: its password, which the learners get, and the instructor's token, which moves the clock. */
import { randomBytes, randomInt } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { secretFile } from '@kazashi/database'
import { StartError } from '../start-error.ts'

interface Secrets {
  readonly password: string
  readonly instructor: string
}

/** Environment variables that give them. */
export const secretNames = {
  password: 'KAZASHI_CLASS_PASSWORD',
  instructor: 'KAZASHI_INSTRUCTOR_TOKEN',
} as const satisfies Secrets

export interface ClassSecrets extends Secrets {
  /** The secrets that the server drew, now or at an earlier start; the others were given. */
  readonly drawn: Readonly<Record<keyof Secrets, boolean>>
}

/** Characters: ten tries a minute find one of eight drawn letters in some hundred thousand years. */
const least = { password: 8, instructor: 32 } as const
/** Without letters that look like others. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

const drawnPassword = (): string =>
  Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')

/**
 * `class/{password,instructor}` in the data folder, made where they are missing; or from the environment.
 * @param given KAZASHI_CLASS_PASSWORD, KAZASHI_INSTRUCTOR_TOKEN
 * @throws {StartError} CLASS_SECRET_WEAK
 */
export async function readClassSecrets(
  folder: string,
  given: { readonly [Name in keyof Secrets]?: string | undefined } = {
    password: process.env[secretNames.password],
    instructor: process.env[secretNames.instructor],
  },
): Promise<ClassSecrets> {
  const place = join(folder, 'class')
  await mkdir(place, { recursive: true, mode: 0o700 })
  const of = async (name: keyof Secrets, draw: () => string) => {
    const secret = given[name] ?? (await secretFile(join(place, name), draw))
    if (secret.length < least[name]) throw new StartError('CLASS_SECRET_WEAK', name)
    return secret
  }
  return {
    password: await of('password', drawnPassword),
    instructor: await of('instructor', () => randomBytes(32).toString('base64url')),
    drawn: { password: given.password === undefined, instructor: given.instructor === undefined },
  }
}
