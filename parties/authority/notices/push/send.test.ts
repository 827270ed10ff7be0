import { createECDH } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import webPush from 'web-push'
import { decryptPush, type PushService, startPushService } from '../../../../tools/push-service.ts'
import { type PushSender, sendPush } from './send.ts'

let service: PushService
let sender: PushSender
beforeAll(async () => {
  service = await startPushService()
  sender = {
    keys: webPush.generateVAPIDKeys(),
    contact: 'mailto:operator@kazashi.invalid',
    hosts: [],
    loopback: true,
  }
})
afterAll(() => service?.close())

const push = {
  person: '6b1f3c1e-0000-4000-8000-000000000001',
  notice: '6b1f3c1e-0000-4000-8000-000000000002',
  phone: '6b1f3c1e-0000-4000-8000-000000000003',
  kind: 'suspended',
  platform: 'android',
  shown: false,
  attempts: 1,
} as const
const subscribe = (key = sender.keys.publicKey) => {
  const browser = service.subscribe(key)
  const { endpoint, keys } = browser.json
  return { browser, to: { phone: push.phone, language: 'ja' as const, endpoint, ...keys } }
}

test('RFC 8291 §5 the test’s own browser decrypts the example of the standard', () => {
  const of = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
  const body = of(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
  const privateKey = of('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94')
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(Buffer.from(privateKey))
  expect(ecdh.getPublicKey('base64url')).toBe(
    'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  )
  const auth = of('BTBZMqHH6r4Tts7J_aSIgg')
  expect(decryptPush(body, { privateKey, auth })).toBe('When I grow up, I want to be a watermelon')
})

test('RFC 8291 RFC 8292 a push is taken, and only the browser it is for reads it', async () => {
  const { browser, to } = subscribe()
  expect(await sendPush(sender, push, to)).toEqual({ kind: 'accepted' })
  const [message = ''] = browser.receive()
  expect(JSON.parse(message)).toEqual({
    id: push.notice,
    kind: 'suspended',
    title: 'スマホ用電子証明書を一時停止しました',
    text: expect.stringContaining('コールセンター'),
  })
})

test('RFC 8292 §4 a push service that knows another key of ours refuses, for good', async () => {
  const { browser, to } = subscribe(webPush.generateVAPIDKeys().publicKey)
  expect(await sendPush(sender, push, to)).toEqual({ kind: 'refused', failure: 'status 403' })
  expect(browser.receive()).toEqual([])
})

test('RFC 8030 §5.4 the same notice sent twice is one message', async () => {
  const { browser, to } = subscribe()
  await sendPush(sender, push, to)
  await sendPush(sender, { ...push, attempts: 2 }, to)
  expect(browser.attempts).toHaveLength(2)
  expect(browser.receive()).toHaveLength(1)
})

test.each([
  [404, { kind: 'gone', failure: 'status 404' }],
  [410, { kind: 'gone', failure: 'status 410' }],
  [413, { kind: 'refused', failure: 'status 413' }],
  [301, { kind: 'refused', failure: 'status 301' }],
  [429, { kind: 'failed', failure: 'status 429', retryAfter: 7 }],
  [503, { kind: 'failed', failure: 'status 503', retryAfter: 7 }],
  ['cut', { kind: 'failed', failure: 'TypeError' }],
] as const)('RFC 8030 §8.4 answered with %s', async (given, answer) => {
  const { browser, to } = subscribe()
  browser.answers(given)
  browser.retryAfter = '7'
  expect(await sendPush(sender, push, to)).toEqual(answer)
})

test('RFC 8030 §4 a host that is no longer listed is not asked', async () => {
  const { browser, to } = subscribe()
  const operated = { ...sender, loopback: false }
  const answer = { kind: 'refused', failure: 'host not listed' }
  expect(await sendPush(operated, push, to)).toEqual(answer)
  expect(browser.attempts).toEqual([])
})
