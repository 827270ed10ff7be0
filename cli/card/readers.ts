/** `kazashi card readers`: the PC/SC readers of this machine. */
import { listReaders } from '@kazashi/card/pcsc'
import { Command } from 'commander'

export function readersCommand(): Command {
  return new Command('readers')
    .description('list the PC/SC readers of this machine')
    .option('--json', 'print a JSON list of names')
    .action(async (options: { readonly json?: boolean }) => {
      const readers = await listReaders()
      if (options.json === true) console.log(JSON.stringify(readers, undefined, 2))
      else for (const name of readers) console.log(name)
    })
}
