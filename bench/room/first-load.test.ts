import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstLoad } from './first-load.ts'

test('static imports of the first script count as first load, dynamic ones do not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-load-'))
  try {
    mkdirSync(join(folder, 'assets'))
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
    write('index.html', '<script type="module" src="/assets/a.js"></script>')
    write(
      'assets/a.js',
      'import{x as e}from"./b.js";import"./c.js";const l=()=>import("./later.js");e(l)',
    )
    write('assets/b.js', 'export{y as x}from"./d.js";')
    write('assets/c.js', 'globalThis.c=1')
    write('assets/d.js', 'export const y=1')
    write('assets/later.js', 'export const later=1')
    const { files, bytes } = firstLoad(folder)
    expect(files.toSorted()).toEqual([
      '/assets/a.js',
      '/assets/b.js',
      '/assets/c.js',
      '/assets/d.js',
    ])
    expect(bytes).toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
