import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { readClassSecrets } from './secrets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-class-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('kazashi start: a class has a password that can be read aloud and an instructor’s token, made once, nobody else’s to read', async () => {
  const made = await readClassSecrets(folder, {})
  expect(made.password).toMatch(/^[a-km-np-z2-9]{10}$/)
  expect(made.instructor).toMatch(/^[\w-]{43}$/)
  expect(await readClassSecrets(folder, {})).toEqual(made)
  expect((await stat(join(folder, 'class/instructor'))).mode & 0o777).toBe(0o600)
})

test('kazashi start: CLASS_SECRET_WEAK one given from outside is not shorter than can be guessed', async () => {
  const given = { password: 'hiragana-52', instructor: 'i'.repeat(32) }
  const drawn = { password: false, instructor: false }
  expect(await readClassSecrets(folder, given)).toEqual({ ...given, drawn })
  expect(await codeOf(readClassSecrets(folder, { ...given, password: 'kana-52' }))).toBe(
    'CLASS_SECRET_WEAK',
  )
  expect(await codeOf(readClassSecrets(folder, { ...given, instructor: 'i'.repeat(31) }))).toBe(
    'CLASS_SECRET_WEAK',
  )
})
