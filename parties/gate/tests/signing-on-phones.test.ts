/** Documents signed on phones of a whole Kazashi: by robots, and on the app's screens. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toPem } from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  handIn,
  phonePassword,
  phonePin,
  register,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import { takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { authorizationRequest, CookieBrowser, callback, freePort } from './running-gate.ts'
import { hashOf, Office } from './signing-steps.ts'

let sandbox: Sandbox
let office: Office
let folder: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  const { port } = new URL(sandbox.origin('gate'))
  office = await Office.open(`http://localhost:${port}/api/realms/main`)
  folder = await mkdtemp(join(tmpdir(), 'kazashi-signing-'))
})
afterAll(async () => {
  await sandbox?.stop()
  await rm(folder, { recursive: true, force: true })
})

const pdf = '%PDF-1.7\n%%EOF\n'
const contract =
  '賃貸借契約書\n\n第１条　甲は乙に、次の部屋を貸します。\n第２条　家賃は月に八万円です。\n'
const base64 = (text: string) => Buffer.from(text).toString('base64')
const documents = [
  { title: '賃貸借契約書', hash: hashOf(contract), content: base64(contract), type: 'text/plain' },
  { title: '部屋の図面', hash: hashOf(pdf), content: base64(pdf) },
  { title: '重要事項の説明書', hash: hashOf('three') },
]

const trust = z.object({
  anchors: z.array(z.object({ kind: z.string(), certificate: z.base64() })),
})

/** Each document under its signature, by openssl, as docs/integrate/sign.md has it. */
async function verify(jwe: string): Promise<void> {
  const published = await localFetch(`${sandbox.origin('authority')}/trust`)
  const { anchors } = trust.parse(await published.json())
  const pem = anchors
    .filter(({ kind }) => kind === 'signing')
    .map(({ certificate }) => toPem('CERTIFICATE', Buffer.from(certificate, 'base64')))
  const at = (name: string) => join(folder, name)
  await writeFile(at('ca.pem'), pem.join(''))
  const signed = (await office.open(jwe)).documents
  expect(signed.map(({ title }) => title)).toEqual(documents.map(({ title }) => title))
  const contents = [contract, pdf, 'three']
  for (const [index, { signature }] of signed.entries()) {
    await writeFile(at('signature.der'), Buffer.from(signature ?? '', 'base64'))
    await writeFile(at('document'), contents[index] ?? '')
    const args = ['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-purpose', 'any']
    const judged = ['-in', at('signature.der'), '-content', at('document'), '-CAfile', at('ca.pem')]
    // The sandbox's time is its own.
    const all = [...args, ...judged, '-no_check_time', '-out', at('out')]
    const { stderr } = await promisify(execFile)('openssl', all)
    expect(stderr).toContain('CAdES Verification successful')
  }
}

const robot = z.object({ name: z.string(), cardId: z.string() })
async function makeRobot(platform: string) {
  const name = `sign-${crypto.randomUUID().slice(0, 8)}`
  const answer = await localFetch(`${sandbox.origin('box')}/phones`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, platform }),
  })
  return robot.parse(await answer.json())
}
const ask = (id: string, extra: Readonly<Record<string, string>> = {}) =>
  authorizationRequest(office.client, {
    scope: 'openid sign birthdate',
    sign_transaction_id: id,
    ...extra,
  })

test.each(['android', 'iphone'])(
  '1-B①.login on %s a robot named in the request signs every document at once; a lost phone signs none, and the client is told why',
  async (platform) => {
    const { name, cardId } = await makeRobot(platform)
    const led = async (id: string) =>
      new CookieBrowser().open((await ask(id, { login_hint: name })).url, sandbox.origin('gate'))
    const id = await office.begin(...documents)
    const back = await led(id)
    expect([`${back.origin}${back.pathname}`, back.searchParams.has('code')]).toEqual([
      callback,
      true,
    ])
    await verify((await office.fetchResult(id)).text)

    const lost = await localFetch(`${sandbox.origin('box')}/cards/${cardId}/telephone`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ what: 'phone' }),
    })
    expect(lost.ok).toBe(true)
    const none = await office.begin(...documents)
    expect((await led(none)).searchParams.get('error')).toBe('access_denied')
    expect(await office.fetchResult(none)).toMatchObject({
      code: 'SIGN_TRANSACTION_REFUSED',
      reason: 'CERTIFICATE_SUSPENDED',
    })
  },
)

test('1-B①.login docs/integrate/sign.md word by word: its site, its robot, its curl, and its openssl', async () => {
  const root = join(import.meta.dirname, '../../..')
  const guide = await readFile(join(root, 'docs/integrate/sign.md'), 'utf8')
  const blocks = (language: string) =>
    [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
      ([, code]) => code ?? '',
    )
  const [site = ''] = blocks('js')
  const [curl = '', verification = ''] = blocks('sh').slice(-2)
  const place = join(folder, 'guide')
  await mkdir(place)
  // In the place of `npm install`: the same packages, as this tree has them.
  await symlink(join(root, 'node_modules'), join(place, 'node_modules'))
  await writeFile(join(place, 'site.mjs'), site)
  const { name } = await makeRobot('android')
  const [port, gate] = [String(await freePort()), new URL(sandbox.origin('gate')).port]
  const issuer = `http://localhost:${gate}/api/realms/main`
  const running = spawn(process.execPath, ['site.mjs', issuer, port], { cwd: place })
  try {
    await once(running.stdout, 'data')
    const shell = async (text: string) => {
      const here = text.replaceAll('8080', gate).replaceAll('3000', port)
      return promisify(execFile)('bash', ['-c', here.replace('hanako', name)], { cwd: place })
    }
    expect((await shell(curl)).stdout).toMatch(/^signed by [\w-]{43}\n$/)
    const judged = verification.replace('cms -verify', 'cms -verify -no_check_time')
    expect((await shell(judged)).stderr).toContain('CAdES Verification successful')
  } finally {
    running.kill()
  }
})

async function pageFor(chromium: Browser): Promise<Page> {
  const context = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.route('https://bank.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Back at the bank</h1>' }),
  )
  return page
}

test('1-B①.login 1-B①.who-asks the phone shows who asks and every document, the password is entered once, and the site gets all signatures', async () => {
  const chromium = await openChromium()
  try {
    const phone = await takePhone(chromium, sandbox, { platform: 'android' })
    const card = await sandbox.newCard()
    await phone.press('スマホ用電子証明書を申請する')
    await untilCard(phone, card)
    await handIn(phone, card)
    await sandbox.moveClock('11:00')
    await register(phone)

    const id = await office.begin(...documents)
    const page = await pageFor(chromium)
    const textOf = async (test: string) =>
      ((await page.getByTestId(test).textContent()) ?? '').trim()
    await page.goto((await ask(id)).url.href)
    await page.getByText('「架空銀行」の文書に、スマホで署名します。').waitFor()
    await lookAt(page, sandbox.origin('desk'), 'gate', '7-waiting-to-sign')
    const read = async () =>
      phone.page.goto(`${await textOf('app-url')}${new URL(phone.page.url()).hash}`)
    await read()
    await phone.see('この相手のために署名しますか')
    await phone.page.getByText('重要事項の説明書').waitFor()
    await phone.look('64-1B1-who-asks-to-sign')
    await enterCode(phone, await textOf('code'))
    await phone.type('スマホ用利用者証明用電子証明書のパスワード', phonePin)
    await phone.press('次へ')
    await phone.see('署名する文書を確かめてください')
    await phone.page.getByText('家賃は月に八万円です。').waitFor()
    await phone.look('65-1B1-sign')
    const saving = phone.page.waitForEvent('download')
    await phone.page.getByRole('link', { name: 'PDFを保存して、内容を確かめる' }).click()
    expect((await saving).suggestedFilename()).toBe('部屋の図面.pdf')
    await phone.type('スマホ用署名用電子証明書のパスワード', 'WRONG123')
    await phone.press('署名する')
    await phone.page.getByText('パスワードが違います').waitFor()
    await phone.look('66-1B1-sign-wrong')
    await phone.type('スマホ用署名用電子証明書のパスワード', phonePassword)
    await phone.press('署名する')
    await phone.see('署名しました')
    await phone.look('67-1B1-signed')
    await page.getByRole('heading', { name: 'Back at the bank' }).waitFor()
    expect(new URL(page.url()).searchParams.has('code')).toBe(true)
    await verify((await office.fetchResult(id)).text)
    await phone.close()
    await page.context().close()
  } finally {
    await chromium.close()
  }
})
