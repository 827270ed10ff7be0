/** The tokens of counter, hotline, operator and verifiers: a file each in the data folder, made at the first start. */
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { secretFile } from '@kazashi/database'
import { errorClass } from '@kazashi/errors'
import type { Role, RoleTokens } from '../callers.ts'

const tokenBytes = 32
/** Least characters of a token given from outside: a shorter one can be guessed. */
const leastLength = 32

/** Name of the environment variable that takes the place of the file. */
const variable: Readonly<Record<Role, string>> = {
  counter: 'KAZASHI_COUNTER_TOKEN',
  hotline: 'KAZASHI_HOTLINE_TOKEN',
  operator: 'KAZASHI_OPERATOR_TOKEN',
  verifier: 'KAZASHI_VERIFIER_TOKEN',
}

/** Reasons why the authority does not start; shown to the operator, never to a caller. */
const roleTokenErrors = {
  ROLE_TOKEN_WEAK: {
    clause: 'RFC 6750 §5.2',
    next: `give a token of ${leastLength} or more printable characters, or leave it out: the server makes one`,
  },
} as const
class RoleTokenError extends errorClass('RoleTokenError', roleTokenErrors) {}

async function tokenOf(folder: string, role: Role): Promise<string> {
  const given = process.env[variable[role]]
  const token =
    given ??
    (await secretFile(join(folder, role), () => randomBytes(tokenBytes).toString('base64url')))
  if (token.length < leastLength || !/^[\x21-\x7e]+$/.test(token)) {
    const where = given === undefined ? `tokens/${role}` : variable[role]
    throw new RoleTokenError('ROLE_TOKEN_WEAK', where)
  }
  return token
}

/**
 * `tokens/{counter,hotline,operator,verifier}` in the authority's data folder, 0600; or KAZASHI_COUNTER_TOKEN and so on.
 * @param dataFolder absolute; made where it is missing
 * @throws {RoleTokenError} ROLE_TOKEN_WEAK
 */
export async function readRoleTokens(dataFolder: string): Promise<RoleTokens> {
  const folder = join(dataFolder, 'tokens')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    counter: await tokenOf(folder, 'counter'),
    hotline: await tokenOf(folder, 'hotline'),
    operator: await tokenOf(folder, 'operator'),
    verifier: await tokenOf(folder, 'verifier'),
  }
}
