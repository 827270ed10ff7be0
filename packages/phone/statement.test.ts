import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import { consentHash, currentConsentVersion } from './consent.ts'
import {
  type ApplicationStatement,
  type DeviceJwk,
  encodeStatement,
  jwkThumbprint,
  parseStatement,
  type StatementAttributes,
} from './statement.ts'

const jwk: DeviceJwk = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: `${'A'.repeat(42)}E` }

const statement: ApplicationStatement = {
  type: 'kazashi-application',
  version: 2,
  purpose: 'new',
  kinds: ['signing', 'authentication'],
  consent: { version: currentConsentVersion, textHash: consentHash(currentConsentVersion) ?? '' },
  requests: { signing: 'MAA=', authentication: 'MAE=' },
  phone: { platform: 'android', model: 'Kazashi Virtual 1', osVersion: '16', appVersion: '0.1.0' },
  deviceKey: { thumbprint: jwkThumbprint(jwk), jwk },
  nonce: 'n-0123456789abcdef',
  time: '2026-11-23T01:02:03.004Z',
}

const attributes: StatementAttributes = {
  consent: true,
  faceCheck: { method: 'practice', passedAt: '2026-11-23T01:01:00.000Z' },
  holderKey: jwk,
  card: {
    name: '番号　花子',
    address: '東京都渋谷区神南１－１－１',
    birthDate: '1971-09-01',
    sex: 'female',
    myNumber: '123456789018',
    photo: 'AAAADGpQICANCocK',
  },
}
const iphone = { ...statement.phone, platform: 'iphone', model: 'iPhone XS' } as const
const ofIphone = { phone: iphone, attributes }
const withCard = (change: object) => ({
  ...ofIphone,
  attributes: { ...attributes, card: { ...attributes.card, ...change } },
})

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
describe('the application statement', () => {
  test('2-C an encoded statement parses to the same statement and the same bytes', () => {
    const bytes = encodeStatement(statement)
    expect(parseStatement(bytes)).toEqual(statement)
    expect(encodeStatement(parseStatement(bytes))).toEqual(bytes)
  })

  test('2-C one kind goes with one request', () => {
    const one: ApplicationStatement = {
      ...statement,
      kinds: ['authentication'],
      requests: { authentication: 'MAE=' },
    }
    expect(parseStatement(encodeStatement(one))).toEqual(one)
    expect(codeOf(() => encodeStatement({ ...one, requests: statement.requests }))).toBe(
      'STATEMENT_MALFORMED',
    )
    expect(codeOf(() => encodeStatement({ ...one, kinds: ['signing'] }))).toBe(
      'STATEMENT_MALFORMED',
    )
  })

  test('3-C an iPhone sends the data of the card, and the face check', () => {
    const whole: ApplicationStatement = { ...statement, ...ofIphone }
    expect(parseStatement(encodeStatement(whole))).toEqual(whole)
    const again: ApplicationStatement = { ...whole, purpose: 'resume' }
    expect(parseStatement(encodeStatement(again))).toEqual(again)
  })

  test('RFC 8785 §3.2 members in another order, white space, a BOM or a second form of a character are refused', () => {
    const canonical = new TextDecoder().decode(encodeStatement(statement))
    const others = [
      JSON.stringify(statement),
      canonical.replace('{', '{ '),
      canonical.replace('"phone"', '"\\u0070hone"'),
      canonical.replace('"version":2}', '"version":2.0}'),
    ]
    for (const other of others) {
      expect(other).not.toBe(canonical)
      expect(codeOf(() => parseStatement(new TextEncoder().encode(other)))).toBe(
        'STATEMENT_NOT_CANONICAL',
      )
    }
    expect(codeOf(() => parseStatement(new TextEncoder().encode(`\ufeff${canonical}`)))).toBe(
      'STATEMENT_MALFORMED',
    )
    const twice = canonical.replace('"nonce":', '"nonce":"n-ffffffffffffffff","nonce":')
    expect(codeOf(() => parseStatement(new TextEncoder().encode(twice)))).toBe(
      'STATEMENT_NOT_CANONICAL',
    )
  })

  test.each<[string, object]>([
    ['an unknown member', { extra: 1 }],
    ['no kind', { kinds: [], requests: {} }],
    ['kinds in the other order', { kinds: ['authentication', 'signing'] }],
    ['a kind twice', { kinds: ['signing', 'signing'], requests: { signing: 'MAA=' } }],
    ['base64 with bits left over', { requests: { signing: 'MAB=', authentication: 'MAE=' } }],
    ['a model with a line feed', { phone: { ...statement.phone, model: 'a\nb' } }],
    ['a local time', { time: '2026-11-23T10:02:03.004+09:00' }],
    ['a short nonce', { nonce: 'n' }],
    ['another version', { version: 1 }],
    ['no purpose', { purpose: undefined }],
    ['an app version that is none', { phone: { ...statement.phone, appVersion: 'newest' } }],
    ['attributes on an Android phone', { attributes }],
    ['an iPhone without attributes', { phone: iphone }],
    ['an iPhone with one kind', { ...ofIphone, kinds: ['signing'], requests: { signing: 'MAA=' } }],
    ['an iPhone that takes over from another', { ...ofIphone, purpose: 'switch' }],
    ['no consent to the terms', { ...ofIphone, attributes: { ...attributes, consent: false } }],
    ['a photo that is no JP2', withCard({ photo: 'AAAA' })],
    ['a My Number of eleven digits', withCard({ myNumber: '12345678901' })],
    ['a birth date that never was', withCard({ birthDate: '2001-02-30' })],
    ['a name of two lines', withCard({ name: 'a\nb' })],
  ])('2-C a statement with %s is refused', (_, change) => {
    expect(codeOf(() => parseStatement(bytesOf({ ...statement, ...change })))).toBe(
      'STATEMENT_MALFORMED',
    )
  })

  test('RFC 7638 §3 a thumbprint of another key is refused', () => {
    const other = { ...statement, deviceKey: { jwk, thumbprint: 'A'.repeat(43) } }
    expect(codeOf(() => encodeStatement(other))).toBe('STATEMENT_KEY_MISMATCH')
  })

  test('RFC 7638 §3.1 the thumbprint is that of another implementation', async () => {
    const { calculateJwkThumbprint } = await import('jose')
    expect(jwkThumbprint(jwk)).toBe(await calculateJwkThumbprint(jwk))
  })

  test('2-C whatever bytes come, the answer is a statement or a typed refusal', () => {
    const canonical = encodeStatement(statement)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
          fc
            .tuple(fc.nat(canonical.length - 1), fc.integer({ min: 1, max: 255 }))
            .map(([at, flip]) => {
              return canonical.map((byte, index) => (index === at ? byte ^ flip : byte))
            }),
        ),
        (bytes) => {
          const code = verdictOf(() => parseStatement(bytes))
          expect(code === 'accepted' || code.startsWith('STATEMENT_')).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
