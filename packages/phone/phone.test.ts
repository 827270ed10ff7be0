import { expect, test } from 'vitest'
import { openPhone } from './phone.ts'
import { abandonApplication } from './procedures/signed-application.ts'
import { status } from './procedures/status.ts'
import type { PhoneRecord, PhoneStore } from './store.ts'
import { memoryPhoneStore } from './store.ts'
import { now, random, somePhone } from './test-builders.ts'

/** A store that holds this record. */
const holding = (record: PhoneRecord): PhoneStore => {
  let stored = record
  return {
    load: async () => stored,
    save: async (next) => {
      stored = next
    },
  }
}

const applied = {
  stage: 'applied',
  cms: new Uint8Array(1),
  idempotencyKey: 'before',
  registrationKey: 'registration',
  view: {
    id: 'a',
    receiptNumber: 'K-7Q2M9',
    state: 'issued',
    kinds: ['authentication'],
    appliedAt: now.toISOString(),
    expectedAt: now.toISOString(),
  },
}

/** As an app of version 1 left it. */
async function firstVersion(application: unknown): Promise<PhoneRecord> {
  const { record } = await somePhone()
  const { ended: _ended, wallet: _wallet, request: _request, ...known } = record
  return structuredClone({ ...known, version: 1, application }) as PhoneRecord
}

test('2-E an application handed in by an older app goes on', async () => {
  const phone = await somePhone(holding(await firstVersion(applied)))
  expect(phone.record).toMatchObject({
    version: 3,
    application: { purpose: 'new', registrationKey: 'registration' },
  })
  expect(status(phone)).toMatchObject({ stage: 'applied', purpose: 'new', wallet: 'none' })
})

test('2-C one that an older app had not handed in is begun anew', async () => {
  for (const application of [
    { stage: 'draft', statement: new Uint8Array(1), nonceExpiresAt: now.toISOString() },
    { stage: 'signed', cms: new Uint8Array(1), idempotencyKey: 'before', sent: true },
  ]) {
    const phone = await somePhone(holding(await firstVersion(application)))
    expect(status(phone).stage).toBe('empty')
    await abandonApplication(phone)
  }
})

test('2-B a record of a newer app is left alone', async () => {
  const newer = { ...(await firstVersion(undefined)), version: 4 } as unknown as PhoneRecord
  await expect(somePhone(holding(newer))).rejects.toMatchObject({ code: 'STATE_MALFORMED' })
})

test('2-B the phone records the new version of an updated system; platform and model stay', async () => {
  const store = memoryPhoneStore()
  await somePhone(store)
  const phone = await openPhone({
    store,
    platform: 'iphone',
    model: 'other',
    osVersion: '17',
    appVersion: '0.2.0',
    random,
    now: () => now,
  })
  expect(phone.record.device).toMatchObject({
    platform: 'android',
    model: 'Kazashi Virtual 1',
    osVersion: '17',
  })
  expect(phone.appVersion).toBe('0.2.0')
})
