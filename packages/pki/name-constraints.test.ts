import { expect, test } from 'vitest'
import { verdictOf } from '../../tools/code-of.ts'
import type { Certificate } from './certificate.ts'
import { nameConstraints } from './constraint-extensions.ts'
import type { Extension } from './extensions.ts'
import * as extensions from './extensions.ts'
import type { GeneralName } from './general-name.ts'
import { type DistinguishedName, encodeName } from './name.ts'
import { NameLimits } from './name-constraints.ts'
import { oids } from './oids.ts'
import { newSigner } from './test-chain.ts'
import { forge } from './test-forge.ts'

const ip = (...octets: number[]): GeneralName => ({ kind: 'ip', octets: Uint8Array.from(octets) })
const named = (kind: 'dns' | 'email' | 'uri', value: string): GeneralName => ({ kind, value })
const directory = (name: DistinguishedName): GeneralName => ({
  kind: 'directoryName',
  name: encodeName(name),
})

async function holder(names: readonly GeneralName[], subject: DistinguishedName = []) {
  const { signer } = await newSigner('ES256')
  const value = extensions.generalNames.encode(names)
  const alternative: Extension[] =
    names.length === 0 ? [] : [{ oid: oids.subjectAltName, critical: true, value }]
  const issuer = { name: encodeName([['CN', 'ca']]), signer }
  return forge({ subject, issuer, signer, extensions: alternative })
}

const judge = (
  certificate: Certificate,
  limits: {
    readonly permitted?: readonly GeneralName[]
    readonly excluded?: readonly GeneralName[]
  },
) =>
  verdictOf(
    (async () => {
      const { permitted = [], excluded = [] } = limits
      const all = new NameLimits()
      // As it comes out of a certificate.
      all.add(nameConstraints.parse(nameConstraints.encode({ permitted, excluded })))
      all.check(certificate)
    })(),
  )

test.each<[GeneralName, GeneralName, boolean]>([
  [named('dns', 'a.example.jp'), named('dns', 'example.jp'), true],
  [named('dns', 'EXAMPLE.jp'), named('dns', 'example.JP'), true],
  [named('dns', 'badexample.jp'), named('dns', 'example.jp'), false],
  [named('dns', '*.example.jp'), named('dns', 'example.jp'), true],
  [named('dns', '*.example.jp'), named('dns', 'a.example.jp'), false],
  [named('dns', 'a.example.jp'), named('dns', ''), true],
  [named('email', 'a@example.jp'), named('email', 'example.jp'), true],
  [named('email', 'a@b.example.jp'), named('email', 'example.jp'), false],
  [named('email', 'a@b.example.jp'), named('email', '.example.jp'), true],
  [named('email', 'a@example.jp'), named('email', '.example.jp'), false],
  [named('email', 'a@EXAMPLE.jp'), named('email', 'a@example.jp'), true],
  [named('email', 'A@example.jp'), named('email', 'a@example.jp'), false],
  [named('uri', 'https://u:p@example.jp:8443/x'), named('uri', 'example.jp'), true],
  [named('uri', 'https://a.example.jp/'), named('uri', 'example.jp'), false],
  [named('uri', 'https://a.example.jp'), named('uri', '.example.jp'), true],
  [ip(192, 0, 2, 7), ip(192, 0, 2, 0, 255, 255, 255, 0), true],
  [ip(192, 0, 3, 7), ip(192, 0, 2, 0, 255, 255, 255, 0), false],
  [
    directory([
      ['C', 'JP'],
      ['O', 'x  Y'],
    ]),
    directory([['C', 'jp']]),
    true,
  ],
  [
    directory([['C', 'JP']]),
    directory([
      ['C', 'JP'],
      ['O', 'x'],
    ]),
    false,
  ],
])('RFC 5280 §4.2.1.10 %j within %j: %s', async (name, base, isWithin) => {
  const certificate = await holder([name])
  const permitted = await judge(certificate, { permitted: [base] })
  expect(permitted).toBe(isWithin ? 'accepted' : 'PATH_NAME')
  // A wildcard could be the excluded name.
  const isWide = name.kind === 'dns' && name.value.startsWith('*')
  const excluded = await judge(certificate, { excluded: [base] })
  expect(excluded).toBe(isWithin || isWide ? 'PATH_NAME' : 'accepted')
})

test('RFC 5280 §4.2.1.10 names of other kinds are not limited, the subject is, and its address where there are no other names', async () => {
  const mail = await holder(
    [],
    [
      ['CN', 'a'],
      ['emailAddress', 'a@example.jp'],
    ],
  )
  expect(await judge(mail, { permitted: [named('dns', 'example.jp')] })).toBe('accepted')
  expect(await judge(mail, { permitted: [named('email', 'example.com')] })).toBe('PATH_NAME')
  expect(await judge(mail, { permitted: [directory([['C', 'JP']])] })).toBe('PATH_NAME')
  const both = await holder([named('dns', 'a.jp')], [['emailAddress', 'a@example.jp']])
  expect(await judge(both, { permitted: [named('email', 'example.com')] })).toBe('accepted')
})

test.each([
  [named('uri', 'https://192.0.2.1/'), named('uri', '.example.jp')],
  [named('uri', 'urn:a:b'), named('uri', '.example.jp')],
  [named('email', 'a@b@example.jp'), named('email', 'example.jp')],
  [named('dns', 'a b.example.jp'), named('dns', 'example.jp')],
  [named('dns', 'a.example.jp'), named('dns', '.example.jp')],
])(
  'RFC 5280 §4.2.1.10 what cannot be compared is refused, permitted or excluded: %j',
  async (name, base) => {
    const certificate = await holder([name])
    expect(await judge(certificate, { permitted: [base] })).toBe('PATH_NAME')
    expect(await judge(certificate, { excluded: [base] })).toBe('PATH_NAME')
  },
)

test('RFC 5280 §6.1 the names and subtrees of a path are compared a million times at most', async () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => named('dns', `t${i}.example`))
  const certificate = await holder(many(1100))
  expect(
    await judge(certificate, { excluded: many(1100).map((_, i) => named('dns', `x${i}`)) }),
  ).toBe('PATH_WORK_LIMIT')
})
