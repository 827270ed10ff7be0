/**
 * In the reader room: a card in the virtual reader that counts its commands. `counting-card.ts FILE` serves the card
 * contents in FILE; without FILE it is a bare echo that answers 9000 to everything, the least any card could do.
 * A line on standard input is answered by the number of commands since the last one.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { decodeContents, VirtualCard } from '@kazashi/card'
import { encodeMessage, messageReader, serveVpcd, vpcdDefault } from '@kazashi/card/vpcd'

let count = 0
const [path] = process.argv.slice(2)

function echo(): void {
  const socket = connect({ ...vpcdDefault, noDelay: true })
  const messages = messageReader()
  const atr = Uint8Array.of(0x3b, 0x80, 0x80, 0x01, 0x01)
  socket.on('data', (piece) => {
    for (const message of messages(piece)) {
      if (message.length > 1) count += 1
      if (message.length > 1) socket.write(encodeMessage(Uint8Array.of(0x90, 0x00)))
      else if (message[0] === 4) socket.write(encodeMessage(atr))
    }
  })
}

async function serve(file: string): Promise<void> {
  const contents = decodeContents(await readFile(file, 'utf8'))
  const card = new VirtualCard(contents, (length) => new Uint8Array(randomBytes(length)))
  const onExchange = (): void => {
    count += 1
  }
  await serveVpcd(card, { onExchange })
}

createInterface({ input: process.stdin })
  .on('line', () => {
    console.log(count)
    count = 0
  })
  .on('close', () => process.exit(0))
if (path === undefined) echo()
else await serve(path)
