import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { generateResident, municipalities, type Resident } from '@kazashi/card'
import { ageAt, aroundTheClock, type CertificateKind, signingAge } from '@kazashi/lifecycle'
import {
  createCertificationRequest,
  parseCertificate,
  readAttributes,
  type Signer,
} from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorityClient, unwrap } from '../api/client.ts'
import { callers, roles } from '../callers.ts'
import { readRoleTokens } from '../index.ts'
import {
  der,
  handOutCard,
  newPhone,
  newSigner,
  type RunningAuthority,
  registeredPhone,
  type SoftwareCard,
  signedApplication,
  startAuthority,
} from './harness.ts'
import { askOcsp, type Told } from './ocsp.ts'

let authority: RunningAuthority
let issuers: Readonly<Record<string, Uint8Array>>
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
  const { anchors } = unwrap(await authority.client.GET('/trust'))
  issuers = Object.fromEntries(anchors.map((one) => [one.kind, der(one.certificate)]))
})
afterAll(() => authority?.close())

const key = () => crypto.randomUUID()
const code = (name: string) => expect.objectContaining({ code: name })
const pkcs10 = async (signer: Signer): Promise<string> =>
  Buffer.from(await createCertificationRequest(signer)).toString('base64')

interface Pair {
  readonly signing: Uint8Array
  readonly authentication: Uint8Array
}

/** signing, authentication: the status relying parties get at this moment. */
async function told({ signing, authentication }: Pair): Promise<[Told, Told]> {
  const now = await authority.now()
  const ask = (kind: CertificateKind, certificate: Uint8Array) =>
    askOcsp(authority.origins.repository, kind, {
      certificate,
      issuer: issuers[kind] ?? new Uint8Array(0),
      now,
    })
  return [await ask('signing', signing), await ask('authentication', authentication)]
}

const suspend = (person: string, what: 'phone' | 'card' | 'both') =>
  authority.client.POST('/hotline/suspensions', { body: { person, what, reason: 'lost' } })

const personOf = async ({ person }: SoftwareCard) =>
  unwrap(await authority.client.GET('/counter/people/{id}', { params: { path: { id: person } } }))

const noticeKinds = async (phone: Awaited<ReturnType<typeof registeredPhone>>['phone']) =>
  (await phone.port.notices()).map(({ kind }) => kind)

/** The first resident from this number on who is of age, or a child. */
async function residentWho(child: boolean, from: number): Promise<[Resident, number]> {
  const today = await authority.now()
  for (let seed = from; ; seed += 1) {
    const resident = generateResident(seed, today)
    if (ageAt(today, resident.birthDate) < signingAge === child) return [resident, seed]
  }
}

describe('RFC 6750 callers of routes', () => {
  const fill = (path: string) =>
    path.replaceAll(/:[a-z]+/g, crypto.randomUUID()).replace('*', 'AAAA')
  const ask = async (route: string, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = route.split(' ')
    const answer = await localFetch(`${authority.origins.authority}${fill(path)}`, {
      method,
      headers: { ...headers, ...(method !== 'GET' && { 'content-type': 'application/json' }) },
      ...(method !== 'GET' && { body: '{}' }),
    })
    return answer.json().catch(() => undefined)
  }
  const there = async () => {
    const { paths } = await ask('GET /openapi.json')
    return Object.entries(callers).filter(([route]) => {
      const [method = '', path = ''] = route.split(' ')
      const known = paths[path.replaceAll(/:([a-z]+)/g, '{$1}')]
      return known?.[method.toLowerCase()] !== undefined
    })
  }
  const tokens = () => ask('GET /sandbox/tokens')

  test('RFC 6750 §3.1 a route of a role refuses a caller without a token, and one with that of another role', async () => {
    const known = await tokens()
    const ofRoles = (await there()).filter(([, who]) =>
      roles.some((role) => (who as readonly string[]).includes(role)),
    )
    expect(ofRoles.length).toBeGreaterThan(6)
    for (const [route, who] of ofRoles) {
      expect(await ask(route), route).toEqual(code('ROLE_REQUIRED'))
      expect(await ask(route, { authorization: 'Bearer nonsense' }), route).toEqual(
        code('ROLE_REQUIRED'),
      )
      for (const role of roles) {
        const answer = await ask(route, { authorization: `Bearer ${known[role]}` })
        const may = (who as readonly string[]).includes(role)
        expect(answer?.code === 'ROLE_REQUIRED', `${role} ${route}`).toBe(!may)
      }
    }
  })

  test('RFC 9449 §4.3 a route of a device refuses a caller without proof of a device key', async () => {
    const ofDevices = (await there()).filter(
      ([route, who]) => (who as readonly string[]).includes('device') && route.startsWith('GET'),
    )
    expect(ofDevices.length).toBeGreaterThan(3)
    for (const [route] of ofDevices) expect(await ask(route), route).toEqual(code('DPOP_INVALID'))
  })

  test('Fetch Metadata §2.4 the tokens are given to programs, never to a page', async () => {
    for (const headers of [
      { origin: authority.origins.desk },
      { origin: 'http://elsewhere.example' },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ]) {
      expect(await ask('GET /sandbox/tokens', headers)).toEqual(code('BROWSER_REFUSED'))
    }
    const known = await tokens()
    expect(new Set(Object.values(known)).size).toBe(4)
    for (const role of roles) {
      const file = await stat(join(authority.dataFolder, 'tokens', role))
      expect(file.mode & 0o777).toBe(0o600)
    }
  })
})

describe('5-B1 the hotline', () => {
  test('5-B1.who-calls finds a person by name and birth date, and shows only the card and phone that can be suspended', async () => {
    const card = await handOutCard(authority, 301)
    const { credentialId } = await registeredPhone(authority, card)
    const { name, birthDate } = card.resident
    for (const typed of [name, name.replace('\u3000', ''), name.replace('\u3000', '  ')]) {
      const body = { name: typed, birthDate }
      const found = unwrap(await authority.client.POST('/hotline/people', { body }))
      expect(found).toEqual([
        {
          person: card.person,
          municipality: expect.stringContaining(card.resident.municipality.name),
          card: { id: card.id, state: 'in-use' },
          phones: [
            { credentialId, state: 'active', platform: 'android', model: expect.any(String) },
          ],
        },
      ])
    }
    const body = { name, birthDate: '1900-01-01' }
    expect(unwrap(await authority.client.POST('/hotline/people', { body }))).toEqual([])
  })

  test('5-B1.phone-stops a lost phone is refused from the answer on; the card goes on', async () => {
    const card = await handOutCard(authority, 302)
    const { phone, certificates } = await registeredPhone(authority, card)
    expect(await told(certificates)).toEqual(['good', 'good'])
    const { data } = await suspend(card.person, 'phone')
    expect(data?.phones).toMatchObject([{ state: 'suspended' }])
    expect(await told(certificates)).toEqual(['certificateHold', 'certificateHold'])
    expect(await told(card)).toEqual(['good', 'good'])
    expect(await noticeKinds(phone)).toEqual(['ready-to-register', 'suspended'])
    expect((await suspend(card.person, 'phone')).response.status).toBe(200)
    expect(await noticeKinds(phone)).toHaveLength(2)
  })

  test('5-B1.card-stops a lost card is refused, and the phone goes on', async () => {
    const card = await handOutCard(authority, 303)
    const { certificates } = await registeredPhone(authority, card)
    unwrap(await suspend(card.person, 'card'))
    expect(await told(card)).toEqual(['certificateHold', 'certificateHold'])
    expect(await told(certificates)).toEqual(['good', 'good'])
    const phone = await newPhone(authority)
    await expect(
      phone.port.apply(await signedApplication(authority, card, phone), key()),
    ).rejects.toEqual(code('CARD_CERTIFICATE_SUSPENDED'))
  })

  test('5-B1.counter-report the counter takes the report of a lost card, and stops it', async () => {
    const card = await handOutCard(authority, 306)
    const { counter = '' } = await readRoleTokens(authority.dataFolder)
    const atCounter = authorityClient(authority.origins.authority, localFetch, { hotline: counter })
    const { name, birthDate } = card.resident
    const found = unwrap(await atCounter.POST('/hotline/people', { body: { name, birthDate } }))
    expect(found).toMatchObject([{ person: card.person }])
    const body = { person: card.person, what: 'card', reason: 'lost' } as const
    const held = unwrap(await atCounter.POST('/hotline/suspensions', { body }))
    expect(held.card?.state).toBe('suspended')
    expect(await told(card)).toEqual(['certificateHold', 'certificateHold'])
  })

  test('5-B1.both both at once, under one key once, and nothing where there is nothing', async () => {
    const card = await handOutCard(authority, 304)
    expect((await suspend(card.person, 'phone')).error).toEqual(code('NOTHING_TO_SUSPEND'))
    const { certificates } = await registeredPhone(authority, card)
    const again = key()
    const ask = (reason: 'lost' | 'stolen') =>
      authority.client.POST('/hotline/suspensions', {
        params: { header: { 'idempotency-key': again } },
        body: { person: card.person, what: 'both', reason },
      })
    const first = unwrap(await ask('lost'))
    expect(unwrap(await ask('lost'))).toEqual(first)
    expect((await ask('stolen')).error).toEqual(code('IDEMPOTENCY_KEY_REUSED'))
    expect(await told(card)).toEqual(['certificateHold', 'certificateHold'])
    expect(await told(certificates)).toEqual(['certificateHold', 'certificateHold'])
    expect((await suspend(crypto.randomUUID(), 'both')).error).toEqual(code('NOT_FOUND'))
  })

  test('5-B1.on-its-way a phone lost before it was registered can no longer be registered', async () => {
    const card = await handOutCard(authority, 305)
    const phone = await newPhone(authority)
    const { id } = await phone.port.apply(await signedApplication(authority, card, phone), key())
    unwrap(await suspend(card.person, 'phone'))
    expect(await phone.port.application(id)).toMatchObject({ state: 'withdrawn' })
    await expect(phone.port.register(id, key())).rejects.toEqual(code('APPLICATION_OVER'))
  })
})

describe('5-B2 a card that was found', () => {
  const release = async (card: SoftwareCard, signer?: Signer) =>
    authority.client.POST('/counter/cards/{id}/release', {
      params: { path: { id: card.id } },
      body: signer ? { signing: await pkcs10(signer), signingForMinor: true } : {},
    })

  test('5-B2.released 5-B2.signing-anew the counter releases the authentication certificate and issues the signing one anew', async () => {
    const card = await handOutCard(authority, 311)
    const { phone, certificates } = await registeredPhone(authority, card)
    expect((await release(card, await newSigner())).error).toEqual(code('CARD_NOT_SUSPENDED'))
    unwrap(await suspend(card.person, 'card'))
    expect((await release(card)).error).toEqual(code('CARD_KEY_MISSING'))
    expect(await told(card)).toEqual(['certificateHold', 'certificateHold'])
    expect((await release(card, card.signer)).error).toEqual(code('KEY_USED'))

    const signer = await newSigner()
    const released = unwrap(await release(card, signer))
    const fresh = der(released.certificates.signing ?? '')
    expect(await told(card)).toEqual(['revoked', 'good'])
    expect(parseCertificate(fresh).spki).toEqual(signer.publicKey)
    expect(await told({ ...card, signing: fresh })).toEqual(['good', 'good'])
    expect(released.certificates.authentication).toBe(
      Buffer.from(card.authentication).toString('base64'),
    )
    // Certificates that depend on the signing certificate ended with it (5-A4).
    expect(await told(certificates)).toEqual(['revoked', 'good'])
    expect(await noticeKinds(phone)).toEqual(['ready-to-register', 'card-ended'])
    expect(await personOf(card)).toMatchObject({
      card: { state: 'in-use' },
      phones: [{ state: 'active' }],
    })
    const after = { ...card, signer, signing: fresh }
    const other = await newPhone(authority)
    await expect(
      other.port.apply(await signedApplication(authority, after, other), key()),
    ).rejects.toEqual(code('PERSON_HAS_A_PHONE'))
  })

  test('5-B2.never-good-again the database refuses every way to make a suspended signing certificate good', async () => {
    const card = await handOutCard(authority, 312)
    const { certificates } = await registeredPhone(authority, card)
    unwrap(await suspend(card.person, 'both'))
    const client = new pg.Client({ connectionString: authority.databaseUrl })
    await client.connect()
    const set = (series: string, status: string) =>
      client.query(
        `update record.certificate set status = $3, reason = $4 where person = $1 and series = $2`,
        [card.person, series, status, status === 'good' ? null : 'certificateHold'],
      )
    try {
      for (const series of ['card-signing', 'phone-signing', 'phone-authentication']) {
        await expect(set(series, 'good'), series).rejects.toThrow('never becomes good again')
      }
      await set('card-authentication', 'good')
      // By hand, so nobody waited until the authority had heard of it.
      await expect.poll(() => told(card)).toEqual(['certificateHold', 'good'])
      unwrap(await release(card, await newSigner()))
      for (const status of ['good', 'hold']) {
        await expect(set('phone-signing', status)).rejects.toThrow('stays revoked')
      }
      expect(await told(certificates)).toEqual(['revoked', 'certificateHold'])
    } finally {
      await client.end()
    }
  })
})

describe('5-A4 phone certificates end with those of the card', () => {
  test('5-A4.ends-with-card renewed certificates end those on the phone, and a suspended card is not renewed', async () => {
    const card = await handOutCard(authority, 321)
    const { phone, certificates } = await registeredPhone(authority, card)
    const [signer, authenticationSigner] = [await newSigner(), await newSigner()]
    const renew = async () =>
      authority.client.POST('/counter/cards/{id}/renewal', {
        params: { path: { id: card.id } },
        body: {
          signing: await pkcs10(signer),
          authentication: await pkcs10(authenticationSigner),
          signingForMinor: true,
        },
      })
    const renewed = unwrap(await renew())
    const fresh = {
      signing: der(renewed.certificates.signing ?? ''),
      authentication: der(renewed.certificates.authentication ?? ''),
    }
    expect(await told(card)).toEqual(['revoked', 'revoked'])
    expect(await told(fresh)).toEqual(['good', 'good'])
    expect(await told(certificates)).toEqual(['revoked', 'revoked'])
    expect(await noticeKinds(phone)).toEqual(['ready-to-register', 'card-ended'])
    expect((await personOf(card)).phones).toEqual([])
    // And the person registers on the phone anew.
    const other = await newPhone(authority)
    const cms = await signedApplication(authority, { ...card, ...fresh, signer }, other)
    await expect(other.port.apply(cms, key())).resolves.toMatchObject({ state: 'applied' })
    unwrap(await suspend(card.person, 'card'))
    expect((await renew()).error).toEqual(code('CARD_SUSPENDED'))
  })

  test('5-A4.moved a move to another municipality: the signing certificates end, the card gets a new one', async () => {
    const card = await handOutCard(authority, 322)
    const { certificates } = await registeredPhone(authority, card)
    const municipality = municipalities.find(({ code }) => code !== card.resident.municipality.code)
    if (!municipality) throw new TypeError('one municipality only')
    const address = `${municipality.prefecture}${municipality.name}一丁目1番1号`
    const resident = { ...card.resident, municipality, address }
    const moved = unwrap(
      await authority.client.POST('/counter/people/{id}/changes', {
        params: { path: { id: card.person } },
        body: {
          change: 'move',
          resident,
          signing: await pkcs10(await newSigner()),
          signingForMinor: true,
        },
      }),
    )
    const fresh = parseCertificate(der(moved?.certificates.signing ?? ''))
    expect(readAttributes(fresh)).toMatchObject({ address })
    expect(await told(card)).toEqual(['revoked', 'good'])
    expect(await told(certificates)).toEqual(['revoked', 'good'])
    const person = await personOf(card)
    expect(person.resident).toEqual(resident)
    expect(person.municipality).toBe(`${municipality.prefecture}${municipality.name}`)
    expect(person.certificates.phones.map(({ status }) => status)).toEqual(['revoked', 'good'])
  })

  test('5-A4 a new name is found by the hotline; another person’s record is not changed', async () => {
    const card = await handOutCard(authority, 323)
    const resident = { ...card.resident, name: '架空\u3000改名' }
    const change = async (of: string, to: typeof resident) =>
      authority.client.POST('/counter/people/{id}/changes', {
        params: { path: { id: of } },
        body: {
          change: 'name',
          resident: to,
          signing: await pkcs10(await newSigner()),
          signingForMinor: true,
        },
      })
    const other = await handOutCard(authority, 324)
    expect((await change(other.person, resident)).error).toEqual(code('CHANGE_REFUSED'))
    expect(await told(other)).toEqual(['good', 'good'])
    unwrap(await change(card.person, resident))
    const find = async (name: string) =>
      unwrap(
        await authority.client.POST('/hotline/people', {
          body: { name, birthDate: resident.birthDate },
        }),
      )
    expect(await find('架空改名')).toMatchObject([{ person: card.person }])
    expect(await find(card.resident.name)).toEqual([])
  })

  test('5-A4.ends-with-card a death ends card and phone, once', async () => {
    const card = await handOutCard(authority, 325)
    const { certificates } = await registeredPhone(authority, card)
    const die = () =>
      authority.client.POST('/counter/people/{id}/changes', {
        params: { path: { id: card.person } },
        body: { change: 'death' },
      })
    expect((await die()).response.status).toBe(204)
    expect(await told(card)).toEqual(['revoked', 'revoked'])
    expect(await told(certificates)).toEqual(['revoked', 'revoked'])
    expect(await personOf(card)).toMatchObject({ card: null, phones: [] })
    expect((await die()).error).toEqual(code('CARD_ENDED'))
  })
})

describe('2-A a child under 15', () => {
  const order = async (resident: Resident, signing: boolean, asked?: boolean) =>
    authority.client.POST('/counter/cards', {
      body: {
        resident,
        authentication: await pkcs10(await newSigner()),
        ...(signing && { signing: await pkcs10(await newSigner()) }),
        ...(asked !== undefined && { signingForMinor: asked }),
      },
    })

  test('2-A.child gets a card without signing certificate, unless the legal representative asks for one', async () => {
    const [child] = await residentWho(true, 400)
    expect((await order(child, true)).error).toEqual(code('SIGNING_UNDER_AGE'))
    const without = unwrap(await order(child, false))
    expect(without.certificates.signing).toBeUndefined()
    expect(without.certificates.authentication).toBeDefined()
    const { data } = await suspend(without.person, 'card')
    expect(data?.card?.state).toBe('suspended')
    const released = unwrap(
      await authority.client.POST('/counter/cards/{id}/release', {
        params: { path: { id: without.cardId } },
        body: {},
      }),
    )
    expect(released.certificates).toEqual(without.certificates)
    expect(unwrap(await order(child, true, true)).certificates.signing).toBeDefined()
  })

  test('2-A.child an older person gets one without asking', async () => {
    const [adult] = await residentWho(false, 400)
    expect(unwrap(await order(adult, true)).certificates.signing).toBeDefined()
  })
})
