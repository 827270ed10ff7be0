import { aroundTheClock, type CertificateKind } from '@kazashi/lifecycle'
import { parseCertificate } from '@kazashi/pki'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unwrap } from '../api/client.ts'
import {
  byCard,
  currentCredential,
  handOutCard,
  newPhone,
  noticeFor,
  type RegisteredPhone,
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
let seed = 300
const newCard = () => handOutCard(authority, seed++)

const revocation = (
  { phone, credentialId }: Pick<RegisteredPhone, 'phone' | 'credentialId'>,
  by: Parameters<typeof signedRequest>[3],
  kinds?: CertificateKind[],
  deviation?: Parameters<typeof signedRequest>[4],
) =>
  signedRequest(
    authority,
    phone,
    { action: 'revoke', credential: credentialId, ...(kinds && { kinds }) },
    by,
    deviation,
  )
const statuses = async (phone: SoftwarePhone) =>
  (await phone.port.currentCredential())?.certificates.map(
    ({ kind, status, reason = '-' }) => `${kind} ${status} ${reason}`,
  )
const kindsOfNotices = async (phone: SoftwarePhone) =>
  (await phone.port.notices()).map(({ kind }) => kind)
async function keysKept(credentialId: string): Promise<string[]> {
  const { rows } = await db.query<{ kind: string }>(
    'select kind from record.unblocking_key where credential = $1 order by kind',
    [credentialId],
  )
  return rows.map(({ kind }) => kind)
}

describe('2-F certificates are revoked on the phone they are on', () => {
  test('2-F③.one 2-F⑥.password one kind, then the other, by the phone itself', async () => {
    const own = await registeredPhone(authority, await newCard())
    const { phone, credentialId } = own
    expect(await keysKept(credentialId)).toEqual(['authentication', 'signing'])
    await phone.port.revoke(
      credentialId,
      await revocation(own, own.by('signing'), ['signing']),
      key(),
    )
    expect(await statuses(phone)).toEqual([
      'signing revoked cessationOfOperation',
      'authentication good -',
    ])
    expect(await phone.port.currentCredential()).toMatchObject({ state: 'active' })
    expect(await keysKept(credentialId)).toEqual(['authentication'])

    // No signing certificate any more: now the authentication key may ask.
    const rest = await revocation(own, own.by('authentication'), ['authentication'])
    await phone.port.revoke(credentialId, rest, key())
    const { state, history } = (await phone.port.currentCredential()) ?? {}
    expect(state).toBe('ended')
    expect(history?.map(({ event }) => event)).toEqual([
      'apply',
      'issue',
      'register',
      'revoke-one',
      'revoke-all',
    ])
    expect(await kindsOfNotices(phone)).toEqual(['ready-to-register', 'revoked', 'revoked'])
    expect(await keysKept(credentialId)).toEqual([])
  })

  test('2-F⑥.card 2-F③.both password forgotten: the card at hand revokes, and the person may apply anew', async () => {
    const card = await newCard()
    const own = await registeredPhone(authority, card)
    await own.phone.port.revoke(own.credentialId, await revocation(own, byCard(card)), key())
    expect(await currentCredential(authority, own.phone)).toMatchObject({
      state: 'ended',
      reason: 'revoked-by-card',
    })
    const phone = await withNewKeys(own.phone)
    const again = await registeredPhone(authority, card, { phone })
    expect(await phone.port.currentCredential()).toMatchObject({
      id: again.credentialId,
      state: 'active',
    })
  })

  test('2-F the same request under the same key is done once; under another key it was used', async () => {
    const own = await registeredPhone(authority, await newCard())
    const cms = await revocation(own, own.by('signing'), ['signing'])
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        own.phone.port.revoke(own.credentialId, cms, 'same-key-here'),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'))
    expect(await kindsOfNotices(own.phone)).toEqual(['ready-to-register', 'revoked'])
    await expect(own.phone.port.revoke(own.credentialId, cms, key())).rejects.toEqual(
      code('PHONE_CERTIFICATE_REVOKED'),
    )
    const other = await revocation(own, own.by('authentication'), ['authentication'])
    await expect(own.phone.port.revoke(own.credentialId, other, 'same-key-here')).rejects.toEqual(
      code('IDEMPOTENCY_KEY_REUSED'),
    )
  })

  test('3-E an iPhone ends whole, and not in parts', async () => {
    const own = await registeredPhone(authority, await newCard(), { platform: 'iphone' })
    const part = await revocation(own, own.by('signing'), ['signing'])
    await expect(own.phone.port.revoke(own.credentialId, part, key())).rejects.toEqual(
      code('WALLET_ENDS_WHOLE'),
    )
    await own.phone.port.revoke(own.credentialId, await revocation(own, own.by('signing')), key())
    expect(await own.phone.port.currentCredential()).toMatchObject({ state: 'ended' })
  })
})

describe('2-F a revocation is refused', () => {
  let card: SoftwareCard
  let own: RegisteredPhone
  beforeAll(async () => {
    card = await newCard()
    own = await registeredPhone(authority, card)
  })
  const ask = (cms: Uint8Array, phone = own.phone) =>
    phone.port.revoke(own.credentialId, cms, key())

  test('2-F by the authentication key while there is a signing one', async () => {
    await expect(ask(await revocation(own, own.by('authentication')))).rejects.toEqual(
      code('REQUEST_SIGNER_WRONG'),
    )
  })

  test("2-F by the card's authentication key", async () => {
    const by = { signer: card.authenticationSigner, certificate: card.authentication }
    await expect(ask(await revocation(own, by))).rejects.toEqual(code('REQUEST_SIGNER_WRONG'))
  })

  test("2-F⑥.nobody-else by someone else's card, or someone else's phone", async () => {
    const strangers = await newCard()
    await expect(ask(await revocation(own, byCard(strangers)))).rejects.toEqual(
      code('CARD_OF_ANOTHER_PERSON'),
    )
    const theirs = await registeredPhone(authority, strangers)
    await expect(ask(await revocation(own, theirs.by('signing')))).rejects.toEqual(
      code('REQUEST_SIGNER_WRONG'),
    )
  })

  test('2-F changed after it was signed', async () => {
    const changed = Uint8Array.from(await revocation(own, byCard(card)))
    const at = Buffer.from(changed).toString('latin1').indexOf('"kazashi-request"')
    changed[at + 1] = 'K'.charCodeAt(0)
    await expect(ask(changed)).rejects.toEqual(code('SIGNATURE_INVALID'))
  })

  test('2-F from another device, with or without its own name in the statement', async () => {
    const other = await newPhone(authority)
    const cms = await revocation(own, byCard(card))
    await expect(ask(cms, other)).rejects.toEqual(code('NOT_FOUND'))
    const named = await revocation(own, byCard(card), undefined, { device: other })
    await expect(ask(named)).rejects.toEqual(code('STATEMENT_INVALID'))
  })

  test('2-F for another credential, or another action, than the address says', async () => {
    const elsewhere = { ...own, credentialId: crypto.randomUUID() }
    await expect(ask(await revocation(elsewhere, byCard(card)))).rejects.toEqual(
      code('REQUEST_MISMATCH'),
    )
    const asked = { action: 'unblock', credential: own.credentialId } as const
    const cms = await signedRequest(authority, own.phone, asked, byCard(card))
    await expect(ask(cms)).rejects.toEqual(code('REQUEST_MISMATCH'))
  })

  test('2-F old, or with a nonce that is unknown or used', async () => {
    const time = new Date(Date.now() - 60 * 60_000)
    await expect(ask(await revocation(own, byCard(card), undefined, { time }))).rejects.toEqual(
      code('STATEMENT_TIME'),
    )
    const unknown = { nonce: 'B'.repeat(32) }
    await expect(ask(await revocation(own, byCard(card), undefined, unknown))).rejects.toEqual(
      code('NONCE_UNKNOWN'),
    )
    const other = await newPhone(authority)
    const { nonce } = await other.port.nonce()
    const used = await signedApplication(authority, await newCard(), other, { nonce })
    await other.port.apply(used, key())
    await expect(ask(await revocation(own, byCard(card), undefined, { nonce }))).rejects.toEqual(
      code('NONCE_USED'),
    )
  })

  test('2-F that is no request at all, but an application', async () => {
    const cms = await signedApplication(authority, card, own.phone)
    await expect(ask(cms)).rejects.toEqual(code('STATEMENT_INVALID'))
  })

  test('5-B1 by a suspended phone; the card still can', async () => {
    const lost = await registeredPhone(authority, await newCard())
    const { person } = await personOf(lost)
    unwrap(
      await authority.client.POST('/hotline/suspensions', {
        body: { person, what: 'phone', reason: 'lost' },
      }),
    )
    await expect(
      lost.phone.port.revoke(lost.credentialId, await revocation(lost, lost.by('signing')), key()),
    ).rejects.toEqual(code('PHONE_CERTIFICATE_SUSPENDED'))
  })

  test('2-F by a certificate that the record does not have', async () => {
    const unknown = await registeredPhone(authority, await newCard())
    const { person } = await personOf(unknown)
    await db.query(
      "delete from record.certificate_place where person = $1 and series = 'phone-signing'",
      [person],
    )
    const cms = await revocation(unknown, unknown.by('signing'))
    await expect(unknown.phone.port.revoke(unknown.credentialId, cms, key())).rejects.toEqual(
      code('PHONE_CERTIFICATE_UNTRUSTED'),
    )
  })

  test('2-F before the registration, and once it has ended', async () => {
    const early = await newCard()
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, early, phone)
    const { id } = await phone.port.apply(cms, key())
    await noticeFor(phone, id)
    const { id: credentialId = '' } = (await phone.port.currentCredential()) ?? {}
    const request = await revocation({ phone, credentialId }, byCard(early))
    await expect(phone.port.revoke(credentialId, request, key())).rejects.toEqual(
      code('NOT_REGISTERED_YET'),
    )
    await phone.port.withdraw(id, key())
    const late = await revocation({ phone, credentialId }, byCard(early))
    await expect(phone.port.revoke(credentialId, late, key())).rejects.toEqual(
      code('CREDENTIAL_OVER'),
    )
  })

  test('2-F for a kind that is not there', async () => {
    const one = await newCard()
    const only = await registeredPhone(authority, one, { kinds: ['authentication'] })
    const cms = await revocation(only, byCard(one), ['signing'])
    await expect(only.phone.port.revoke(only.credentialId, cms, key())).rejects.toEqual(
      code('KIND_NOT_THERE'),
    )
  })

  test('2-F and after all these refusals the credential is as good as before', async () => {
    expect(await statuses(own.phone)).toEqual(['signing good -', 'authentication good -'])
    await ask(await revocation(own, byCard(card)))
  })
})

async function personOf({ credentialId }: Pick<RegisteredPhone, 'credentialId'>) {
  const { rows } = await db.query<{ person: string }>(
    'select person from record.credential where id = $1',
    [credentialId],
  )
  return { person: rows[0]?.person ?? '' }
}

describe('3-F the card ends the credential on another phone', () => {
  const deletion = (phone: SoftwarePhone, by: Parameters<typeof signedRequest>[3]) =>
    signedRequest(authority, phone, { action: 'delete-other' }, by)

  test('3-F⑤.deleted 3-F.nothing-there from a phone without one; the other phone is told, and may apply again', async () => {
    const card = await newCard()
    const other = await registeredPhone(authority, card, { platform: 'iphone' })
    const here = await newPhone(authority)
    const cms = await deletion(here, byCard(card))
    const told = await here.port.deleteOther(cms, 'delete-the-other')
    expect(told).toEqual({ credentialId: other.credentialId, model: 'iPhone 16' })
    expect(await here.port.deleteOther(cms, 'delete-the-other')).toEqual(told)
    expect(await currentCredential(authority, other.phone)).toMatchObject({
      state: 'ended',
      reason: 'deleted-by-card',
    })
    expect(await kindsOfNotices(other.phone)).toEqual(['ready-to-register', 'deleted-by-card'])
    await expect(here.port.deleteOther(await deletion(here, byCard(card)), key())).rejects.toEqual(
      code('NOTHING_TO_DELETE'),
    )
    await registeredPhone(authority, card, { phone: here })
  })

  test('3-F a credential that waits for its registration ends too', async () => {
    const card = await newCard()
    const other = await newPhone(authority)
    const cms = await signedApplication(authority, card, other)
    const { id } = await other.port.apply(cms, key())
    await noticeFor(other, id)
    const here = await newPhone(authority)
    await here.port.deleteOther(await deletion(here, byCard(card)), key())
    expect(await other.port.application(id)).toMatchObject({ state: 'withdrawn' })
    await expect(other.port.register(id, key())).rejects.toEqual(code('APPLICATION_OVER'))
  })

  test('3-F.not-from-own not from a phone that has one, and not by the phone', async () => {
    const card = await newCard()
    const own = await registeredPhone(authority, card)
    await expect(
      own.phone.port.deleteOther(await deletion(own.phone, byCard(card)), key()),
    ).rejects.toEqual(code('PHONE_HAS_ONE'))
    const strangers = await newCard()
    await expect(
      own.phone.port.deleteOther(await deletion(own.phone, byCard(strangers)), key()),
    ).rejects.toEqual(code('PHONE_HAS_ONE'))
    const here = await newPhone(authority)
    await expect(
      here.port.deleteOther(await deletion(here, own.by('signing')), key()),
    ).rejects.toEqual(code('REQUEST_SIGNER_WRONG'))
    expect(await statuses(own.phone)).toEqual(['signing good -', 'authentication good -'])
  })
})

describe('2-F a forgotten secret is set anew with the card at hand', () => {
  const unblocking = (
    { phone, credentialId }: Pick<RegisteredPhone, 'phone' | 'credentialId'>,
    by: Parameters<typeof signedRequest>[3],
    kinds?: CertificateKind[],
  ) =>
    signedRequest(
      authority,
      phone,
      { action: 'unblock', credential: credentialId, ...(kinds && { kinds }) },
      by,
    )

  test('2-F the card gets the keys that the phone handed in, as often as it asks', async () => {
    const card = await newCard()
    const own = await registeredPhone(authority, card)
    const cms = await unblocking(own, byCard(card))
    const { port } = own.phone
    expect(await port.unblock(own.credentialId, cms, 'unblock-it')).toEqual(own.unblockingKeys)
    expect(await port.unblock(own.credentialId, cms, 'unblock-it')).toEqual(own.unblockingKeys)
    const one = await unblocking(own, byCard(card), ['signing'])
    expect(await port.unblock(own.credentialId, one, key())).toEqual({
      signing: own.unblockingKeys.signing,
    })
    const { rows } = await db.query(
      "select details->'kinds' as kinds from record.audit where action = 'unblocking keys handed out' and details->>'credential' = $1 order by seq",
      [own.credentialId],
    )
    expect(rows).toEqual([{ kinds: ['signing', 'authentication'] }, { kinds: ['signing'] }])
  })

  test('1-C②.sealed-records the keys are sealed, and no answer kept for repeats has them', async () => {
    const card = await newCard()
    const own = await registeredPhone(authority, card)
    await own.phone.port.unblock(own.credentialId, await unblocking(own, byCard(card)), key())
    const secret = Buffer.from(own.unblockingKeys.signing ?? '')
    const { rows } = await db.query(
      `select count(*)::int as found from record.unblocking_key where position($1::bytea in sealed) > 0
       union all select count(*)::int from record.idempotency where answer::text like '%' || $2 || '%'`,
      [secret, secret.toString('base64')],
    )
    expect(rows).toEqual([{ found: 0 }, { found: 0 }])
  })

  test('2-F not for the phone, a stranger, an ended or a suspended one, or a kind that ended', async () => {
    const card = await newCard()
    const own = await registeredPhone(authority, card)
    const { port } = own.phone
    const ask = async (by: Parameters<typeof signedRequest>[3]) =>
      port.unblock(own.credentialId, await unblocking(own, by), key())
    await expect(ask(own.by('signing'))).rejects.toEqual(code('REQUEST_SIGNER_WRONG'))
    await expect(ask(byCard(await newCard()))).rejects.toEqual(code('CARD_OF_ANOTHER_PERSON'))
    await port.revoke(own.credentialId, await revocation(own, byCard(card), ['signing']), key())
    await expect(ask(byCard(card))).rejects.toEqual(code('KIND_NOT_THERE'))
    unwrap(
      await authority.client.POST('/hotline/suspensions', {
        body: { ...(await personOf(own)), what: 'phone', reason: 'stolen' },
      }),
    )
    await expect(ask(byCard(card))).rejects.toEqual(code('CREDENTIAL_SUSPENDED'))
    await port.revoke(own.credentialId, await revocation(own, byCard(card)), key())
    await expect(ask(byCard(card))).rejects.toEqual(code('CREDENTIAL_OVER'))
  })

  test('2-F a phone that handed in no keys has to apply anew', async () => {
    const card = await newCard()
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone)
    const { id } = await phone.port.apply(cms, key())
    await noticeFor(phone, id)
    const { credentialId } = await phone.port.register(id, key())
    const request = await unblocking({ phone, credentialId }, byCard(card))
    await expect(phone.port.unblock(credentialId, request, key())).rejects.toEqual(
      code('UNBLOCKING_KEY_MISSING'),
    )
  })
})

test('5-A4 a phone without any credential is told so, and one with many sees its newest', async () => {
  const card = await newCard()
  const phone = await newPhone(authority)
  expect(await phone.port.currentCredential()).toBeUndefined()
  const first = await registeredPhone(authority, card, { phone })
  await phone.port.revoke(first.credentialId, await revocation(first, byCard(card)), key())
  const second = await registeredPhone(authority, card, { phone: await withNewKeys(phone) })
  const seen = await phone.port.currentCredential()
  expect(seen?.id).toBe(second.credentialId)
  const notAfter = parseCertificate(second.certificates.signing).validity.notAfter.toISOString()
  expect(seen?.certificates.map((one) => one.notAfter)).toEqual([notAfter, notAfter])
})

test('5-A4 the newest is the one that was written last, also when the clock went back meanwhile', async () => {
  const card = await newCard()
  const phone = await newPhone(authority)
  const before = await authority.now()
  await authority.moveClock(new Date(before.getTime() + 3_600_000))
  const first = await registeredPhone(authority, card, { phone })
  await phone.port.revoke(first.credentialId, await revocation(first, byCard(card)), key())
  await authority.moveClock(before)
  const second = await registeredPhone(authority, card, { phone: await withNewKeys(phone) })
  expect((await phone.port.currentCredential())?.id).toBe(second.credentialId)
  expect(await phone.port.credential(first.credentialId)).toMatchObject({ state: 'ended' })
})
