/** A copy of the built app on a server of its own, of which a test can publish a newer build. */
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createParty, originsFor, servePages } from '@kazashi/serve'
import { buildPage } from '@kazashi/ui/vite'
import { pageFolder } from '../index.ts'

export interface ServedCopy {
  readonly origin: string
  /** Its interfaces are the test's. */
  readonly authority: string
  /** Nothing but the version differs. @returns the newer version */
  publishNewer(): string
  close(): Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return reject(new TypeError('no port'))
      server.close(() => resolve(address.port))
    })
  })
}

const digest = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

export async function serveCopy(): Promise<ServedCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'kazashi-app-'))
  cpSync(await buildPage(pageFolder), folder, { recursive: true })
  const port = await freePort()
  const origins = originsFor(port)
  const app = await createParty({ name: 'app', origins, sandbox: true })
  await servePages(app, { folder, config: { origins } })
  await app.listen({ host: '127.0.0.1', port })
  const change = (name: string, by: (text: string) => string) =>
    writeFileSync(join(folder, name), by(readFileSync(join(folder, name), 'utf8')))
  return {
    origin: origins.app,
    authority: origins.authority,
    publishNewer() {
      const newer = 'newer00000000000'
      const before = readFileSync(join(folder, 'index.html'), 'utf8')
      const [, version = ''] = /name="kazashi-build" content="([^"]+)"/.exec(before) ?? []
      const after = before.replace(version, newer)
      change('index.html', () => after)
      change('service-worker.js', (text) =>
        text.replaceAll(version, newer).replace(digest(before), digest(after)),
      )
      return newer
    },
    async close() {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
