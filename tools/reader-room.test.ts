import { expect, test } from 'vitest'
import { openReaderRoom, virtualReader, whyNoRoom } from './reader-room.ts'

test('PC/SC part 5 a room has its own reader and network, and nothing of it stays', async (ctx) => {
  const reason = whyNoRoom()
  if (reason !== undefined) return ctx.skip(reason)
  const room = await openReaderRoom()
  const interfaces = await room.run('ip', ['-oneline', 'link'])
  expect(interfaces.stdout.trim().split('\n')).toHaveLength(1)
  const pcsc = new URL('../packages/card/transports/pcsc.ts', import.meta.url).href
  const list = `const { listReaders } = await import('${pcsc}'); console.log(await listReaders())`
  const readers = await room.run(process.execPath, ['--input-type=module', '--eval', list])
  expect(readers.stdout).toContain(virtualReader)
  expect(await room.run('sh', ['-c', 'cat; exit 3'], { input: 'text' })).toEqual({
    code: 3,
    stdout: 'text',
    stderr: '',
  })
  const stays = room.start('sleep', ['600'])
  const ended = new Promise((done) => stays.once('close', done))
  await room.close()
  await ended
})
