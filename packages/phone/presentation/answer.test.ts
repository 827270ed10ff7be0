/** A phone with a card answers a request that jose made: its answer verifies by our verifier and by somebody else's. */
import { openId4VpTranscript, parseDeviceResponse, verifyDevice, verifyMdoc } from '@kazashi/mdoc'
import { checksOfResponse } from '@kazashi/mdoc/test-other-library'
import { base64url } from '@kazashi/octets'
import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import type { Phone } from '../phone.ts'
import {
  mdocIssuer,
  now,
  phoneSecrets,
  random,
  smallAuthority,
  smallCard,
} from '../test-builders.ts'
import { registeredAndroid, registeredIphone } from '../test-courses.ts'
import { answerPresentation, refusePresentation, sendPresentation } from './answer.ts'
import { agreeTo, keyOf, questionsOf } from './choice.ts'
import { matchQuery } from './dcql.ts'
import type { Fetch } from './exchange.ts'
import { openHeldCard } from './held-card.ts'
import { forgetShown, rememberShown, shownEntries } from './history.ts'
import { confirmHolder } from './holder.ts'
import { openPresentation } from './request.ts'
import { answersWith, newAsker, responseUri, type TestAsker } from './test-asker.ts'

let phone: Phone
let asker: TestAsker
let iaca: Uint8Array
beforeAll(async () => {
  const authority = await smallAuthority()
  iaca = (await mdocIssuer()).iaca.der
  phone = await registeredIphone(authority, await smallCard(authority))
  asker = await newAsker(now)
})

async function asked(changed: Readonly<Record<string, unknown>> = {}) {
  const fetch = answersWith(await asker.sign(changed))
  const request = await openPresentation(asker.link(), { fetch, now, random, readerCas: [] })
  const card = await openHeldCard(phone)
  return { request, card, parts: matchQuery(request.query, card) }
}

async function answered() {
  const { request, card, parts } = await asked()
  const chosen = new Set(questionsOf(parts).map(keyOf))
  const response = await answerPresentation(request, agreeTo(parts, chosen), card)
  const { vp_token, state } = await asker.open(response)
  const [coded = ''] = (vp_token as { age: string[] }).age
  return { bytes: base64url.decode(coded), state, response, request }
}

const transcriptOf = (nonce = String(asker.claims['nonce'])) =>
  openId4VpTranscript({
    clientId: asker.clientId,
    nonce,
    responseUri,
    jwkThumbprint: asker.thumbprint,
  })

test('1-A②.age what the phone shows is an age and nothing else, from its issuer and its device, for this asker and this question alone', async () => {
  const { bytes, state } = await answered()
  expect(state).toBe('state-7')
  const [document, ...more] = parseDeviceResponse(bytes)
  if (document === undefined) throw new Error('no document')
  expect(more).toEqual([])
  const anchors = [iaca]
  const { elements } = await verifyMdoc({ mdoc: document, anchors, now })
  expect([...elements].map(([space, values]) => [space, [...values]])).toEqual([
    ['org.iso.23220.1', [['age_over_20', expect.any(Boolean)]]],
  ])
  await verifyDevice(document, { transcript: transcriptOf() })
  const other = verifyDevice(document, { transcript: transcriptOf('another-nonce-777') })
  expect(await codeOf(other)).toBe('DEVICE_SIGNATURE_INVALID')
  expect(Buffer.from(bytes).includes('birth_date')).toBe(false)
})

test('1-A②.age somebody else’s verifier takes what the phone shows, and no other session’s', async () => {
  const { bytes } = await answered()
  const by = { anchor: iaca, transcript: transcriptOf(), at: now }
  const { passed, failed } = await checksOfResponse(bytes, by)
  expect(failed).toEqual([])
  expect(passed).toBeGreaterThan(10)
  const other = await checksOfResponse(bytes, {
    ...by,
    transcript: transcriptOf('another-nonce-7'),
  })
  expect(other.failed).not.toEqual([])
})

test('OpenID4VP 1.0 §8.3 the answer is encrypted to the asker’s key, by its id, and never in two equal ways', async () => {
  const [one, two] = [await answered(), await answered()]
  expect(one.response).not.toBe(two.response)
  const head = JSON.parse(
    new TextDecoder().decode(base64url.decode(one.response.split('.')[0] ?? '')),
  )
  expect(head).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'k1' })
  const { request, card, parts } = await asked()
  const off = { ...request.key, y: request.key.x }
  const agreed = agreeTo(parts, new Set(questionsOf(parts).map(keyOf)))
  const wrong = answerPresentation({ ...request, key: off }, agreed, card)
  expect(await codeOf(wrong)).toBe('PRESENTATION_UNENCRYPTED')
})

test('OpenID4VP 1.0 §8.2 the answer is posted, and the browser led back; a refusal says that access was denied and no more', async () => {
  const sent: string[] = []
  const says =
    (body: string, status = 200): Fetch =>
    async (address, init) => {
      sent.push(`${String(address)} ${String(init?.body)}`)
      return new Response(body, { status })
    }
  const { request, response } = await answered()
  const back = `{"redirect_uri":"https://shop.example/done#response_code=1"}`
  expect(await sendPresentation(request, response, says(back))).toMatch('#response_code=1')
  expect(await sendPresentation(request, response, says('{}'))).toBeUndefined()
  expect(await sendPresentation(request, response, says('thanks'))).toBeUndefined()
  const script = says('{"redirect_uri":"javascript:alert(1)"}')
  expect(await sendPresentation(request, response, script)).toBeUndefined()
  expect(sent[0]).toBe(`${responseUri} response=${response}`)
  expect(await refusePresentation(request, says('{}'))).toBeUndefined()
  expect(sent.at(-1)).toBe(`${responseUri} error=access_denied&state=state-7`)
  expect(await codeOf(sendPresentation(request, response, says('', 400)))).toBe(
    'PRESENTATION_NOT_TAKEN',
  )
})

test('1-A②.android a phone without a card in its wallet has nothing to show', async () => {
  const authority = await smallAuthority()
  const android = await registeredAndroid(authority, await smallCard(authority))
  expect(await codeOf(openHeldCard(android))).toBe('NOT_REGISTERED')
})

test('1-A②.single the holder is there by the PIN, and a wrong one spends a try', async () => {
  await confirmHolder(phone, phoneSecrets.authenticationPin)
  expect(await codeOf(confirmHolder(phone, '0000'))).toBe('SECRET_WRONG')
  await confirmHolder(phone, phoneSecrets.authenticationPin)
})

test('1-A②.single what was shown is remembered on the phone alone, without values, and forgotten one by one or whole', async () => {
  const entry = {
    at: now.toISOString(),
    asker: '見本酒店',
    host: 'shop.example',
    known: false,
    outcome: 'shown' as const,
    elements: [{ identifier: 'age_over_20', retained: false }],
  }
  expect(await shownEntries(phone)).toEqual([])
  await rememberShown(phone, entry)
  await rememberShown(phone, { ...entry, outcome: 'refused' })
  const [newest, oldest] = await shownEntries(phone)
  expect([newest?.outcome, oldest?.outcome]).toEqual(['refused', 'shown'])
  expect(Buffer.from(phone.record.shown ?? []).includes('見本酒店')).toBe(false)
  await forgetShown(phone, newest?.id)
  expect(await shownEntries(phone)).toEqual([oldest])
  await forgetShown(phone)
  expect(phone.record).not.toHaveProperty('shown')
})
