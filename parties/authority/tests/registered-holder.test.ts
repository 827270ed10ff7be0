/** The register asked by a certificate: by the counter's token alone, and never unseen. */
import { aroundTheClock } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { localFetch } from '@kazashi/serve'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { authorityClient, unwrap } from '../api/client.ts'
import { handOutCard, type RunningAuthority, registeredPhone, startAuthority } from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
})
afterAll(() => authority?.close())

type Kind = 'signing' | 'authentication'
const read = async (kind: Kind, certificate: Uint8Array, client = authority.client) =>
  unwrap(
    await client.POST('/counter/holders', {
      body: { kind, certificate: base64.encode(certificate) },
    }),
  )
const readsWritten = async (person: string) => {
  const client = new pg.Client({ connectionString: authority.databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ details: unknown }>(
      `select details from record.audit where action = 'holder read' and person = $1 order by seq`,
      [person],
    )
    return rows.map(({ details }) => details)
  } finally {
    await client.end()
  }
}

test('1-B③ the register is read by a certificate of card or phone, and each reading is written down', async () => {
  const card = await handOutCard(authority, 191)
  const phone = await registeredPhone(authority, card)
  const byCard = await read('authentication', card.authentication)
  expect(byCard).toMatchObject({ carrier: 'card', resident: { name: card.resident.name } })
  const byPhone = await read('signing', phone.certificates.signing)
  expect(byPhone).toEqual({ ...byCard, carrier: 'phone' })
  expect(await readsWritten(byCard.person)).toEqual([
    { kind: 'authentication', carrier: 'card' },
    { kind: 'signing', carrier: 'phone' },
  ])
})

test('1-B③ a certificate that is suspended reads nothing, and neither does one without the counter’s token', async () => {
  const card = await handOutCard(authority, 192)
  const phone = await registeredPhone(authority, card)
  const { person } = await read('authentication', card.authentication)
  await authority.client.POST('/hotline/suspensions', {
    body: { person, what: 'phone', reason: 'lost' },
  })
  const { authentication } = phone.certificates
  expect(await codeOf(read('authentication', authentication))).toBe('PHONE_CERTIFICATE_SUSPENDED')
  const nobody = authorityClient(authority.origins.authority, localFetch)
  expect(await codeOf(read('authentication', card.authentication, nobody))).toBe('ROLE_REQUIRED')
  expect(await codeOf(read('signing', card.authentication))).toBe('CARD_CERTIFICATE_UNTRUSTED')
  expect(await readsWritten(person)).toHaveLength(1)
})
