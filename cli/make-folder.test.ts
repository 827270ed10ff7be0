import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'kazashi-folder-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('POSIX.1-2024 mkdir() a folder is made with those above it, and one that is there stays', () => {
  const path = join(folder, 'a/b/c')
  makeFolder(path, 0o700)
  expect(statSync(path).mode & 0o777).toBe(0o700)
  makeFolder(path, 0o755)
  expect(statSync(path).mode & 0o777).toBe(0o700)
})

test('POSIX.1-2024 mkdir() a file in the way, and above it, is told', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => makeFolder(join(folder, 'file'))).toThrow(/EEXIST/)
  expect(() => makeFolder(join(folder, 'file/below'))).toThrow(/ENOTDIR/)
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link'))
  expect(() => makeFolder(join(folder, 'link'))).toThrow(/EEXIST/)
})

test.skipIf(!existsSync('/proc/self'))(
  'POSIX.1-2024 mkdir() where the system makes no folders it ends',
  () => {
    expect(() => makeFolder('/proc/kazashi/data')).toThrow(/ENOENT/)
  },
)
