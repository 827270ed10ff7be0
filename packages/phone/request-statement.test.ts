import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import { encodeRequest, parseRequest, type RequestStatement } from './request-statement.ts'
import { type DeviceJwk, jwkThumbprint } from './statement.ts'

const jwk: DeviceJwk = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: `${'A'.repeat(42)}E` }
const revocation: RequestStatement = {
  type: 'kazashi-request',
  version: 1,
  action: 'revoke',
  credential: '0b6ac1c5-8a7d-4b5e-9d0e-2f7c1f0d5a11',
  kinds: ['signing'],
  deviceKey: { thumbprint: jwkThumbprint(jwk), jwk },
  nonce: 'n-0123456789abcdef',
  time: '2026-11-23T01:02:03.004Z',
}
const { credential: _, ...nobodys } = revocation
const deletion: RequestStatement = {
  ...nobodys,
  action: 'delete-other',
  kinds: ['signing', 'authentication'],
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
describe('the request statement', () => {
  test.each<[string, RequestStatement]>([
    ['2-F a revocation', revocation],
    ['3-F a deletion', deletion],
    ['2-F an unblocking', { ...revocation, action: 'unblock' }],
  ])('%s parses to the encoded value, and to the same bytes', (_name, request) => {
    const bytes = encodeRequest(request)
    expect(parseRequest(bytes)).toEqual(request)
    expect(encodeRequest(parseRequest(bytes))).toEqual(bytes)
  })

  test.each<[string, object]>([
    ['an unknown action', { ...revocation, action: 'suspend' }],
    ['an unknown member', { ...revocation, extra: 1 }],
    ['no kind', { ...revocation, kinds: [] }],
    ['kinds in the other order', { ...revocation, kinds: ['authentication', 'signing'] }],
    ['no credential', nobodys],
    ['a credential that is no identifier', { ...revocation, credential: 'mine' }],
    [
      'a deletion that knows the other credential',
      { ...deletion, credential: revocation.credential },
    ],
    ['a deletion of one kind', { ...deletion, kinds: ['signing'] }],
    ['a short nonce', { ...revocation, nonce: 'n' }],
    ['an application in its place', { ...revocation, type: 'kazashi-application' }],
  ])('2-F a request with %s is refused', (_name, value) => {
    expect(codeOf(() => parseRequest(bytesOf(value)))).toBe('STATEMENT_MALFORMED')
  })

  test('RFC 8785 §3.2 members in another order are refused', () => {
    expect(codeOf(() => parseRequest(bytesOf(revocation)))).toBe('STATEMENT_NOT_CANONICAL')
  })

  test('RFC 7638 §3 a thumbprint of another key is refused', () => {
    const other = { ...revocation, deviceKey: { jwk, thumbprint: 'A'.repeat(43) } }
    expect(codeOf(() => encodeRequest(other))).toBe('STATEMENT_KEY_MISMATCH')
  })

  test('2-F whatever bytes come, the answer is a request or a typed refusal', () => {
    const canonical = encodeRequest(revocation)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 5_000 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
          fc
            .tuple(fc.nat(canonical.length - 1), fc.integer({ min: 1, max: 255 }))
            .map(([at, flip]) =>
              canonical.map((byte, index) => (index === at ? byte ^ flip : byte)),
            ),
        ),
        (bytes) => {
          const code = verdictOf(() => parseRequest(bytes))
          expect(code === 'accepted' || code.startsWith('STATEMENT_')).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
