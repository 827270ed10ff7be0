import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

test('exit codes: a reader that stops listening is no error', async () => {
  const child = spawn(
    process.execPath,
    [resolve(import.meta.dirname, 'kazashi.ts'), 'card', 'sign', '--help'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  child.stdout.destroy()
  const said: string[] = []
  child.stderr.on('data', (chunk) => said.push(String(chunk)))
  const [code] = await once(child, 'close')
  expect([code, said.join('')]).toEqual([0, ''])
})
