import { aroundTheClock } from '@kazashi/lifecycle'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unwrap } from '../api/client.ts'
import {
  byCard,
  currentCredential,
  handOutCard,
  newPhone,
  noticeFor,
  type RunningAuthority,
  registeredPhone,
  type SoftwareCard,
  type SoftwarePhone,
  signedApplication,
  signedRequest,
  startAuthority,
  withNewKeys,
} from './harness.ts'

let authority: RunningAuthority
let db: pg.Client
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
  db = new pg.Client({ connectionString: authority.databaseUrl })
  await db.connect()
})
afterAll(async () => {
  await db?.end()
  await authority?.close()
})

const key = () => crypto.randomUUID()
const code = (name: string) => expect.objectContaining({ code: name })
let seed = 400
const newCard = () => handOutCard(authority, seed++)

async function applied(
  card: SoftwareCard,
  phone: SoftwarePhone,
  purpose: 'new' | 'switch' | 'resume',
): Promise<string> {
  const cms = await signedApplication(authority, card, phone, { purpose })
  const { id } = await phone.port.apply(cms, key())
  return id
}
async function issued(...of: Parameters<typeof applied>): Promise<string> {
  const id = await applied(...of)
  await noticeFor(of[1], id)
  return id
}
const suspend = async ({ person }: SoftwareCard, what: 'phone' | 'card' = 'phone') =>
  unwrap(
    await authority.client.POST('/hotline/suspensions', { body: { person, what, reason: 'lost' } }),
  )
const stateOf = async (phone: SoftwarePhone) => (await phone.port.currentCredential())?.state
async function activeOf({ person }: SoftwareCard): Promise<number> {
  const { rows } = await db.query<{ active: number }>(
    "select count(*)::int as active from record.credential where person = $1 and state = 'active'",
    [person],
  )
  return rows[0]?.active ?? -1
}
async function goodOf({ person }: SoftwareCard): Promise<number> {
  const { rows } = await db.query<{ good: number }>(
    "select count(*)::int as good from record.certificate where person = $1 and carrier = 'phone' and status = 'good'",
    [person],
  )
  return rows[0]?.good ?? -1
}

describe('4-B a new Android phone takes over from the old one', () => {
  test('4-B⑭.takes-over 4-B.old-goes-on 4-B.old-says-why the old one ends when the new one registers, and not before', async () => {
    const card = await newCard()
    const old = await registeredPhone(authority, card)
    const phone = await newPhone(authority)
    const id = await issued(card, phone, 'switch')
    expect([await stateOf(old.phone), await stateOf(phone)]).toEqual(['active', 'issued'])
    expect(await goodOf(card)).toBe(2)
    const first = await phone.port.register(id, key())
    expect([await stateOf(old.phone), await stateOf(phone)]).toEqual(['ended', 'active'])
    expect(await goodOf(card)).toBe(2)
    expect(await currentCredential(authority, old.phone)).toMatchObject({
      reason: 'switched',
      certificates: [{ reason: 'superseded' }, { reason: 'superseded' }],
    })
    expect((await old.phone.port.notices()).map(({ kind }) => kind)).toEqual([
      'ready-to-register',
      'replaced-by-switch',
    ])
    expect(await phone.port.register(id, key())).toEqual(first)
  })

  test('4-B.old-goes-on withdrawn, it leaves the old one as it was; then another may be applied for', async () => {
    const card = await newCard()
    const old = await registeredPhone(authority, card)
    const phone = await newPhone(authority)
    const id = await applied(card, phone, 'switch')
    expect(await phone.port.withdraw(id, key())).toMatchObject({ state: 'withdrawn' })
    expect(await stateOf(old.phone)).toBe('active')
    const again = await issued(card, await withNewKeys(phone), 'switch')
    await phone.port.register(again, key())
    expect(await stateOf(old.phone)).toBe('ended')
  })

  test('4-B a revocation on the old phone meanwhile does not block it', async () => {
    const card = await newCard()
    const old = await registeredPhone(authority, card)
    const phone = await newPhone(authority)
    const id = await issued(card, phone, 'switch')
    const asked = { action: 'revoke', credential: old.credentialId } as const
    const cms = await signedRequest(authority, old.phone, asked, old.by('signing'))
    await old.phone.port.revoke(old.credentialId, cms, key())
    await phone.port.register(id, key())
    expect([await stateOf(old.phone), await stateOf(phone)]).toEqual(['ended', 'active'])
  })

  test('4-B.never-two of two new phones at once one is taken', async () => {
    const card = await newCard()
    await registeredPhone(authority, card)
    const phones = await Promise.all([newPhone(authority), newPhone(authority)])
    const answers = await Promise.allSettled(phones.map((phone) => applied(card, phone, 'switch')))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = answers.find((one) => one.status === 'rejected')
    expect(lost?.reason).toEqual(code('APPLICATION_ON_ITS_WAY'))
  })

  test('4-B.never-two registered many times at once it is one registration', async () => {
    const card = await newCard()
    const old = await registeredPhone(authority, card)
    const phone = await newPhone(authority)
    const id = await issued(card, phone, 'switch')
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => phone.port.register(id, key())),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await activeOf(card)).toBe(1)
    expect(
      (await old.phone.port.notices()).filter(({ kind }) => kind === 'replaced-by-switch'),
    ).toHaveLength(1)
  })

  test('4-B.never-two registering against a call to the hotline: in either order, at most one is active', async () => {
    const ends = new Set<string>()
    for (let round = 0; round < 6; round += 1) {
      const card = await newCard()
      const old = await registeredPhone(authority, card)
      const phone = await newPhone(authority)
      const id = await issued(card, phone, 'switch')
      const [registered] = await Promise.allSettled(
        round % 2 === 0
          ? [phone.port.register(id, key()), suspend(card)]
          : [suspend(card).then(() => phone.port.register(id, key()))],
      )
      const end = [await stateOf(old.phone), await stateOf(phone)].join(' ')
      ends.add(end)
      // Suspended is suspended, in either order: nothing of this person is good any more.
      expect(['ended suspended', 'suspended ended']).toContain(end)
      expect(await goodOf(card)).toBe(0)
      expect(registered?.status).toBe(end === 'ended suspended' ? 'fulfilled' : 'rejected')
    }
    expect(ends).toContain('suspended ended')
  })

  test('4-A, 4-B refused: nothing to switch from, from an iPhone, from this very phone, from a suspended one', async () => {
    const nothing = await newCard()
    await expect(applied(nothing, await newPhone(authority), 'switch')).rejects.toEqual(
      code('NOTHING_TO_SWITCH'),
    )
    const onIphone = await newCard()
    await registeredPhone(authority, onIphone, { platform: 'iphone' })
    await expect(applied(onIphone, await newPhone(authority), 'switch')).rejects.toEqual(
      code('SWITCH_ONLY_ANDROID'),
    )
    const card = await newCard()
    const own = await registeredPhone(authority, card)
    await expect(applied(card, await withNewKeys(own.phone), 'switch')).rejects.toEqual(
      code('ALREADY_ON_THIS_PHONE'),
    )
    await suspend(card)
    await expect(applied(card, await newPhone(authority), 'switch')).rejects.toEqual(
      code('CREDENTIAL_SUSPENDED'),
    )
  })
})

describe('5-B3 a found phone is resumed', () => {
  test('5-B3.issued-anew the suspended one is replaced at once, and a new one is issued to the same phone', async () => {
    const card = await newCard()
    const lost = await registeredPhone(authority, card)
    await suspend(card)
    expect(await currentCredential(authority, lost.phone)).toMatchObject({
      state: 'suspended',
      reason: 'lost',
      certificates: [{ status: 'hold' }, { status: 'hold' }],
    })
    const phone = await withNewKeys(lost.phone)
    const id = await applied(card, phone, 'resume')
    const { rows } = await db.query('select state, reason from record.credential where id = $1', [
      lost.credentialId,
    ])
    expect(rows).toEqual([{ state: 'replaced', reason: 'resumed' }])
    expect(await goodOf(card)).toBe(0)
    await expect.poll(async () => (await phone.port.application(id)).state).toBe('issued')
    const { credentialId } = await phone.port.register(id, key())
    expect(credentialId).not.toBe(lost.credentialId)
    expect(await stateOf(phone)).toBe('active')
    expect(await goodOf(card)).toBe(2)
    expect((await phone.port.notices()).map(({ kind }) => kind)).toEqual([
      'ready-to-register',
      'suspended',
      'resumed',
      'ready-to-register',
    ])
  })

  test('5-B3.new-device or on a new device, and the old one is told', async () => {
    const card = await newCard()
    const lost = await registeredPhone(authority, card)
    await suspend(card)
    const phone = await newPhone(authority)
    await phone.port.register(await issued(card, phone, 'resume'), key())
    expect([await stateOf(lost.phone), await stateOf(phone)]).toEqual(['replaced', 'active'])
  })

  test('5-B3 refused: nothing is suspended, or a new application instead', async () => {
    const card = await newCard()
    await expect(applied(card, await newPhone(authority), 'resume')).rejects.toEqual(
      code('NOTHING_TO_RESUME'),
    )
    const own = await registeredPhone(authority, card)
    const again = await withNewKeys(own.phone)
    await expect(applied(card, again, 'resume')).rejects.toEqual(code('NOTHING_TO_RESUME'))
    await suspend(card)
    await expect(applied(card, again, 'new')).rejects.toEqual(code('CREDENTIAL_SUSPENDED'))
  })

  test('5-B1.card-stops with a suspended card neither can be asked for', async () => {
    const card = await newCard()
    const own = await registeredPhone(authority, card)
    await suspend(card, 'card')
    const asked = { action: 'revoke', credential: own.credentialId } as const
    const cms = await signedRequest(authority, own.phone, asked, byCard(card))
    await expect(own.phone.port.revoke(own.credentialId, cms, key())).rejects.toEqual(
      code('CARD_CERTIFICATE_SUSPENDED'),
    )
    await expect(applied(card, await newPhone(authority), 'switch')).rejects.toEqual(
      code('CARD_CERTIFICATE_SUSPENDED'),
    )
    expect(await stateOf(own.phone)).toBe('active')
  })
})

describe('2-D an application is withdrawn', () => {
  test('2-D.withdraw before it is issued and after, once or often; the phone is free for another', async () => {
    const card = await newCard()
    const phone = await newPhone(authority)
    const id = await issued(card, phone, 'new')
    const answers = await Promise.all([
      phone.port.withdraw(id, 'withdraw-it'),
      phone.port.withdraw(id, 'withdraw-it'),
      phone.port.withdraw(id, 'again-withdraw'),
    ])
    expect(answers.map(({ state }) => state)).toEqual(Array(3).fill('withdrawn'))
    expect(await goodOf(card)).toBe(0)
    await expect(phone.port.register(id, key())).rejects.toEqual(code('APPLICATION_OVER'))
    await registeredPhone(authority, card, { phone: await withNewKeys(phone) })
  })

  test('2-D refused on another phone, and once it is registered', async () => {
    const card = await newCard()
    const own = await registeredPhone(authority, card)
    const other = await newPhone(authority)
    await expect(other.port.withdraw(own.applicationId, key())).rejects.toEqual(code('NOT_FOUND'))
    await expect(own.phone.port.withdraw(own.applicationId, key())).rejects.toEqual(
      code('ALREADY_REGISTERED'),
    )
  })

  test('2-D.withdraw withdrawing against registering: one of them wins, whole', async () => {
    const card = await newCard()
    const phone = await newPhone(authority)
    const id = await issued(card, phone, 'new')
    const [registered, withdrawn] = await Promise.allSettled([
      phone.port.register(id, key()),
      phone.port.withdraw(id, key()),
    ])
    expect([registered.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(await goodOf(card)).toBe(registered.status === 'fulfilled' ? 2 : 0)
  })
})

test('5-A2.one-phone the database itself refuses a second credential, but for one switch on its way', async () => {
  const card = await newCard()
  const own = await registeredPhone(authority, card)
  const clone = (purpose: string, state: string) =>
    db.query(
      `with made as (
         insert into record.application (person, id, receipt_number, card, phone, purpose, state, kinds, authentication_key,
           consent_version, sealed, received_at, due_at, issued_at, registered_at)
         select person, gen_random_uuid(), gen_random_uuid()::text, card, $2, $3, $5, '{authentication}', '\\x00',
           consent_version, sealed, received_at, due_at, received_at,
           case when $5 = 'registered' then received_at end
         from record.application where id = $1 returning person, id)
       insert into record.credential (person, id, application, phone, purpose, supersedes, state, changed_at)
       select person, gen_random_uuid(), id, $2, $3, case when $3 <> 'new' then $6::uuid end, $4, now() from made`,
      [
        own.applicationId,
        other,
        purpose,
        state,
        state === 'active' ? 'registered' : state,
        own.credentialId,
      ],
    )
  const { rows } = await db.query<{ id: string }>(
    `insert into record.phone (id, thumbprint, platform, model, os_version, created_at)
     values (gen_random_uuid(), gen_random_uuid()::text, 'android', 'x', '1', now()) returning id`,
  )
  const other = rows[0]?.id ?? ''
  await expect(clone('new', 'applied')).rejects.toMatchObject({
    constraint: 'credential_of_person',
  })
  await expect(clone('switch', 'active')).rejects.toMatchObject({
    constraint: 'credential_of_person',
  })
  await clone('switch', 'issued')
  await expect(clone('switch', 'applied')).rejects.toMatchObject({ code: '23505' })
})
