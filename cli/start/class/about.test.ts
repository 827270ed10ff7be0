import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aboutClass } from './about.ts'
import { readClassSecrets } from './secrets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-class-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const desk = 'http://desk.kazashi.localhost:8080'
const told = async (given: { password?: string; instructor?: string }) => {
  const secrets = await readClassSecrets(folder, given)
  return { secrets, text: aboutClass(secrets, desk, folder) }
}

test('CWE-532 secrets of a class that were given are not told again, only where they are from', async () => {
  const { secrets, text } = await told({ password: 'hiragana-52', instructor: 'i'.repeat(32) })
  expect(text).toContain('KAZASHI_CLASS_PASSWORD')
  expect(text).toContain('KAZASHI_INSTRUCTOR_TOKEN')
  expect(text).not.toContain(secrets.password)
  expect(text).not.toContain(secrets.instructor)
  expect(text).not.toContain(folder)
})

test('kazashi start: a password that the server drew is told to the instructor, and the token by its file', async () => {
  const { secrets, text } = await told({})
  expect(text.split(secrets.password)).toHaveLength(2)
  expect(text).toContain(join(folder, 'class/instructor'))
  expect(text).not.toContain(secrets.instructor)
})
