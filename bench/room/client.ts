/** In the reader room: our client over PC/SC, timed. `client.ts latency|read|sign READER`; prints milliseconds as JSON. */
import { openCard } from '@kazashi/card'
import { connectPcsc } from '@kazashi/card/pcsc'
import { readWhole, signOnce } from './work.ts'

const [what, reader = ''] = process.argv.slice(2)
const commands = 40
const transport = await connectPcsc(reader, { signal: AbortSignal.timeout(10_000) })
const start = performance.now()
if (what === 'latency') {
  // READ BINARY of nothing selected: the card does next to nothing.
  const command = Uint8Array.of(0x00, 0xb0, 0x00, 0x00, 0x00)
  for (let i = 0; i < commands; i += 1) await transport.transmit(command)
} else if (what === 'read') {
  await readWhole(openCard(transport))
} else {
  await signOnce(openCard(transport))
}
const milliseconds = performance.now() - start
await transport.close()
console.log(JSON.stringify(what === 'latency' ? milliseconds / commands : milliseconds))
