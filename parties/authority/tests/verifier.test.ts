/** What the authority tells relying parties of a certificate's holder: one name for one person, and nobody else's. */
import { aroundTheClock } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { createCertificationRequest } from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { authorityClient, unwrap } from '../api/client.ts'
import {
  handOutCard,
  newSigner,
  type RunningAuthority,
  registeredPhone,
  startAuthority,
} from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
})
afterAll(() => authority?.close())

const holderOf = async (
  kind: 'signing' | 'authentication',
  certificate: Uint8Array,
  client = authority.client,
) =>
  unwrap(
    await client.POST('/verifier/holders', {
      body: { kind, certificate: base64.encode(certificate) },
    }),
  ).holder

test('OIDC Core §8 the holder has one name over card, phone and renewal, whichever certificate is looked at; another person has another', async () => {
  const card = await handOutCard(authority, 91)
  const phone = await registeredPhone(authority, card)
  const holder = await holderOf('authentication', card.authentication)
  expect(holder).toMatch(/^[\w-]{43}$/)
  expect(await holderOf('signing', card.signing)).toBe(holder)
  expect(await holderOf('authentication', phone.certificates.authentication)).toBe(holder)
  expect(await holderOf('signing', phone.certificates.signing)).toBe(holder)
  const renewed = unwrap(
    await authority.client.POST('/counter/cards/{id}/renewal', {
      params: { path: { id: card.id } },
      body: {
        signing: base64.encode(await createCertificationRequest(await newSigner())),
        authentication: base64.encode(await createCertificationRequest(await newSigner())),
      },
    }),
  )
  const next = base64.decode(renewed.certificates.authentication ?? '')
  expect(await holderOf('authentication', next)).toBe(holder)
  // The one before is no secret of somebody else's, and is still the same person's.
  expect(await holderOf('authentication', phone.certificates.authentication)).toBe(holder)
  const other = await handOutCard(authority, 92)
  expect(await holderOf('authentication', other.authentication)).not.toBe(holder)
})

test('RFC 6750 §3.1 only a verifier’s token asks: not the counter’s, the hotline’s or none; a certificate of nobody is refused, and so is what is no certificate', async () => {
  const { authentication, signing } = await handOutCard(authority, 93)
  const nobody = authorityClient(authority.origins.authority, localFetch)
  expect(await codeOf(holderOf('authentication', authentication, nobody))).toBe('ROLE_REQUIRED')
  expect(await codeOf(holderOf('authentication', signing))).toBe('CARD_CERTIFICATE_UNTRUSTED')
  const changed = Uint8Array.from(authentication)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(await codeOf(holderOf('authentication', changed))).toBe('CARD_CERTIFICATE_UNTRUSTED')
  expect(await codeOf(holderOf('authentication', Uint8Array.of(1, 2, 3, 4)))).toBe(
    'REQUEST_INVALID',
  )
})
