/** The instructor's lines at the terminal: a secret that the server drew is told there, one that was given is not told again. */
import { join } from 'node:path'
import { type ClassSecrets, secretNames } from './secrets.ts'

/** @param desk origin of the desk @param folder of the data */
export function aboutClass(secrets: ClassSecrets, desk: string, folder: string): string {
  const { password, drawn } = secrets
  const token = drawn.instructor
    ? `in ${join(folder, 'class/instructor')}`
    : `the one in ${secretNames.instructor}`
  return `The class's password: ${drawn.password ? password : `the one in ${secretNames.password}`}
The instructor opens ${desk}/#instructor=TOKEN and may move the clock; the token is ${token}.
`
}
