/** `kazashi start --ephemeral --json`: as a program starts it for its tests. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { localFetch } from '@kazashi/serve'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'

const program = join(import.meta.dirname, '../bin.js')
const line = z.strictObject({
  pid: z.int(),
  front: z.url(),
  issuer: z.url(),
  discovery: z.url(),
  origins: z.record(z.string(), z.url()),
  dataFolder: z.string(),
})

test('kazashi start --ephemeral --json --only: one line says what runs where, and nothing is left even after kill -9', async () => {
  const args = ['start', '--ephemeral', '--json', '--port', '0', '--only', 'gate,box']
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let told = ''
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  const ended = once(child, 'close')
  await Promise.race([expect.poll(() => told, { timeout: 120_000 }).toMatch(/\n$/), ended])
  expect(told.trim().split('\n')).toHaveLength(1)
  const { pid, front, issuer, discovery, origins, dataFolder } = line.parse(JSON.parse(told))
  expect(pid).toBe(child.pid)
  expect(Object.keys(origins)).toEqual(['authority', 'gate', 'box'])
  expect(await (await fetch(discovery)).json()).toMatchObject({ issuer })
  expect((await localFetch(`${origins['box']}/phones`)).status).toBe(200)
  const { port } = new URL(front)
  expect((await localFetch(`http://portal.kazashi.localhost:${port}/`)).status).toBe(421)
  // A warning of the log is no second line on standard output.
  await localFetch(front, { headers: { 'x-forwarded-host': 'kazashi.example' } })
  await expect.poll(() => said).toContain('PROXY_UNEXPECTED')
  expect(existsSync(join(dataFolder, 'database/data/postmaster.pid'))).toBe(true)
  child.kill('SIGKILL')
  await ended
  expect(told.trim().split('\n')).toHaveLength(1)
  await expect.poll(() => existsSync(dataFolder)).toBe(false)
})

test('kazashi start: --ephemeral with a place to keep things, and --only with a party of no name, are wrong usage', () => {
  for (const args of [
    ['--ephemeral', '--data', '/nowhere'],
    ['--ephemeral', '--database-url', 'postgresql://a:b@127.0.0.1/c'],
    ['--ephemeral', '--operate'],
    ['--only', 'box', '--operate'],
    ['--only', 'nowhere'],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [program, 'start', ...args], {
      encoding: 'utf8',
    })
    expect([args, status]).toEqual([args, 2])
    expect(stderr).toMatch(/^error: /)
  }
})
