/** A class at once, by script: twenty seats of one sandbox go from the card to 登録完了, each by its own reader, and what each has is its own. */
import { connectReader, seeded, substitute } from '@kazashi/card'
import { parseCertificate, readAttributes } from '@kazashi/pki'
import { LocalWebSocket, localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { cardView, newSeatView, readerView } from '../../parties/box/views.ts'
import { nextRsaKey } from '../../tools/rsa-keys/index.ts'
import { borrowSandbox } from '../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox as BorrowedSandbox } from '../../tools/running-app/sandbox.ts'
import { apply, register, waitForNotice } from '../scenario/applying.ts'
import { Course } from '../scenario/course.ts'
import { keepFiles } from '../scenario/kept-files.ts'
import { openSandbox, type Sandbox } from '../scenario/sandbox.ts'
import { openThePhone, supportedPhones } from '../scenario/the-phone.ts'

const learners = 20

// Forty phones' keys: four seconds of a processor for what is not the point here.
vi.mock(import('@kazashi/pki'), async (original) => {
  const pki = await original()
  const generateKeyPair: typeof pki.generateKeyPair = (algorithm) =>
    algorithm === 'RS256' ? nextRsaKey() : pki.generateKeyPair(algorithm)
  return { ...pki, generateKeyPair }
})

let borrowed: BorrowedSandbox
let sandbox: Sandbox
beforeAll(async () => {
  borrowed = await borrowSandbox()
  await borrowed.moveClock('10:00')
  sandbox = await openSandbox(borrowed.origin('desk'))
  const { app } = sandbox.origins
  // As the app's page connects, whose origin the box asks for.
  vi.stubGlobal(
    'WebSocket',
    class extends LocalWebSocket {
      constructor(url: string) {
        super(url, { origin: app })
      }
    },
  )
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await borrowed?.stop()
})

/** As the desk asks the box, for its seat. @throws {Error} refused, with the box's words */
async function ask(method: string, path: string, seat?: string, body?: object): Promise<unknown> {
  const answer = await localFetch(`${sandbox.origins.box}${path}`, {
    method,
    headers: {
      origin: sandbox.origins.desk,
      ...(seat !== undefined && { authorization: `Bearer ${seat}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

/** 2-A to 2-E at one seat, as fast as it goes. @returns what the seat, its phone and the authority have in the end */
async function learn(number: number) {
  const { token } = newSeatView.parse(await ask('POST', '/seats'))
  const card = cardView.parse(await ask('POST', '/cards', token, {}))
  const reader = readerView.parse(await ask('POST', '/readers', token, { phone: 'android' }))
  const connection = await connectReader(reader.url)
  const course = new Course(() => undefined, new AbortController().signal)
  const world = {
    sandbox,
    step: course.step,
    refusal: course.refusal,
    files: await keepFiles(undefined),
    choice: {},
    draw: seeded(number, 'twenty seats'),
  }
  const [model] = await supportedPhones(world, 'android')
  const the = await openThePhone(world, 'android', {
    model: model?.model ?? '',
    osVersion: model?.minimumOsVersion ?? '',
  })
  const place = `/readers/${reader.id}/card`
  const application = await apply(world, the, {
    ...card.slip,
    async hold() {
      await ask('PUT', place, token, { cardId: card.id, from: 'table' })
      return connection.waitForCard()
    },
  })
  await ask('DELETE', place, token)
  await waitForNotice(world, the, application)
  await register(world, the, application)
  connection.close()
  const { signing } = the.certificates()
  const notices = await the.authority.notices()
  const credential = await the.authority.currentCredential()
  return { token, card, reader, application, signing, notices, credential }
}

test('2-C.signed-by-card 2-D③.notice 2-E①.register 5-A2.one-phone twenty seats at once each get their own card, paper, phone and notice, and nobody meets another’s', async () => {
  const from = performance.now()
  const seats = await Promise.all(Array.from({ length: learners }, (_, number) => learn(number)))
  console.log(`${learners} seats at once: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  for (const { token, card, reader, application, signing, notices, credential } of seats) {
    const readers = z.array(readerView).parse(await ask('GET', '/readers', token))
    expect(readers.map(({ id }) => id)).toEqual([reader.id])
    expect(await ask('GET', '/cards', token)).toEqual([card])
    const { name, birthDate, address } = card.face
    const asCertified = {
      name: substitute(name).text,
      birthDate,
      address: substitute(address).text,
    }
    const holder = readAttributes(parseCertificate(signing?.certificate ?? new Uint8Array()))
    expect(holder).toMatchObject(asCertified)
    expect(notices.map(({ kind, applicationId }) => [kind, applicationId])).toEqual([
      ['ready-to-register', application.id],
    ])
    expect(credential).toMatchObject({ state: 'active' })
  }
  const different = (of: (seat: (typeof seats)[number]) => unknown) => new Set(seats.map(of)).size
  expect(different(({ card }) => card.id)).toBe(learners)
  expect(different(({ card }) => JSON.stringify(card.slip))).toBe(learners)
  expect(different(({ reader }) => reader.token)).toBe(learners)
  expect(different(({ application }) => application.receiptNumber)).toBe(learners)
  expect(different(({ notices }) => notices[0]?.id)).toBe(learners)
  expect(different(({ credential }) => credential?.id)).toBe(learners)
  for (const { token } of seats) await ask('DELETE', '/seat', token)
})
