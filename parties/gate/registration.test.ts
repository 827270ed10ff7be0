import { expect, test } from 'vitest'
import { checkMetadata } from './registration.ts'

const verdict = (body: unknown) => {
  const outcome = checkMetadata(body)
  return 'refused' in outcome ? outcome.refused.error : 'accepted'
}
const uris = (...redirect_uris: unknown[]) => verdict({ redirect_uris })
const named = (client_name: string) =>
  verdict({ redirect_uris: ['https://bank.example/cb'], client_name })

test('RFC 7591 §2 an address of a server is taken, with port and query, also of this machine', () => {
  expect(uris('https://bank.example/cb', 'http://localhost:3000/cb?x=1')).toBe('accepted')
})

test.each([
  'x',
  'https://',
  'https://u:p@bank.example/',
  'https://*.example/cb',
  'https://bank.example/cb\r\nX: y',
  'https://bank.example/#x',
  'javascript:alert(1)',
  'https://bank.example/\ud800',
  `https://bank.example/${'x'.repeat(255)}`,
])('RFC 7591 §3.2.2 %j is no address to lead anybody to', (uri) => {
  expect(uris(uri)).toBe('invalid_redirect_uri')
})

test('RFC 7591 §3.2.2 a list without an address, and what is no list, are refused', () => {
  for (const body of [{ redirect_uris: [] }, {}, { redirect_uris: 'https://bank.example/' }])
    expect(verdict(body)).toBe('invalid_redirect_uri')
  expect(verdict([])).toBe('invalid_client_metadata')
})

test('RFC 7591 §2 a name that people can read is taken, others are not', () => {
  expect(named('架空銀行')).toBe('accepted')
  for (const name of [
    '\u202Eknab',
    'a\u0000b',
    '\ud800',
    '',
    ' ',
    '\u3164',
    'a\u2028b',
    'x'.repeat(101),
  ])
    expect(named(name)).toBe('invalid_client_metadata')
})

test('RFC 7591 §2 nothing that a client names is fetched; without a method it proves itself by its key, and gets no secret', () => {
  const redirect_uris = ['https://bank.example/cb']
  for (const member of ['jwks_uri', 'sector_identifier_uri'])
    expect(verdict({ redirect_uris, [member]: 'https://127.0.0.1:9443/x' })).toBe(
      'invalid_client_metadata',
    )
  expect(checkMetadata({ redirect_uris })).toEqual({
    metadata: { redirect_uris, token_endpoint_auth_method: 'private_key_jwt' },
  })
})
