/** `kazashi card serve`: a card file lies in the machine's virtual reader until Ctrl-C. */
import { serveVpcd, vpcdDefault } from '@kazashi/card/vpcd'
import { Command, InvalidArgumentError, Option } from 'commander'
import { parsePath } from '../parse-path.ts'
import { withCardFile } from './card-file.ts'

interface Address {
  readonly host: string
  readonly port: number
}

/** HOST:PORT, an IPv6 address in brackets, or HOST alone. */
export function parseAddress(text: string): Address {
  const { hostname = '', port = '' } =
    /^(?:\[(?<v6>[0-9a-fA-F:]+)\]|(?<name>[^:[\]\s]+))(?::(?<port>\d{1,5}))?$/.exec(text)
      ?.groups === undefined
      ? {}
      : (URL.parse(`tcp://${text}`) ?? {})
  if (hostname === '' || Number(port) > 65_535) {
    throw new InvalidArgumentError('Write it as HOST:PORT, e.g. 127.0.0.1:35963.')
  }
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? vpcdDefault.port : Number(port),
  }
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('put a card file into the virtual reader (vpcd), so that it appears in PC/SC')
    .argument('<file>', 'a card file', parsePath)
    .addOption(
      new Option('--vpcd <host:port>', 'where vpcd waits for a card')
        .argParser(parseAddress)
        .default(vpcdDefault, `${vpcdDefault.host}:${vpcdDefault.port}`),
    )
    .addHelpText(
      'after',
      `
This command needs pcscd and vpcd (Debian: apt-get install pcscd vsmartcard-vpcd). While there is no reader, it waits for one.
vpcd listens on all interfaces: keep its ports 35963 and 35964 behind a firewall.
Counters and changed secrets are written to the file before the card answers.

Example:
  kazashi card serve taro.card &
  pkcs15-tool --list-certificates`,
    )
    .action(async (file: string, options: { readonly vpcd: Address }) => {
      const { host, port } = options.vpcd
      const stop = new AbortController()
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.once(name, () => stop.abort())
      }
      const onState = (state: 'in-reader' | 'waiting'): void =>
        console.error(
          state === 'in-reader'
            ? `${file} is in the reader at ${host}:${port}. Ctrl-C takes it out.`
            : `The reader at ${host}:${port} went away; waiting for it.`,
        )
      await withCardFile(file, ({ card, persist }) => {
        console.error(`Looking for the reader at ${host}:${port}.`)
        return serveVpcd(card, { host, port, persist, signal: stop.signal, onState })
      })
    })
}
