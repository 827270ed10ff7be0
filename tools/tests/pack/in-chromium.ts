/** The site's code, bundled from what was installed as Vite does it, in a page of Chromium and in a worker of that page. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { openHeadlessShell } from '../../running-app/chromium.ts'

const html = '<!doctype html><title>site</title><script type="module" src="/page.js"></script>'

async function bundled(folder: string): Promise<string> {
  const bundle = await rolldown({
    input: join(folder, 'page.js'),
    cwd: folder,
    platform: 'browser',
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  await bundle.close()
  return output[0].code
}

/** @param folder with the site @returns what the code said in the page, and in the worker */
export async function runInChromium(folder: string): Promise<unknown> {
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': ['text/html', html],
    '/page.js': ['text/javascript', await bundled(folder)],
    '/given.json': ['application/json', readFileSync(join(folder, 'given.json'), 'utf8')],
  }
  const server = createServer(({ url = '' }, response) => {
    const [type = 'text/plain', text = ''] = files[url] ?? []
    response.writeHead(url in files ? 200 : 404, { 'content-type': `${type}; charset=utf-8` })
    response.end(text)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const browser = await openHeadlessShell()
  try {
    const page = await browser.newPage()
    const fault = new Promise<never>((_, failed) => page.on('pageerror', failed))
    // WebCrypto is there for secure origins: localhost is one.
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    const done = await Promise.race([page.waitForFunction('globalThis.done'), fault])
    return await done.jsonValue()
  } finally {
    await browser.close()
    server.close()
  }
}
