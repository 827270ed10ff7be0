import { aroundTheClock } from '@kazashi/lifecycle'
import { createCertificationRequest, generateKeyPair, softwareSigner } from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import { exportJWK, SignJWT } from 'jose'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { outcomeOf } from '../../../tools/code-of.ts'
import { authorityPort, unwrap } from '../api/client.ts'
import {
  type Deviation,
  handOutCard,
  newPhone,
  newSigner,
  noticeFor,
  type RunningAuthority,
  registeredPhone,
  type SoftwareCard,
  signedApplication,
  startAuthority,
} from './harness.ts'

let authority: RunningAuthority
let card: SoftwareCard
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
  card = await handOutCard(authority, 21)
})
afterAll(() => authority?.close())

const key = () => crypto.randomUUID()

/** An application, valid except for one thing. */
async function refused(deviation: Deviation, of: SoftwareCard = card): Promise<unknown> {
  const phone = await newPhone(authority)
  return phone.port.apply(await signedApplication(authority, of, phone, deviation), key())
}
const code = (name: string) => expect.objectContaining({ code: name })

describe('2-C an application is refused', () => {
  test('2-C with a nonce that was not given out here', async () => {
    await expect(refused({ nonce: 'A'.repeat(32) })).rejects.toEqual(code('NONCE_UNKNOWN'))
  })

  test('2-C with a nonce that was used', async () => {
    const first = await newPhone(authority)
    const own = await handOutCard(authority, 22)
    const { nonce } = await first.port.nonce()
    await first.port.apply(await signedApplication(authority, own, first, { nonce }), key())
    await expect(refused({ nonce })).rejects.toEqual(code('NONCE_USED'))
  })

  test('2-C sent a second time under another key', async () => {
    const own = await handOutCard(authority, 23)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, own, phone)
    await phone.port.apply(cms, key())
    await expect(phone.port.apply(cms, key())).rejects.toEqual(code('NONCE_USED'))
  })

  test('2-C with another application under a key that was used', async () => {
    const own = await handOutCard(authority, 24)
    const phone = await newPhone(authority)
    const used = key()
    await phone.port.apply(await signedApplication(authority, own, phone), used)
    const other = await signedApplication(authority, own, phone)
    await expect(phone.port.apply(other, used)).rejects.toEqual(code('IDEMPOTENCY_KEY_REUSED'))
  })

  test('2-C.signed-by-card changed after it was signed', async () => {
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone)
    const text = Buffer.from(cms).toString('latin1')
    const at = text.indexOf('"kazashi-application"')
    const changed = Uint8Array.from(cms)
    changed[at + 1] = 'K'.charCodeAt(0)
    expect(at).toBeGreaterThan(0)
    await expect(phone.port.apply(changed, key())).rejects.toEqual(code('SIGNATURE_INVALID'))
  })

  test('2-C.signed-by-card that is no CMS at all', async () => {
    const phone = await newPhone(authority)
    const bytes = new TextEncoder().encode('no such thing')
    await expect(phone.port.apply(bytes, key())).rejects.toEqual(code('SIGNATURE_INVALID'))
  })

  test("2-C.signed-by-card signed by the card's authentication key", async () => {
    const deviation = { signer: card.authenticationSigner, certificate: card.authentication }
    await expect(refused(deviation)).rejects.toEqual(code('CARD_CERTIFICATE_UNTRUSTED'))
  })

  test("2-C.signed-by-card signed by a phone's signing certificate instead of a card's", async () => {
    const own = await handOutCard(authority, 25)
    const { phone, certificates } = await registeredPhone(authority, own)
    const deviation = { signer: phone.signers.signing, certificate: certificates.signing }
    await expect(refused(deviation, own)).rejects.toEqual(code('CARD_CERTIFICATE_UNTRUSTED'))
  })

  test('2-C⑧.unusable-card signed by a card that was returned', async () => {
    const own = await handOutCard(authority, 26)
    const { response } = await authority.client.POST('/counter/cards/{id}/end', {
      params: { path: { id: own.id } },
      body: { reason: 'returned' },
    })
    expect(response.status).toBe(204)
    await expect(refused({}, own)).rejects.toEqual(code('CARD_CERTIFICATE_REVOKED'))
  })

  test('2-C⑧.unusable-card signed by a card that a newer one replaced', async () => {
    const own = await handOutCard(authority, 27)
    await handOutCard(authority, 27)
    await expect(refused({}, own)).rejects.toEqual(code('CARD_CERTIFICATE_REVOKED'))
  })

  test('2-C written long ago', async () => {
    const time = new Date(Date.now() - 60 * 60_000)
    await expect(refused({ time })).rejects.toEqual(code('STATEMENT_TIME'))
  })

  test('2-C with other notes than the current ones', async () => {
    const consentHash = Buffer.alloc(32).toString('base64url')
    await expect(refused({ consentHash })).rejects.toEqual(code('CONSENT_UNKNOWN'))
  })

  test.each<[string, Deviation]>([
    ['PHONE_NOT_SUPPORTED', { model: 'Pixel 3' }],
    ['OS_TOO_OLD', { osVersion: '5.1' }],
    ['APP_TOO_OLD', { appVersion: '0.0.9' }],
    ['OS_TOO_OLD', { platform: 'iphone', osVersion: '18.4' }],
  ])('2-A, 2-B, 3-A %s: a phone that says %j', async (refusal, deviation) => {
    await expect(refused(deviation)).rejects.toEqual(code(refusal))
  })

  test('2-C for keys that are not RSA with 2048 bits', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const signing = await softwareSigner(privateKey, 'ES256')
    await expect(refused({ keys: { signing } })).rejects.toEqual(code('KEY_TOO_WEAK'))
  })

  test('2-C without proof that the phone holds the key', async () => {
    const [own, other] = [await newSigner(), await newSigner()]
    const pretending = { ...own, publicKey: other.publicKey, sign: own.sign.bind(own) }
    await expect(refused({ keys: { signing: pretending } })).rejects.toEqual(
      code('REQUEST_KEY_INVALID'),
    )
  })

  test('2-C for a kind that the card has no certificate of', async () => {
    const own = await handOutCard(authority, 29)
    const db = new pg.Client({ connectionString: authority.databaseUrl })
    await db.connect()
    const place = `series = 'card-authentication' and person = '${own.person}'`
    await db.query(`delete from record.certificate_place where ${place}`)
    await db.query(`delete from record.certificate where ${place}`)
    await db.end()
    await expect(refused({}, own)).rejects.toEqual(code('CARD_CERTIFICATE_MISSING'))
    await expect(refused({ kinds: ['signing'] }, own)).resolves.toMatchObject({ state: 'applied' })
  })

  test("2-C for the card's own key, for one key twice, and for the key of another phone", async () => {
    await expect(refused({ keys: { signing: card.signer } })).rejects.toEqual(code('KEY_USED'))
    const same = await newSigner()
    const twice = { keys: { signing: same, authentication: same } }
    await expect(refused(twice)).rejects.toEqual(code('KEY_USED'))
    const own = await handOutCard(authority, 28)
    const { phone } = await registeredPhone(authority, own)
    const theirs = { keys: { authentication: phone.signers.authentication } }
    await expect(refused(theirs)).rejects.toEqual(code('KEY_USED'))
  })

  test('2-C with a statement that names another device key', async () => {
    const [one, other] = [await newPhone(authority), await newPhone(authority)]
    const cms = await signedApplication(authority, card, one)
    await expect(other.port.apply(cms, key())).rejects.toEqual(code('STATEMENT_INVALID'))
  })

  test('2-C and after all these refusals the card is as good as before', async () => {
    await expect(refused({})).resolves.toMatchObject({ state: 'applied' })
  })
})

describe('5-A2 one phone, one person', () => {
  test('5-A2.one-phone a second application on the same phone, and one on another phone', async () => {
    const own = await handOutCard(authority, 31)
    const { phone } = await registeredPhone(authority, own)
    const again = {
      ...phone,
      signers: { signing: await newSigner(), authentication: await newSigner() },
    }
    await expect(
      phone.port.apply(await signedApplication(authority, own, again), key()),
    ).rejects.toEqual(code('ALREADY_ON_THIS_PHONE'))
    await expect(refused({}, own)).rejects.toEqual(code('PERSON_HAS_A_PHONE'))
  })

  test("5-A2.one-person someone else's application on the phone", async () => {
    const { phone } = await registeredPhone(authority, await handOutCard(authority, 32))
    const other = await handOutCard(authority, 33)
    const fresh = {
      ...phone,
      signers: { signing: await newSigner(), authentication: await newSigner() },
    }
    await expect(
      phone.port.apply(await signedApplication(authority, other, fresh), key()),
    ).rejects.toEqual(code('PHONE_HAS_A_PERSON'))
  })

  test('5-A2.one-phone of many phones at once exactly one gets the person', async () => {
    const own = await handOutCard(authority, 34)
    const phones = await Promise.all(Array.from({ length: 4 }, () => newPhone(authority)))
    const answers = await Promise.allSettled(
      phones.map(async (phone) =>
        phone.port.apply(await signedApplication(authority, own, phone), key()),
      ),
    )
    const taken = answers.filter(({ status }) => status === 'fulfilled')
    expect(taken).toHaveLength(1)
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toEqual(code('PERSON_HAS_A_PHONE'))
    }
  })

  test('5-A4.ends-with-card when the card ends the phone credential ends, and the person may apply anew', async () => {
    const own = await handOutCard(authority, 35)
    await registeredPhone(authority, own)
    const renewed = await handOutCard(authority, 35)
    await expect(refused({}, renewed)).resolves.toMatchObject({ state: 'applied' })
  })
})

describe('2-E the registration is refused', () => {
  test('2-E on another phone than the one that applied', async () => {
    const own = await handOutCard(authority, 41)
    const { applicationId } = await registeredPhone(authority, own)
    const other = await newPhone(authority)
    await expect(other.port.register(applicationId, key())).rejects.toEqual(code('NOT_FOUND'))
    await expect(other.port.application(applicationId)).rejects.toEqual(code('NOT_FOUND'))
    expect(await other.port.notices()).toEqual([])
  })

  test('2-E under a key that was used for another request; the first one’s answer stays the same', async () => {
    const own = await handOutCard(authority, 42)
    const phone = await newPhone(authority)
    const used = key()
    const { id } = await phone.port.apply(await signedApplication(authority, own, phone), key())
    await noticeFor(phone, id)
    const first = await phone.port.register(id, used)
    expect(await phone.port.register(id, used)).toEqual(first)
    await expect(phone.port.withdraw(id, used)).rejects.toEqual(code('IDEMPOTENCY_KEY_REUSED'))
  })

  test('2-E under one key with a withdrawal at the same moment; the registration, which came first, is done', async () => {
    const own = await handOutCard(authority, 43)
    const phone = await newPhone(authority)
    const { id } = await phone.port.apply(await signedApplication(authority, own, phone), key())
    await noticeFor(phone, id)
    const db = new pg.Client({ connectionString: authority.databaseUrl })
    onTestFinished(() => db.end())
    await db.connect()
    // Both wait while another procedure has the person, the registration in front.
    await db.query('begin')
    await db.query('select 1 from registry.person where id = $1 for update', [own.person])
    const waiting = async () => {
      const { rows } = await db.query<{ count: number }>(
        "select count(*)::int from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      )
      return rows[0]?.count
    }
    const used = key()
    const registering = phone.port.register(id, used)
    await expect.poll(waiting).toBe(1)
    const withdrawing = outcomeOf(() => phone.port.withdraw(id, used))
    await expect.poll(waiting).toBe(2)
    await db.query('commit')
    expect((await registering).certificates).toHaveLength(2)
    expect(await withdrawing).toEqual(code('IDEMPOTENCY_KEY_REUSED'))
  })
})

describe('RFC 9449 each call proves the device key', () => {
  const notices = () => `${authority.origins.authority}/notices`
  interface Proof {
    readonly htm?: string
    readonly htu?: string
    readonly iat?: number
    readonly jti?: string
    readonly typ?: string
  }
  async function proofOf(change: Proof = {}): Promise<string> {
    const { deviceKey } = await newPhone(authority)
    const { typ = 'dpop+jwt', iat = Math.floor(Date.now() / 1000), ...claims } = change
    const jwk = await exportJWK(deviceKey.publicKey)
    return new SignJWT({ htm: 'GET', htu: notices(), jti: crypto.randomUUID(), ...claims })
      .setProtectedHeader({ typ, alg: 'ES256', jwk })
      .setIssuedAt(iat)
      .sign(deviceKey.privateKey)
  }
  const ask = async (headers: Record<string, string>) =>
    (await localFetch(notices(), { headers })).json()

  test('RFC 9449 §4.3 a right proof is taken', async () => {
    expect(await ask({ dpop: await proofOf() })).toEqual([])
  })

  test('RFC 9449 §4.3 no proof, or nonsense', async () => {
    expect(await ask({})).toEqual(code('DPOP_INVALID'))
    expect(await ask({ dpop: 'nonsense' })).toEqual(code('DPOP_INVALID'))
  })

  test.each<[string, Proof]>([
    ['another method', { htm: 'POST' }],
    ['another address', { htu: 'http://elsewhere.kazashi.localhost/notices' }],
    ['another path', { htu: 'http://authority.kazashi.localhost/applications' }],
    ['another type of token', { typ: 'JWT' }],
  ])('RFC 9449 §4.3 a proof for %s', async (_, change) => {
    expect(await ask({ dpop: await proofOf(change) })).toEqual(code('DPOP_INVALID'))
  })

  test.each<[string, object]>([
    ['a key of one byte', { x: 'AA', y: 'AA' }],
    ['a point that is not on the curve', { y: 'A'.repeat(43) }],
    ['a key on another curve', { crv: 'P-384' }],
    ['a number in place of a coordinate', { x: 5 }],
    ['half a key', { y: undefined }],
    ['a private key', { d: 'A'.repeat(43) }],
  ])('RFC 9449 §4.2 a proof with %s in its header', async (_, change) => {
    const { deviceKey } = await newPhone(authority)
    const jwk = { ...(await exportJWK(deviceKey.publicKey)), ...change }
    const head = { typ: 'dpop+jwt', alg: 'ES256', jwk }
    const claims = { htm: 'GET', htu: notices(), jti: 'x'.repeat(22), iat: 1 }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part(head)}.${part(claims)}`
    const signature = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      deviceKey.privateKey,
      new TextEncoder().encode(signed),
    )
    const dpop = `${signed}.${Buffer.from(signature).toString('base64url')}`
    expect(await ask({ dpop })).toEqual(code('DPOP_INVALID'))
  })

  test('RFC 9449 §4.2 further members of the key, as its uses, are passed over', async () => {
    const { deviceKey } = await newPhone(authority)
    const jwk = { ...(await exportJWK(deviceKey.publicKey)), key_ops: ['sign'], kid: '1' }
    const dpop = await new SignJWT({ htm: 'GET', htu: notices(), jti: crypto.randomUUID() })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk })
      .setIssuedAt()
      .sign(deviceKey.privateKey)
    expect(await ask({ dpop })).toEqual([])
  })

  test('RFC 9449 §11.1 a proof that was used', async () => {
    const dpop = await proofOf()
    expect(await ask({ dpop })).toEqual([])
    expect(await ask({ dpop })).toEqual(code('DPOP_USED'))
  })

  test.each([-120, 120])('RFC 9449 §11.1 a proof made %d seconds from now', async (seconds) => {
    const iat = Math.floor(Date.now() / 1000) + seconds
    const told = await ask({ dpop: await proofOf({ iat }) })
    expect(told).toEqual(code('DPOP_TIME'))
    expect(Math.abs(Date.parse(told.now) - Date.now())).toBeLessThan(5_000)
  })

  test('RFC 9449 §11.1 a phone whose clock is wrong learns the time and is then accepted', async () => {
    const { deviceKey } = await newPhone(authority)
    const now = () => new Date(Date.now() - 3 * 24 * 60 * 60_000)
    const told: Date[] = []
    const onTime = (time: Date) => told.push(time)
    const port = authorityPort(authority.origins.authority, deviceKey, localFetch, { now, onTime })
    expect(await port.notices()).toEqual([])
    expect(await port.notices()).toEqual([])
    expect(told).toHaveLength(1)
    expect(Math.abs(Number(told[0]) - Date.now())).toBeLessThan(5_000)
  })
})

test('RFC 9457 a refusal speaks Japanese, or English when asked to, with a next step', async () => {
  const ask = async (language: string) =>
    (
      await localFetch(`${authority.origins.authority}/notices`, {
        headers: { 'accept-language': language },
      })
    ).json()
  expect(await ask('ja')).toMatchObject({ title: expect.stringMatching(/スマートフォン/) })
  expect(await ask('en')).toMatchObject({ title: expect.stringMatching(/device key/) })
})

test('5-A4 the counter refuses a birth date to come, and keys that were used', async () => {
  const { resident } = card
  const request = async () =>
    Buffer.from(await createCertificationRequest(await newSigner())).toString('base64')
  const order = { signing: await request(), authentication: await request() }
  const post = (body: typeof order & { resident: typeof resident }) =>
    authority.client.POST('/counter/cards', { body })
  const unborn = await post({ ...order, resident: { ...resident, birthDate: '2999-01-01' } })
  expect(unborn.error).toEqual(code('RESIDENT_INVALID'))
  const somebody = (await handOutCard(authority, 51)).resident
  expect(unwrap(await post({ ...order, resident: somebody })).cardExpiry).toMatch(
    /^\d{4}-\d\d-\d\d$/,
  )
  expect((await post({ ...order, resident: somebody })).error).toEqual(code('KEY_USED'))
})
