/** Building a page, and giving it up. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { operatingHtml } from './page-config.ts'
import { buildPage, packedPage } from './vite.ts'

function somePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kazashi-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'index.html'), '<script type="module" src="./main.ts"></script>')
  writeFileSync(join(folder, 'main.ts'), 'document.title = "page"')
  return folder
}

test('POSIX.1-2024 §2.4.3 SIGTERM a build that is given up ends at once, and leaves neither a process nor a draft', async () => {
  const folder = somePage()
  const asked = new AbortController()
  const building = buildPage(folder, { signal: asked.signal })
  const drafts = () => readdirSync(join(folder, 'dist'))
  expect(drafts()).toHaveLength(1)
  asked.abort(new Error('ended'))
  await expect(building).rejects.toThrow('ended')
  expect(drafts()).toEqual([])
})

test('POSIX.1-2024 §2.4.3 SIGTERM what was asked to end before begins no build', async () => {
  const folder = somePage()
  await expect(
    buildPage(folder, { signal: AbortSignal.abort(new Error('ended')) }),
  ).rejects.toThrow('ended')
  expect(readdirSync(join(folder, 'dist'))).toEqual([])
})

test('2-B the HTML of a page for a server that operates says nothing of practice, before any script has run', () => {
  const html = readFileSync(join(import.meta.dirname, '../../parties/app/page/index.html'), 'utf8')
  expect(html).toContain('<title>かざし（練習用）</title>')
  const operating = operatingHtml(html)
  expect(operating).toContain('<title>かざし</title>')
  expect(operating).toContain('href="/operating.webmanifest"')
  expect(operating).not.toContain('練習')
})

test('2-B a page that came built with its package is served as it came', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kazashi-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const operating of [false, true]) {
    mkdirSync(packedPage(folder, operating), { recursive: true })
    expect(await buildPage(folder, { operating })).toBe(packedPage(folder, operating))
  }
})
