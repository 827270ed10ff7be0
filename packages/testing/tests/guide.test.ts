/** docs/integrate/login.md followed word for word: its commands, its files, and the test that it ends with. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { commandsIn, filesIn, sectionOf } from './guide-page.ts'

const root = resolve(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/integrate/login.md'), 'utf8')

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return address.port
}

/** What vitest, and npm where it has started this, put around their programs. */
const theirs =
  /^(VITEST|NODE_ENV|NODE_OPTIONS|npm_(package|lifecycle|config_(local_)?prefix)|INIT_CWD)/
const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !theirs.test(name)))

/** As somebody at a prompt, whose Node is the one that runs this. */
async function run(folder: string, script: string, more: Readonly<Record<string, string>> = {}) {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const child = spawn('sh', ['-ec', script], {
    cwd: folder,
    env: { ...plain, PATH: path, KAZASHI: root, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const [code] = await once(child, 'close')
  return { code, said }
}

/** An empty folder in which what the page says was done for a site with one framework. */
async function followed(framework: string, skip: (why: string) => void): Promise<string> {
  const registry = await run(root, 'npm ping --fetch-retries=0')
  if (registry.code !== 0) skip('no registry of npm packages answers')
  const folder = mkdtempSync(join(tmpdir(), 'kazashi-guide-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const section = sectionOf(page, framework)
  const installed = await run(folder, commandsIn(section))
  expect([installed.code, installed.said]).toEqual([0, expect.any(String)])
  write(folder, filesIn(section))
  write(folder, filesIn(sectionOf(page, 'The files that all sites share')))
  return folder
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

test.for(['Express', 'Fastify', 'Hono'])(
  '1-B①.login docs/integrate/login.md: a site with %s logs a robot in, and refuses one whose phone was reported lost',
  async (framework, { skip }) => {
    const folder = await followed(framework, skip)
    const { code, said } = await run(folder, 'npm test', { PORT: String(await freePort()) })
    expect([code, said]).toEqual([0, expect.stringMatching(/pass 2\n(.*\n)*.*fail 0\n/)])
  },
)

test('1-B①.login docs/integrate/login.md: a robot logs in by the fixture of vitest, and by that of Playwright on the page of the gate', async ({
  skip,
}) => {
  const folder = await followed('Express', skip)
  const more = { PORT: String(await freePort()), CHROMIUM: '/usr/bin/chromium' }
  for (const title of ['With vitest', 'With Playwright']) {
    const section = sectionOf(page, title)
    write(folder, filesIn(section))
    const { code, said } = await run(folder, commandsIn(section), more)
    expect([code, said]).toEqual([0, expect.stringContaining('1 passed')])
  }
})
