/** Where a command finds its card: `--file FILE` (a card in software) or `--reader NAME` (PC/SC). */
import { type CardClient, type CardTransport, memoryTransport, openCard } from '@kazashi/card'
import { connectPcsc, listReaders } from '@kazashi/card/pcsc'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { parsePath } from '../parse-path.ts'
import { CardCommandError } from './card-command-error.ts'
import { withCardFile } from './card-file.ts'

export interface SourceOptions {
  readonly file?: string
  readonly reader?: string
  readonly wait?: number
}

export function parseNumber(text: string): number {
  const number = Number(text)
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number, 0 or more.')
  return number
}

/** Adds `--file`, `--reader` and `--wait`; one of the first two has to be there. */
export function withSource(command: Command): Command {
  return command
    .addOption(new Option('--file <file>', 'a card file').argParser(parsePath).conflicts('reader'))
    .option('--reader <name>', 'a PC/SC reader, or a part of its name that no other reader has')
    .option(
      '--wait <seconds>',
      'how long to wait for a card in the reader (default: 0)',
      parseNumber,
    )
    .hook('preAction', (_, action) => {
      const { file, reader } = action.opts<SourceOptions>()
      if (file === undefined && reader === undefined) {
        action.error('error: name the card with --file FILE or --reader NAME')
      }
    })
}

/**
 * Runs `use` with a client of the card.
 * @throws {CardError} READER_…, CARD_AWAY, CONTENTS_… @throws {CardCommandError} READER_AMBIGUOUS, CARD_FILE_…
 */
export async function withCard<T>(
  options: SourceOptions,
  use: (client: CardClient) => Promise<T>,
): Promise<T> {
  const { file, reader = '', wait = 0 } = options
  const over = async (transport: CardTransport): Promise<T> => {
    try {
      return await use(openCard(transport))
    } finally {
      await transport.close()
    }
  }
  if (file !== undefined) {
    return withCardFile(file, ({ card, persist }) => over(memoryTransport(card, { persist })))
  }
  const signal = AbortSignal.timeout(wait * 1000)
  const onWaiting = (): void => console.error('Put the card on the reader.')
  const waiting = wait > 0 ? { signal, onWaiting } : {}
  return over(await connectPcsc(await findReader(reader), waiting))
}

/** The reader's whole name. An unknown one is passed on: the connection to it is refused. */
async function findReader(part: string): Promise<string> {
  const readers = await listReaders()
  if (readers.includes(part)) return part
  const found = readers.filter((name) => name.toLowerCase().includes(part.toLowerCase()))
  if (found.length > 1) throw new CardCommandError('READER_AMBIGUOUS', found.join(', '))
  return found[0] ?? part
}
