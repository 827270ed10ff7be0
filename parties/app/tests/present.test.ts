/** 1-A② on an iPhone of 390 × 844: somebody in this file asks by OpenID4VP, the holder shows an age, or nothing, or is stopped. */
import { createServer } from 'node:http'
import { parseDeviceResponse } from '@kazashi/mdoc'
import { base64url } from '@kazashi/octets'
import { general, newAsker, type TestAsker } from '@kazashi/phone/test-asker'
import { localFetch } from '@kazashi/serve'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { addCard, phonePin } from '../../../tools/running-app/iphone-steps.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'
import { listenToTraffic } from './traffic.ts'

const day = 86_400_000

/** A verifier on a port of its own: one request each time it is asked to, and what came back. */
async function openVerifier(asker: TestAsker) {
  const answers: URLSearchParams[] = []
  let request = ''
  const server = createServer((asked, answer) => {
    answer.setHeader('access-control-allow-origin', '*')
    if (asked.method === 'GET') {
      answer.setHeader('content-type', 'application/oauth-authz-req+jwt')
      answer.end(request)
      return
    }
    let body = ''
    asked.on('data', (part: Buffer) => {
      body += part.toString()
    })
    asked.on('end', () => {
      answers.push(new URLSearchParams(body))
      answer.setHeader('content-type', 'application/json')
      answer.end('{}')
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const at = server.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  const address = `http://localhost:${port}`
  return {
    answers,
    ask: async (query: object): Promise<string> => {
      request = await asker.sign({ response_uri: `${address}/answers`, dcql_query: query })
      const parts = { client_id: asker.clientId, request_uri: `${address}/request` }
      return `/present?${new URLSearchParams(parts)}`
    },
    close: () => server.close(),
  }
}

const query = (identifiers: readonly string[], more: object = {}) => ({
  credentials: [
    {
      id: 'card',
      format: 'mso_mdoc',
      meta: { doctype_value: 'org.iso.23220.1.jp.mnc' },
      claims: identifiers.map((one) => ({ id: one, path: [general, one] })),
      ...more,
    },
  ],
})

let sandbox: Sandbox
let chromium: Browser
let verifier: Awaited<ReturnType<typeof openVerifier>>
let asker: TestAsker
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('10:00')
  const told = await (await localFetch(`${sandbox.origin('authority')}/sandbox/clock`)).json()
  const now = new Date(z.object({ now: z.string() }).parse(told).now)
  // Good for the whole of this file, however long the machine takes.
  asker = await newAsker(now, new Date(now.getTime() + 30 * day), day)
  verifier = await openVerifier(asker)
})
afterAll(async () => {
  verifier?.close()
  await chromium?.close()
  await sandbox?.stop()
})

test('1-A②.age 1-A②.single the holder proves an age and no birth date leaves the phone; shows nothing; and nothing after a suspension', async () => {
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  const { page, press, see, read, type, look } = iphone
  const card = await sandbox.newCard()
  await addCard(iphone, card)
  const fragment = new URL(page.url()).hash
  const open = async (link: string) => {
    await page.goto('about:blank')
    await page.goto(`${sandbox.origin('app')}${link}${fragment}`)
  }
  const traffic = await listenToTraffic(page)

  await open(
    await verifier.ask(
      query(['age_over_20', 'sex'], { claim_sets: [['age_over_20', 'sex'], ['age_over_20']] }),
    ),
  )
  await see('この情報を見せますか')
  await read('見本酒店')
  await read('この相手がだれかは、確かめられません')
  await read('20歳以上かどうか')
  await look('present-1-asked')
  await press('見せる')
  await see('iPhoneの暗証番号を入れてください')
  await type('iPhoneのマイナンバーカードの利用者証明用暗証番号', phonePin)
  await press('見せる')
  await see('見せました')
  await look('present-2-shown')
  const response = verifier.answers.at(-1)?.get('response') ?? ''
  const { vp_token } = z
    .object({ vp_token: z.object({ card: z.tuple([z.string()]) }) })
    .parse(await asker.open(response))
  const [document] = parseDeviceResponse(base64url.decode(vp_token.card[0]))
  expect(document?.items.map(({ identifier }) => identifier)).toEqual(['age_over_20'])
  const { birthDate } = card.face
  const sent = (await traffic.traces()).filter(({ where }) => where.includes('/answers'))
  expect(sent.length).toBeGreaterThan(0)
  const told = [response, ...vp_token.card.map((one) => base64url.decode(one))]
  for (const one of told) expect(Buffer.from(one).includes(birthDate)).toBe(false)

  await open(await verifier.ask(query(['age_over_20', 'birth_date'])))
  await see('この情報を見せますか')
  await read('必要より多くを求めているようです')
  await look('present-3-over-asking')
  await press('見せない')
  await see('見せませんでした')
  expect([...(verifier.answers.at(-1) ?? [])]).toEqual([
    ['error', 'access_denied'],
    ['state', 'state-7'],
  ])

  await page.goto(`${sandbox.origin('app')}/${fragment}`)
  await press('メニュー')
  await page.getByRole('button', { name: /^見せた記録/ }).click()
  await see('見せた記録')
  await read(/見せなかったもの/)
  await look('present-4-record')

  await sandbox.suspendPhoneOf(card)
  const before = verifier.answers.length
  await open(await verifier.ask(query(['age_over_20'])))
  await see('見せられませんでした')
  await look('present-5-suspended')
  expect(verifier.answers).toHaveLength(before)
  expect(iphone.complaints).toEqual([])
  await iphone.close()
})
