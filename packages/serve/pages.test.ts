import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { originsFor } from './origins.ts'
import { servePages } from './pages.ts'
import { createParty } from './party.ts'

const folder = mkdtempSync(join(tmpdir(), 'kazashi-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'assets'))
for (const name of ['index.html', 'service-worker.js', 'manifest.webmanifest', 'assets/a-1.js']) {
  writeFileSync(join(folder, name), name)
}

test('2-B the service worker and the manifest have their types and are asked for anew each time, only hashed files are not', async () => {
  const origins = originsFor(8080)
  const app = await createParty({ name: 'app', origins, sandbox: true })
  await servePages(app, { folder, config: { origins } })
  const headersOf = async (path: string) => {
    const { statusCode, headers } = await app.inject({ url: `${origins.app}${path}` })
    expect(statusCode, path).toBe(200)
    return `${headers['content-type']}; ${headers['cache-control']}`
  }
  expect(await headersOf('/service-worker.js')).toMatch(
    /^(text|application)\/javascript.*; no-cache$/,
  )
  expect(await headersOf('/manifest.webmanifest')).toMatch(
    /^application\/manifest\+json.*; no-cache$/,
  )
  expect(await headersOf('/')).toMatch(/^text\/html.*; no-cache$/)
  expect(await headersOf('/?open=register')).toMatch(/^text\/html.*; no-cache$/)
  expect(await headersOf('/assets/a-1.js')).toMatch(/immutable$/)
  await app.close()
})
