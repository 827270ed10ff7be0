import { newCa } from '@kazashi/pki/test-chain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import {
  createLoginStatement,
  type LoginStatement,
  parseLoginStatement,
} from './login-statement.ts'
import { parseTrust } from './trust.ts'

const statement: LoginStatement = {
  type: 'kazashi-login',
  audience: 'http://portal.localhost:8080',
  nonce: 'n'.repeat(43),
  code: 'A7K2',
  relyingParty: 'かざし市',
  purpose: 'ログイン',
  time: '2026-11-23T01:00:00.000Z',
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
describe('the login statement', () => {
  test('login: it is canonical JSON, members in order', () => {
    expect(new TextDecoder().decode(createLoginStatement(statement))).toBe(
      `{"audience":"http://portal.localhost:8080","code":"A7K2","nonce":"${'n'.repeat(43)}","purpose":"ログイン","relyingParty":"かざし市","time":"2026-11-23T01:00:00.000Z","type":"kazashi-login"}`,
    )
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
    ['login: a member less', canonical.replace('"code":"A7K2",', '')],
    ['login: another type', canonical.replace('kazashi-login', 'kazashi-application')],
    ['login: a time without zone', canonical.replace('00.000Z', '00.000')],
    ['login: a short nonce', canonical.replace('n'.repeat(43), 'n')],
    ['login: over 4096 octets', canonical.replace('ログイン', 'a'.repeat(4096))],
    ['login: nothing', ''],
  ])('%s is refused', (_, text) => {
    expect(text).not.toBe(canonical)
    expect(codeOf(() => parseLoginStatement(bytes(text)))).toBe('STATEMENT_MALFORMED')
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
