/** The table of refusals, and those that no issuer's mistake in the other tests brings about. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeEcdsa } from '@kazashi/pki'
import { newDocumentSigner, newIaca, now } from '@kazashi/pki/test-chain'
import { encode, Tagged } from 'cborg'
import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../tools/code-of.ts'
import { encodedCbor } from './cbor.ts'
import { mdocErrors } from './errors.ts'
import { parseMdoc, verifyMdoc } from './index.ts'

test('ISO/IEC 18013-5 every code has a clause and a next step, and a test that brings it about', () => {
  const folder = import.meta.dirname
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  for (const [code, { clause, next }] of Object.entries(mdocErrors)) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
    expect(clause.length).toBeGreaterThan(0)
    expect(next).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(tests, code).toContain(`'${code}'`)
  }
})

const key = new Map<number, number | Uint8Array>([
  [1, 2],
  [-1, 1],
  [-2, new Uint8Array(32)],
  [-3, new Uint8Array(32)],
])
const tdate = (date: Date) => new Tagged(0, `${date.toISOString().slice(0, 19)}Z`)
const later = new Date(now.getTime() + 86_400_000)

/** A security object as it has to be, but for what a test puts in its place; signed as it is. */
async function mdocWith(
  change: Readonly<Record<string, unknown>>,
  header: ReadonlyMap<number, unknown> = new Map([[1, -7]]),
) {
  const iaca = await newIaca()
  const { signer, certificate } = await newDocumentSigner(iaca)
  const object = {
    version: '1.0',
    digestAlgorithm: 'SHA-256',
    docType: 'a document',
    valueDigests: {},
    deviceKeyInfo: { deviceKey: key },
    validityInfo: { signed: tdate(now), validFrom: tdate(now), validUntil: tdate(later) },
    ...change,
  }
  const payload = encodedCbor(encode(object))
  const protectedHeader = encode(header)
  const signed = encode(['Signature1', protectedHeader, new Uint8Array(), payload])
  const signature = decodeEcdsa(await signer.sign(signed), 32)
  const unprotected = new Map([[33, certificate.der]])
  const bytes = encode({ issuerAuth: [protectedHeader, unprotected, payload, signature] })
  return { bytes, iaca }
}

async function refusal(...made: Parameters<typeof mdocWith>): Promise<string> {
  const { bytes, iaca } = await mdocWith(...made)
  const anchors = [iaca.certificate]
  return verdictOf(async () => verifyMdoc({ mdoc: parseMdoc(bytes), anchors, now }))
}

describe('one thing is wrong', () => {
  test('ISO/IEC 18013-5 §9.3.1 nothing is wrong: it verifies, whatever its doc type', async () => {
    expect(await refusal({})).toBe('accepted')
  })

  test.for([
    ['digests by another algorithm', { digestAlgorithm: 'SHA-1' }, 'ALGORITHM_UNSUPPORTED'],
    [
      'a device key on another curve',
      { deviceKeyInfo: { deviceKey: new Map([...key, [-1, 6]]) } },
      'ALGORITHM_UNSUPPORTED',
    ],
    [
      'a device key of 31 octets',
      { deviceKeyInfo: { deviceKey: new Map([...key, [-2, new Uint8Array(31)]]) } },
      'MDOC_MALFORMED',
    ],
    ['another version', { version: '2.0' }, 'MDOC_MALFORMED'],
    [
      'a date without its tag',
      { validityInfo: { signed: '2026-11-23T01:00:00Z' } },
      'MDOC_MALFORMED',
    ],
    ['no doc type', { docType: null }, 'MDOC_MALFORMED'],
    [
      'signed before its signer’s certificate began',
      {
        validityInfo: {
          signed: tdate(new Date('2026-08-31T00:00:00Z')),
          validFrom: tdate(now),
          validUntil: tdate(later),
        },
      },
      'SIGNED_OUTSIDE_SIGNER',
    ],
  ] as const)('ISO/IEC 18013-5 §9.1.2.4 %s: %s', async ([, change, code]) => {
    expect(await refusal(change)).toBe(code)
  })

  test('RFC 9052 §3.1, §8.1 a critical header, or an algorithm that is not used here', async () => {
    const critical = new Map<number, unknown>([
      [1, -7],
      [2, [99]],
    ])
    expect(await refusal({}, critical)).toBe('ALGORITHM_UNSUPPORTED')
    expect(await refusal({}, new Map([[1, -8]]))).toBe('ALGORITHM_UNSUPPORTED')
  })

  test('RFC 9052 §4.4 a signature by another algorithm than the header says', async () => {
    expect(await refusal({}, new Map([[1, -35]]))).toBe('SIGNATURE_INVALID')
  })
})
