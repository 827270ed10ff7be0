/** People of a kind, and what the counter and the telephone beside the desk do for them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryTransport, openCard, VirtualCard } from '@kazashi/card'
import { ageAt, signingAge } from '@kazashi/lifecycle'
import { originsFor, type Party } from '@kazashi/serve'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { createBox } from '../index.ts'
import type { Counter } from '../issue-card.ts'
import { drawResident, type presets } from '../presets.ts'
import { openShelf } from '../shelf.ts'
import { cardView, newSeatView } from '../views.ts'
import { smallCounter, smallStaff } from './small-counter.ts'

const origins = originsFor(8080)
const today = new Date('2026-11-23T01:00:00Z')

describe('people of a kind', () => {
  const draw = (preset: (typeof presets)[number], isTaken = (_: string) => false) => {
    let seed = 0
    return drawResident(preset, today, () => seed++, isTaken)
  }

  test('2-A each kind is what it says: old, under 15, a name in Latin letters, a kanji that certificates do not have', () => {
    const age = ({ birthDate }: { birthDate: string }) => ageAt(today, birthDate)
    expect(age(draw('old'))).toBeGreaterThanOrEqual(75)
    expect(age(draw('child'))).toBeLessThan(signingAge)
    expect(draw('foreign-name').name).toMatch(/^[Ａ-Ｚ\u3000]+$|^[ァ-ヶー\u3000]+$/)
    expect(draw('variant-kanji').name).toMatch(/[𠮷髙﨑𡈽濵邊邉圡栁桒德]/u)
    for (const preset of ['adult', 'foreign-name', 'variant-kanji', 'no-signing'] as const) {
      expect(age(draw(preset)), preset).toBeGreaterThanOrEqual(18)
    }
  })

  test('2-A nobody is drawn twice: a second card would end the first', () => {
    const first = draw('adult')
    const second = draw('adult', (myNumber) => myNumber === first.myNumber)
    expect(second.myNumber).not.toBe(first.myNumber)
  })
})

describe('at the counter', () => {
  let counter: Counter
  let staff: ReturnType<typeof smallStaff>
  let folder: string
  let box: Party
  let seat: string

  beforeAll(async () => {
    counter = await smallCounter()
  })
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kazashi-people-'))
    staff = smallStaff(counter)
    box = await createBox({ origins, dataFolder: folder, counter, staff })
    seat = newSeatView.parse((await ask('POST', '/seats')).body).token
  })
  afterEach(async () => {
    await box.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function ask(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    payload: object = {},
    language = 'ja',
  ) {
    const answer = await box.inject({
      method,
      url: `${origins.box}${path}`,
      headers: {
        origin: origins.desk,
        'accept-language': language,
        ...(path !== '/seats' && { authorization: `Bearer ${seat}` }),
      },
      ...(method !== 'GET' && { payload }),
    })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }
  const newCard = async (preset?: string) =>
    cardView.parse((await ask('POST', '/cards', { preset })).body)
  const order = (id: string, what: string) => ask('POST', `/cards/${id}/counter`, { order: what })
  /** The card as it lies in the box. */
  const client = async (id: string) => {
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
    const contents = await (await openShelf(folder)).contents(id)
    return openCard(
      memoryTransport(new VirtualCard(contents, random), { persist: async () => undefined }),
    )
  }

  test.each(['child', 'no-signing'])(
    '2-A a card of kind %s has no signing certificate, and its paper no ①',
    async (kind) => {
      const { id, slip } = await newCard(kind)
      expect(slip.signingPassword).toBe('')
      const reading = (await client(id)).readCertificate('signing', { value: 'ABC123' })
      expect(await codeOf(() => reading)).not.toBe('')
      const pin = (await client(id)).verify('authentication-pin', slip.authenticationPin)
      expect(await pin).toBeUndefined()
    },
  )

  test('2-A the paper of everybody else has all four, and the face says until when the certificates are good', async () => {
    const { slip, face } = await newCard('old')
    expect(slip.signingPassword).not.toBe('')
    expect(face.certificatesUntil).toBe('2031-01-01')
  })

  test('2-A a locked card is unlocked: the secrets are those of the paper again, with all tries', async () => {
    const { id, slip } = await newCard()
    const reader = (await ask('POST', '/readers')).body
    const locking = await openShelf(folder)
    const contents = await locking.contents(id)
    const card = openCard(
      memoryTransport(
        new VirtualCard(contents, (length) => crypto.getRandomValues(new Uint8Array(length))),
        { persist: (changed) => locking.save(id, changed) },
      ),
    )
    for (let tries = 0; tries < 5; tries += 1) {
      await codeOf(() => card.verify('signing-password', 'WRONG99', { force: true }))
    }
    expect((await (await client(id)).retryCounter('signing-password')).blocked).toBe(true)
    await ask('PUT', `/readers/${reader.id}/card`, { cardId: id })
    expect((await order(id, 'unlock')).status).toBe(200)
    expect((await (await client(id)).retryCounter('signing-password')).blocked).toBe(false)
    expect(
      await (await client(id)).verify('signing-password', slip.signingPassword),
    ).toBeUndefined()
    // It was handed over at the counter.
    expect((await ask('GET', '/readers')).body[0].cardId).toBeNull()
  })

  test.each(['renewal', 'release'])(
    '5-A4 5-B2 %s puts new keys with their certificates into the card',
    async (what) => {
      const { id, slip } = await newCard()
      const password = { value: slip.signingPassword }
      const before = await (await client(id)).readCertificate('signing', password)
      expect((await order(id, what)).status).toBe(200)
      const after = await (await client(id)).readCertificate('signing', password)
      expect(after).not.toEqual(before)
    },
  )

  test('2-A somebody who starts over has a new card with the same paper, under the same place on the desk', async () => {
    const first = await newCard()
    const again = cardView.parse((await order(first.id, 'anew')).body)
    expect(again).toEqual(first)
    expect((await ask('GET', '/cards')).body).toEqual([again])
  })

  test.each([
    ['password-locked', 'signing-password'],
    ['pin-locked', 'authentication-pin'],
  ] as const)(
    '1-C② %s: wrong ones are tried until the card takes no more, and the counter unlocks it',
    async (event, secret) => {
      const { id } = await newCard()
      const reader = (await ask('POST', '/readers')).body
      await ask('PUT', `/readers/${reader.id}/card`, { cardId: id })
      expect((await ask('POST', `/cards/${id}/events`, { event })).status).toBe(200)
      expect((await (await client(id)).retryCounter(secret)).blocked).toBe(true)
      // It lies on no reader meanwhile.
      expect((await ask('GET', '/readers')).body[0].cardId).toBeNull()
      await order(id, 'unlock')
      expect((await (await client(id)).retryCounter(secret)).blocked).toBe(false)
    },
  )

  test.each(['moved', 'renamed'])(
    '5-A4 somebody who has %s has another signing certificate on the card',
    async (event) => {
      const { id, slip } = await newCard()
      const password = { value: slip.signingPassword }
      const before = await (await client(id)).readCertificate('signing', password)
      expect((await ask('POST', `/cards/${id}/events`, { event })).status).toBe(200)
      expect(await (await client(id)).readCertificate('signing', password)).not.toEqual(before)
    },
  )

  test('5-B1 one call stops phone, card or both', async () => {
    const { id } = await newCard()
    expect((await ask('POST', `/cards/${id}/telephone`, { what: 'both' }, 'en')).status).toBe(204)
    expect(staff.calls).toEqual(['both en'])
  })

  test('5-B1 counter and telephone know the people of their own seat alone', async () => {
    const { id } = await newCard()
    seat = newSeatView.parse((await ask('POST', '/seats')).body).token
    expect((await order(id, 'unlock')).body).toMatchObject({ code: 'CARD_UNKNOWN' })
    const call = await ask('POST', `/cards/${id}/telephone`, { what: 'card' })
    expect(call.body).toMatchObject({ code: 'CARD_UNKNOWN' })
  })
})
