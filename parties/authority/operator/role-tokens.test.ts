import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { secretFile } from '@kazashi/database'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readRoleTokens } from './role-tokens.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-tokens-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

test('RFC 6750 §5.2 tokens are made once, cannot be guessed, and are nobody else’s to read', async () => {
  const first = await readRoleTokens(folder)
  expect(await readRoleTokens(folder)).toEqual(first)
  expect(new Set(Object.values(first)).size).toBe(4)
  for (const token of Object.values(first)) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect((await stat(join(folder, 'tokens/hotline'))).mode & 0o777).toBe(0o600)
})

test('RFC 6750 §5.2 a token from the environment takes the place of the file, and a weak one is refused', async () => {
  vi.stubEnv('KAZASHI_COUNTER_TOKEN', 'c'.repeat(32))
  expect((await readRoleTokens(folder)).counter).toBe('c'.repeat(32))
  vi.stubEnv('KAZASHI_COUNTER_TOKEN', 'secret')
  await expect(readRoleTokens(folder)).rejects.toMatchObject({ code: 'ROLE_TOKEN_WEAK' })
  vi.unstubAllEnvs()
  await writeFile(join(folder, 'tokens/operator'), '\n')
  await expect(readRoleTokens(folder)).rejects.toMatchObject({ code: 'ROLE_TOKEN_WEAK' })
})

test('architecture §4 processes that start together have one secret, and none reads half of it', async () => {
  const path = join(folder, 'secret')
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(40))
  const read = await Promise.all(texts.map((text) => secretFile(path, () => text)))
  expect(new Set(read).size).toBe(1)
  expect(texts).toContain(read[0])
  expect(await readFile(path, 'utf8')).toBe(read[0])
})
