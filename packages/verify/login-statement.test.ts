import { newCa } from '@kazashi/pki/test-chain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, outcomeOf, verdictOf } from '../../tools/code-of.ts'
import {
  createLoginStatement,
  type LoginStatement,
  parseLoginStatement,
} from './login-statement.ts'
import { parseTrust } from './trust.ts'

const statement: LoginStatement = {
  type: 'kazashi-login',
  audience: 'http://portal.kazashi.localhost:8080',
  nonce: 'n'.repeat(43),
  code: 'A7K2',
  relyingParty: 'かざし市',
  purpose: 'ログイン',
  time: '2026-11-23T01:00:00.000Z',
}
const sorted = (value: LoginStatement) =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
describe('the login statement', () => {
  test('login: it is canonical JSON, members in order', () => {
    expect(new TextDecoder().decode(createLoginStatement(statement))).toBe(
      `{"audience":"http://portal.kazashi.localhost:8080","code":"A7K2","nonce":"${'n'.repeat(43)}","purpose":"ログイン","relyingParty":"かざし市","time":"2026-11-23T01:00:00.000Z","type":"kazashi-login"}`,
    )
  })

  test('login: without a code it is as canonical', () => {
    const { code: _, ...without } = statement
    const octets = createLoginStatement(without)
    expect(new TextDecoder().decode(octets)).not.toContain('code')
    expect(parseLoginStatement(octets)).toEqual(without)
  })

  test('login: there and back, whatever is shown', () => {
    const shown = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => text.isWellFormed())
    fc.assert(
      fc.property(shown, shown, (relyingParty, purpose) => {
        const one = { ...statement, relyingParty, purpose }
        expect(parseLoginStatement(createLoginStatement(one))).toEqual(one)
      }),
    )
  })

  const canonical = new TextDecoder().decode(createLoginStatement(statement))
  test.each<[string, string]>([
    ['RFC 8785 §3.2.1 white space', canonical.replace('{', '{ ')],
    ['RFC 8785 §3.2.3 members in another order', JSON.stringify(statement)],
    ['RFC 8785 §3.2.2.2 a needless escape', canonical.replace('A7K2', '\\u00417K2')],
    ['RFC 8785 §3.1 a member twice', canonical.replace('"code"', '"code":"XXXX","code"')],
    ['RFC 8785 §3 a byte order mark', `\ufeff${canonical}`],
    ['login: a member more', canonical.replace('"code"', '"also":1,"code"')],
    ['login: a member less', canonical.replace('"purpose":"ログイン",', '')],
    ['login: another type', canonical.replace('kazashi-login', 'kazashi-application')],
    ['login: a time without zone', canonical.replace('00.000Z', '00.000')],
    ['login: a short nonce', canonical.replace('n'.repeat(43), 'n')],
    ['login: over 8192 octets', canonical.replace('ログイン', 'a'.repeat(8192))],
    ['login: nothing', ''],
  ])('%s is refused', (_, text) => {
    expect(text).not.toBe(canonical)
    expect(codeOf(() => parseLoginStatement(bytes(text)))).toBe('STATEMENT_MALFORMED')
  })

  test.each<[keyof LoginStatement, number, number]>([
    ['relyingParty', 1, 100],
    ['purpose', 1, 100],
    ['nonce', 16, 200],
    ['code', 2, 8],
  ])(
    'login: %s has %d to %d characters, when it is made and when it is read',
    (member, least, most) => {
      const withLength = (length: number) => ({ ...statement, [member]: 'x'.repeat(length) })
      const verdicts = (length: number) => [
        verdictOf(() => createLoginStatement(withLength(length))),
        verdictOf(() => parseLoginStatement(bytes(JSON.stringify(sorted(withLength(length)))))),
      ]
      for (const length of [least, most]) expect(verdicts(length)).toEqual(['accepted', 'accepted'])
      for (const length of [least - 1, most + 1]) {
        expect(verdicts(length)).toEqual(['STATEMENT_MALFORMED', 'STATEMENT_MALFORMED'])
      }
    },
  )

  test('login: an origin has at most 300 characters', () => {
    const origin = (length: number) => 'http://'.padEnd(length, 'x')
    const made = (length: number) =>
      verdictOf(() => createLoginStatement({ ...statement, audience: origin(length) }))
    expect(made(300)).toBe('accepted')
    expect(made(301)).toBe('STATEMENT_MALFORMED')
  })

  test('login: over 8192 octets are not even read', () => {
    const detail = (length: number) => {
      const outcome = outcomeOf(() => parseLoginStatement(new Uint8Array(length).fill(0x20)))
      return outcome instanceof Error ? outcome.message : 'accepted'
    }
    expect(detail(8192)).toBe('STATEMENT_MALFORMED: no JSON in UTF-8')
    expect(detail(8193)).toBe('STATEMENT_MALFORMED: over 8192 octets')
  })

  test('login: octets that are no UTF-8, and any others, are a typed refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (octets) => {
        expect(codeOf(() => parseLoginStatement(octets))).toBe('STATEMENT_MALFORMED')
      }),
    )
  })
})

describe('the trust document', () => {
  test('RFC 5280 §6.1.1 anchors come out as they were put in', async () => {
    const { certificate } = await newCa('signing', { algorithm: 'ES384' })
    const ocsp = 'http://localhost:8080/pki/ocsp/signing'
    const base64 = Buffer.from(certificate.der).toString('base64')
    const document = { sandbox: true, anchors: [{ kind: 'signing', certificate: base64, ocsp }] }
    expect(parseTrust(document)).toEqual([{ kind: 'signing', certificate: certificate.der, ocsp }])
  })

  test.each([
    null,
    {},
    { anchors: [] },
    { anchors: [{ kind: 'signing', certificate: 'AAAA' }] },
    { anchors: [{ kind: 'other', certificate: 'MAA=' }] },
  ])('RFC 5280 §6.1.1 %j is refused', (value) => {
    expect(codeOf(() => parseTrust(value))).toBe('TRUST_MALFORMED')
  })
})
