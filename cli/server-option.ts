/** `--server`: where a running Kazashi is. */
import { InvalidArgumentError, Option } from 'commander'
import { originsAt, usualServer } from './origins-at.ts'

function parseServer(text: string): string {
  try {
    if (originsAt(text)) return text
  } catch {
    // a template with a path, or of another scheme
  }
  throw new InvalidArgumentError('Write it as http://localhost:PORT or https://{party}.example.')
}

export const serverOption = (): Option =>
  new Option('--server <url>', 'where Kazashi runs').argParser(parseServer).default(usualServer)
