/** The refusals of the box, without a network: each code of problems.ts that box.test.ts does not meet. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptySecureElement } from '@kazashi/card'
import { originsFor, type Party } from '@kazashi/serve'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { authorityCounter } from '../authority-counter.ts'
import { authorityStaff } from '../authority-staff.ts'
import { createBox } from '../index.ts'
import type { Counter } from '../issue-card.ts'
import { openShelf } from '../shelf.ts'
import { readerView } from '../views.ts'
import { noteOfNobody } from './nobodys-card.ts'
import { smallCounter, smallStaff } from './small-counter.ts'

const origins = originsFor(8080)
let counter: Counter
let folder: string
let box: Party

beforeAll(async () => {
  counter = await smallCounter()
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kazashi-box-'))
  box = await createBox({ origins, dataFolder: folder, counter, staff: smallStaff(counter) })
})
afterEach(async () => {
  await box.close()
  rmSync(folder, { recursive: true, force: true })
})

const code = (value: string) => expect.objectContaining({ code: value })

async function ask(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  payload = {},
  from = origins.desk,
) {
  const answer = await box.inject({
    method,
    url: `${origins.box}${path}`,
    headers: { origin: from },
    ...(method !== 'GET' && { payload }),
  })
  return answer.json()
}

test('RFC 6454 §5 a page that is not the desk makes no card', async () => {
  expect(await ask('POST', '/cards', { seed: 1 }, origins.app)).toEqual(code('NOT_FROM_DESK'))
})

test('RFC 6454 §7 NOT_FROM_DESK: a page of a stranger reads nothing of the box either, and a page that hides its origin does not', async () => {
  for (const path of ['/cards', '/seat', '/openapi.json'])
    expect(await ask('GET', path, {}, 'https://evil.example')).toEqual(code('NOT_FROM_DESK'))
  const hidden = { method: 'GET', url: `${origins.box}/cards` } as const
  const from = async (site: string) =>
    (await box.inject({ ...hidden, headers: { 'sec-fetch-site': site } })).statusCode
  expect([await from('cross-site'), await from('same-site')]).toEqual([403, 200])
})

test('RFC 6455 §10.2 a page without the reader’s token, and one that is not the app, get no connection', async () => {
  const { id, token } = readerView.parse(await ask('POST', '/readers'))
  const path = (given: string) => `/readers/${id}/connection?token=${given}`
  expect(await ask('GET', path('0'.repeat(32)), {}, origins.app)).toEqual(code('PAIRING_REFUSED'))
  expect(await ask('GET', path(token), {}, origins.desk)).toEqual(code('PAIRING_REFUSED'))
})

test('RFC 6455 §4.2.1 a request without a WebSocket is answered that one is needed', async () => {
  const { id, token } = readerView.parse(await ask('POST', '/readers'))
  const path = `/readers/${id}/connection?token=${token}`
  expect(await ask('GET', path, {}, origins.app)).toEqual(code('UPGRADE_REQUIRED'))
})

test('2-A a card whose file was changed is not used', async () => {
  const { id } = await ask('POST', '/cards', { seed: 1 })
  const { id: reader } = readerView.parse(await ask('POST', '/readers'))
  const file = readdirSync(folder).find((name) => name === `${id}.card.json`) ?? ''
  writeFileSync(join(folder, file), '{}')
  expect(await ask('PUT', `/readers/${reader}/card`, { cardId: id })).toEqual(code('CARD_DAMAGED'))
})

test('2-A a card that an earlier version made is known to no counter', async () => {
  await box.close()
  const shelf = await openShelf(folder)
  const { id, holder: _, ...note } = await shelf.add(noteOfNobody, emptySecureElement('android'))
  expect(note).not.toHaveProperty('holder')
  box = await createBox({ origins, dataFolder: folder, counter, staff: smallStaff(counter) })
  const order = { order: 'renewal' }
  expect(await ask('POST', `/cards/${id}/counter`, order)).toEqual(code('CARD_OF_BEFORE'))
})

test('5-B2 the counter declines in words, and where it gives no answer says that', async () => {
  await box.close()
  const problem = { code: 'CARD_NOT_SUSPENDED', title: 'No need', status: 409, next: '' }
  const answers = [Response.json(problem, { status: 409 }), new Response('', { status: 500 })]
  const fetch = async () => answers.shift() ?? new Response('', { status: 500 })
  const staff = authorityStaff(origins.authority, fetch, 'token')
  box = await createBox({ origins, dataFolder: folder, counter, staff })
  const { id } = await ask('POST', '/cards', { seed: 1 })
  const order = { order: 'release' }
  const declined = await ask('POST', `/cards/${id}/counter`, order)
  expect(declined).toMatchObject({ code: 'COUNTER_DECLINED', detail: 'No need' })
  expect(await ask('POST', `/cards/${id}/counter`, order)).toEqual(code('COUNTER_REFUSED'))
})

test('2-A when the counter cannot be reached there is no card', async () => {
  await box.close()
  const fetch = async () => Promise.reject(new TypeError('fetch failed'))
  const alone = authorityCounter(origins.authority, fetch)
  box = await createBox({ origins, dataFolder: folder, counter: alone, staff: smallStaff(counter) })
  expect(await ask('POST', '/cards', { seed: 1 })).toEqual(code('COUNTER_REFUSED'))
})
