/** 3-C, 3-D, 1-A② an iPhone's attributes: issued with its certificates, good with them, suspended and ended with them. */
import { spawn } from 'node:child_process'
import { aroundTheClock } from '@kazashi/lifecycle'
import {
  myNumberCardDocType,
  myNumberCardElements,
  parseMdoc,
  type VerifiedMdoc,
  verifyMdoc,
} from '@kazashi/mdoc'
import {
  createCertificationRequest,
  parseCertificate,
  parseCrl,
  toPem,
  verifyCrl,
} from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { unwrap } from '../api/client.ts'
import {
  byCard,
  der,
  handOutCard,
  newPhone,
  newSigner,
  noticeFor,
  type RegisteredPhone,
  type RunningAuthority,
  registeredPhone,
  type SoftwareCard,
  signedApplication,
  signedRequest,
  startAuthority,
  withNewKeys,
} from './harness.ts'

const iphone = { platform: 'iphone', model: 'iPhone 15', osVersion: '18.5' } as const

let authority: RunningAuthority
let database: pg.Client
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
  database = new pg.Client({ connectionString: authority.databaseUrl })
  await database.connect()
})
afterAll(async () => {
  await database?.end()
  await authority?.close()
})

const iaca = async (): Promise<Uint8Array> =>
  der(unwrap(await authority.client.GET('/trust')).attributes.iacas[0] ?? '')

async function verified(mdoc: Uint8Array): Promise<VerifiedMdoc> {
  return verifyMdoc({
    mdoc: parseMdoc(mdoc),
    anchors: [await iaca()],
    now: await authority.now(),
    docType: myNumberCardDocType,
  })
}

async function newIphone(seed: number): Promise<{ card: SoftwareCard; phone: RegisteredPhone }> {
  const card = await handOutCard(authority, seed)
  return { card, phone: await registeredPhone(authority, card, iphone) }
}

const rows = async (credential: string) =>
  (
    await database.query<{ status: string; reason: string | null; sealed: Buffer | null }>(
      'select status, reason, sealed from record.attribute_document where credential = $1',
      [credential],
    )
  ).rows

describe('3-D the registration', () => {
  test('1-A②.attributes 1-C②.nothing-private gives the attributes with the certificates: they verify under the IACA and match the register', async () => {
    const card = await handOutCard(authority, 401)
    const phone = await newPhone(authority)
    const holder = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'sign',
    ])
    const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', holder.publicKey)
    const holderKey = { kty: 'EC', crv: 'P-256', x, y } as const
    const cms = await signedApplication(authority, card, phone, { ...iphone, holderKey })
    const { id } = await phone.port.apply(cms, crypto.randomUUID())
    await noticeFor(phone, id)
    const { attributes, certificates, credentialId } = await phone.port.register(
      id,
      crypto.randomUUID(),
    )
    expect(certificates).toHaveLength(2)
    const { securityObject, documentSigner, ...rest } = await verified(
      attributes?.mdoc ?? new Uint8Array(),
    )
    const elements = myNumberCardElements(rest)
    const { resident } = card
    const [year, month, day] = resident.birthDate.split('-').map(Number)
    expect(elements['org.iso.23220.1.jp']).toMatchObject({
      full_name_unicode: resident.name,
      resident_address_unicode: resident.address,
      local_gov_code_unicode: resident.municipality.code,
      individual_number_unicode: resident.myNumber,
      birth_date_unicode: `${year}年${month}月${day}日`,
    })
    expect(
      Object.values(elements)
        .flatMap((space) => Object.keys(space))
        .sort(),
    ).toEqual([
      'age_in_years',
      'age_over_13',
      'age_over_15',
      'age_over_16',
      'age_over_18',
      'age_over_20',
      'age_over_60',
      'age_over_65',
      'age_over_75',
      'birth_date',
      'birth_date_unicode',
      'full_name_unicode',
      'individual_number_unicode',
      'local_gov_code_unicode',
      'portrait',
      'resident_address_unicode',
      'sex',
      'sex_unicode',
    ])
    expect(elements['org.iso.23220.1'].birth_date.date).toBe(resident.birthDate)
    expect(securityObject.deviceKey).toEqual(holderKey)
    const ends = certificates.map(
      ({ certificate }) => parseCertificate(certificate).validity.notAfter,
    )
    for (const end of [...ends, documentSigner.validity.notAfter])
      expect(securityObject.validity.validUntil.getTime()).toBeLessThanOrEqual(end.getTime())
    expect(await phone.port.attributes(credentialId)).toEqual(attributes?.mdoc)
    expect((await phone.port.currentCredential())?.attributes).toBe('good')
  })

  test('3-D a phone that lost them before the registration ended gets them with it, and not before', async () => {
    const card = await handOutCard(authority, 402)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone, iphone)
    const { id } = await phone.port.apply(cms, crypto.randomUUID())
    await noticeFor(phone, id)
    const current = await phone.port.currentCredential()
    expect(current?.attributes).toBe('signed')
    expect(await codeOf(phone.port.attributes(current?.id ?? ''))).toBe('NOT_REGISTERED_YET')
    const first = await phone.port.register(id, crypto.randomUUID())
    const second = await phone.port.register(id, crypto.randomUUID())
    expect(second.attributes?.mdoc).toEqual(first.attributes?.mdoc)
  })

  test('1-A②.nobody-else nobody else’s phone gets them, and an Android phone has none', async () => {
    const { phone } = await newIphone(403)
    const stranger = await registeredPhone(authority, await handOutCard(authority, 404))
    expect(await codeOf(stranger.phone.port.attributes(phone.credentialId))).toBe('NOT_FOUND')
    expect(await codeOf(stranger.phone.port.attributes(stranger.credentialId))).toBe('NOT_FOUND')
    expect(await stranger.phone.port.currentCredential()).not.toHaveProperty('attributes')
    expect(await rows(stranger.credentialId)).toEqual([])
  })
})

describe('they follow the credential', () => {
  test('3-E ended on the phone: nothing of them is left with the authority', async () => {
    const { card, phone } = await newIphone(405)
    const { port } = phone.phone
    const asked = { action: 'revoke', credential: phone.credentialId } as const
    const request = await signedRequest(authority, phone.phone, asked, byCard(card))
    await port.revoke(phone.credentialId, request, crypto.randomUUID())
    expect(await codeOf(port.attributes(phone.credentialId))).toBe('CREDENTIAL_OVER')
    expect(await rows(phone.credentialId)).toEqual([
      { status: 'revoked', reason: 'revoked-by-card', sealed: null },
    ])
  })

  test('5-B1 a lost iPhone: suspended with it, and never good again', async () => {
    const { card, phone } = await newIphone(406)
    unwrap(
      await authority.client.POST('/hotline/suspensions', {
        body: { person: card.person, what: 'phone', reason: 'lost' },
      }),
    )
    const { port } = phone.phone
    expect((await port.currentCredential())?.attributes).toBe('hold')
    expect(await codeOf(port.attributes(phone.credentialId))).toBe('CREDENTIAL_SUSPENDED')
    const again = database.query(
      `update record.attribute_document set status = 'good', reason = null where credential = $1`,
      [phone.credentialId],
    )
    await expect(again).rejects.toMatchObject({ constraint: 'attributes_suspended_for_good' })
  })

  test('5-B3.issued-anew a found iPhone: the new application brings new ones, the suspended ones end', async () => {
    const { card, phone } = await newIphone(407)
    unwrap(
      await authority.client.POST('/hotline/suspensions', {
        body: { person: card.person, what: 'phone', reason: 'lost' },
      }),
    )
    const resumed = await registeredPhone(authority, card, {
      ...iphone,
      purpose: 'resume',
      phone: await withNewKeys(phone.phone),
    })
    expect((await rows(phone.credentialId))[0]?.status).toBe('revoked')
    expect((await rows(resumed.credentialId))[0]?.status).toBe('good')
    await verified(await resumed.phone.port.attributes(resumed.credentialId))
  })

  test('5-A4.ends-with-card the card is returned: they end', async () => {
    const { card, phone } = await newIphone(408)
    const { response } = await authority.client.POST('/counter/cards/{id}/end', {
      params: { path: { id: card.id } },
      body: { reason: 'returned' },
    })
    expect(response.ok).toBe(true)
    expect((await rows(phone.credentialId))[0]?.status).toBe('revoked')
    expect((await phone.phone.port.currentCredential())?.state).toBe('ended')
  })

  test('5-A4 a move: they end with the signing certificate, while the other goes on', async () => {
    const { card, phone } = await newIphone(414)
    const signer = await newSigner()
    const resident = { ...card.resident, address: `${card.resident.address}　新居１０１号` }
    const { response } = await authority.client.POST('/counter/people/{id}/changes', {
      params: { path: { id: card.person } },
      body: {
        change: 'move',
        resident,
        signing: Buffer.from(await createCertificationRequest(signer)).toString('base64'),
      },
    })
    expect(response.ok).toBe(true)
    const current = await phone.phone.port.currentCredential()
    expect(current?.state).toBe('active')
    expect(current?.attributes).toBe('revoked')
    expect(await rows(phone.credentialId)).toEqual([
      { status: 'revoked', reason: 'moved', sealed: null },
    ])
  })
})

describe('the database itself', () => {
  test('5-A1 certificates and attributes are issued together, or nothing is', async () => {
    // A sequence counts attempts even if they are rolled back.
    await database.query(`create sequence record.attempt`)
    await database.query(`create function record.no_attributes() returns trigger language plpgsql as $$
      begin perform nextval('record.attempt'); raise exception 'not today'; end $$`)
    await database.query(`create trigger no_attributes before insert on record.attribute_document
      for each row execute function record.no_attributes()`)
    const card = await handOutCard(authority, 415)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone, iphone)
    const { id } = await phone.port.apply(cms, crypto.randomUUID())
    const count = async (sql: string) => (await database.query(sql)).rowCount ?? 0
    const attempted = () => count('select 1 from record.attempt where is_called')
    const made = () =>
      count(
        `select 1 from record.certificate where person = '${card.person}' and carrier = 'phone'`,
      )
    await expect.poll(attempted, { timeout: 20_000 }).toBe(1)
    expect(await made()).toBe(0)
    expect((await phone.port.application(id)).state).toBe('applied')
    await database.query('drop trigger no_attributes on record.attribute_document')
    await authority.moveClock(await authority.now())
    await noticeFor(phone, id)
    expect(await made()).toBe(2)
    const { attributes } = await phone.port.register(id, crypto.randomUUID())
    await verified(attributes?.mdoc ?? new Uint8Array())
  })

  test.for([
    [
      'attributes that outlive the certificates',
      `update record.attribute_document set not_after = parent_not_after + interval '1 second'`,
      'attributes_never_outlive_certificate',
    ],
    [
      'two of one credential',
      `insert into record.attribute_document select person, gen_random_uuid(), credential, signer, status, status_since, reason,
         not_before, not_after, parent_series, parent_index, parent_not_after, sealed
       from record.attribute_document where status = 'good' limit 1`,
      'attributes_of_credential',
    ],
    [
      'a document kept after its end',
      `update record.attribute_document set status = 'revoked', reason = 'revoked' where status = 'good'`,
      'attributes_forgotten_when_ended',
    ],
  ] as const)('5-A4 the database refuses %s', async ([, sql, constraint]) => {
    await newIphone(420 + constraint.length)
    await expect(database.query(sql)).rejects.toMatchObject({ constraint })
  })
})

describe('their issuers', () => {
  function openssl(args: readonly string[], input: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn('openssl', args, { stdio: ['pipe', 'pipe', 'inherit'] })
      let out = ''
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
      })
      child.on('error', reject)
      child.on('close', () => resolve(out))
      child.stdin.end(input)
    })
  }

  test('ISO/IEC 18013-5 annex B their certificates lead to an IACA and a CRL that are there', async () => {
    const { phone } = await newIphone(409)
    const { documentSigner, anchor } = await verified(
      await phone.phone.port.attributes(phone.credentialId),
    )
    const { repository } = authority.origins
    const [url = ''] = documentSigner.crlDistributionPoints[0]?.uris ?? []
    const answer = await localFetch(url)
    expect(answer.headers.get('content-type')).toBe('application/pkix-crl')
    const crl = new Uint8Array(await answer.arrayBuffer())
    expect(parseCrl(crl).entries).toEqual([])
    const now = await authority.now()
    await verifyCrl({ crl, issuer: anchor, certificate: documentSigner, now })
    const served = await localFetch(`${repository}/pki/ca/iaca.cer`)
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(await iaca())
    const text = await openssl(['x509', '-noout', '-subject'], toPem('CERTIFICATE', anchor.der))
    expect(text).toMatch(/SANDBOX IACA/)
  })

  test('ISO/IEC 18013-5 annex B.1.4 a document signer signs for three months, the next one is made then', async () => {
    const signers = async () =>
      (await database.query<{ number: number }>('select number from record.document_signer')).rows
        .length
    const before = await signers()
    await newIphone(410)
    expect(await signers()).toBe(before)
    const start = await authority.now()
    await authority.moveClock(new Date(start.getTime() + 93 * 86_400_000))
    try {
      const { phone } = await newIphone(411)
      expect(await signers()).toBe(before + 1)
      const { documentSigner } = await verified(
        await phone.phone.port.attributes(phone.credentialId),
      )
      expect(documentSigner.subject.text).toContain(`document signer ${before + 1}`)
    } finally {
      await authority.moveClock(start)
    }
  })

  test('ISO/IEC 18013-5 annex B.1.2 after a restart it is the same IACA, and attributes issued before verify', async () => {
    const { phone } = await newIphone(412)
    const before = await iaca()
    await authority.restart()
    expect(await iaca()).toEqual(before)
    await verified(await phone.phone.port.attributes(phone.credentialId))
  })
})

test('SP 800-38D the document is sealed where it is kept: neither name nor photo is in it', async () => {
  const { card, phone } = await newIphone(413)
  const [row] = await rows(phone.credentialId)
  const text = row?.sealed?.toString('latin1') ?? ''
  expect(text.length).toBeGreaterThan(1000)
  for (const part of [card.resident.name, 'full_name_unicode', 'jP  '])
    expect(text).not.toContain(Buffer.from(part).toString('latin1'))
})
