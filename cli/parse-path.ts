/** An option that names a file or a folder. */
import { InvalidArgumentError } from 'commander'

export function parsePath(text: string): string {
  if (text === '' || text.includes('\0')) throw new InvalidArgumentError('It names no path.')
  return text
}
