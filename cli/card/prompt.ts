/** Asking for a secret on the terminal without showing it. */
import { CardCommandError } from './card-command-error.ts'

const enter = new Set(['\r', '\n', '\u0004'])
const interrupt = '\u0003'
const rubOut = new Set(['\u007f', '\b'])

/**
 * The line typed up to Enter. The question goes to standard error, so that standard output stays clean.
 * @throws {CardCommandError} SECRET_MISSING when there is no terminal; INTERRUPTED by Ctrl-C
 */
export async function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) throw new CardCommandError('SECRET_MISSING', question)
  stderr.write(`${question}: `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = ''
      const onData = (text: string | Buffer): void => {
        for (const character of text.toString()) {
          if (character === interrupt || enter.has(character)) {
            stdin.off('data', onData)
            if (character !== interrupt) resolve(typed)
            else reject(new CardCommandError('INTERRUPTED', question))
            return
          }
          typed = rubOut.has(character) ? typed.slice(0, -1) : typed + character
        }
      }
      stdin.on('data', onData)
    })
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}
