import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyNote, masked } from './masking.ts'

/** What a person may type, and what parties prove themselves with. */
const secret = fc.oneof(
  fc.stringMatching(/^\d{4}$/),
  fc.stringMatching(/^[A-Z0-9]{6,16}$/),
  fc.stringMatching(/^\d{12}$/),
  fc.base64String({ minLength: 24, maxLength: 400 }),
  fc.stringMatching(/^[\w-]{43}$/),
)
/** Names that bodies have, those that may show a value among them. */
const name = fc.oneof(
  fc.constantFrom(
    'pin',
    'password',
    'token',
    'status',
    'type',
    'state',
    'now',
    'kind',
    'reason',
    'scope',
    'code',
  ),
  fc.stringMatching(/^[a-z][A-Za-z]{1,12}$/),
)
const holder = (value: fc.Arbitrary<unknown>) =>
  fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      value,
      fc.array(tie('node'), { maxLength: 5 }),
      fc.dictionary(name, tie('node'), { maxKeys: 5 }),
    ),
  })).node

/** Values of a note, without its names. */
const valuesOf = (note: unknown): unknown[] =>
  typeof note === 'object' && note !== null ? Object.values(note).flatMap(valuesOf) : [note]

test('RFC 9457 §5 no secret comes out, whatever name it has and however deep it is', () => {
  fc.assert(
    fc.property(
      secret
        .filter((one) => /[A-Z0-9]/.test(one))
        .chain((one) =>
          fc.tuple(
            fc.constant(one),
            holder(fc.constantFrom<unknown>(one, Number(one), `x ${one}`)),
          ),
        ),
      ([one, body]) => {
        const shown = valuesOf(masked(body)).map(String)
        for (const value of shown) expect(value).not.toContain(one)
      },
    ),
  )
})

test('RFC 9457 §5 nor as the name of a member', () => {
  fc.assert(
    fc.property(secret, (one) => {
      const shown = JSON.stringify(masked({ [one]: true }))
      if (/^[a-z][A-Za-z_]{0,39}$/.test(one)) return
      expect(shown).toBe('{"•••":true}')
    }),
  )
})

test('RFC 8259 §4 words and moments of the routes’ own schemas are shown', () => {
  const body = {
    state: 'active',
    kinds: ['signing', 'authentication'],
    now: '2026-11-29T01:00:07.028Z',
    birthDate: '1980-01-01',
    name: 'kakuu hanako',
    triesLeft: 3,
    pin: 1234,
  }
  expect(masked(body)).toEqual({
    ...body,
    birthDate: '•••',
    name: '•••',
    pin: '•••',
  })
})

test('RFC 5652 §3 signed data are told by kind and size', () => {
  const der = (inner: string) =>
    Buffer.from(`30820${'400'}${inner}${'00'.repeat(1024 - inner.length / 2)}`, 'hex').toString(
      'base64url',
    )
  expect(masked({ application: der('06092a864886f70d010702') })).toEqual({
    application: 'CMS SignedData 1.0 kB',
  })
  expect(masked({ certificate: der('30820300a003020102') })).toEqual({
    certificate: 'X.509 1.0 kB',
  })
  expect(masked({ request: der('30820300020100') })).toEqual({ request: 'PKCS #10 1.0 kB' })
  expect(masked({ other: der('0101') })).toEqual({ other: '•••' })
})

test('RFC 9110 §8.3 a body that is no JSON is told by type and size', () => {
  expect(bodyNote('application/ocsp-request', 139, Buffer.from('x'))).toEqual({
    type: 'application/ocsp-request',
    bytes: 139,
  })
  expect(bodyNote('application/problem+json; charset=utf-8', 9, { code: 'X' })).toEqual({
    type: 'application/problem+json',
    bytes: 9,
    shown: { code: '•••' },
  })
  expect(bodyNote(undefined, 0, undefined)).toEqual({ bytes: 0 })
})
