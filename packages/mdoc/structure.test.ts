/** The structures of an mdoc as ISO/IEC 18013-5 writes them in CDDL: everything as it has to be, a test changes one member. */
import { createHash } from 'node:crypto'
import { encode, Tagged } from 'cborg'
import { describe, expect, test } from 'vitest'
import { codeOf, outcomeOf, verdictOf } from '../../tools/code-of.ts'
import { encodedCbor } from './cbor.ts'
import { parseDeviceResponse, parseMdoc } from './index.ts'
import { checkDigests } from './verify.ts'

type Part =
  | 'response'
  | 'document'
  | 'issuerSigned'
  | 'nameSpaces'
  | 'item'
  | 'sign1'
  | 'header'
  | 'object'
  | 'valueDigests'
  | 'digests'
  | 'keyInfo'
  | 'key'
  | 'validity'

interface Change {
  readonly at: Part
  readonly key: unknown
  /** undefined: the member is left out. */
  readonly value?: unknown
}

const x = new Uint8Array(32).fill(1)
const y = new Uint8Array(32).fill(2)
const tdate = (text: string) => new Tagged(0, text)
const encoded = (value: unknown) => new Tagged(24, encode(value))
const sha = (name: string, bytes: Uint8Array) =>
  new Uint8Array(createHash(name).update(bytes).digest())

/** IssuerSigned and a DeviceResponse around it. @param hash of the digest, as node:crypto names it */
function structures(change?: Change, hash = 'sha256') {
  const members = (at: Part, entries: readonly (readonly [unknown, unknown])[]) => {
    const map = new Map(entries)
    if (change?.at === at && change.value === undefined) map.delete(change.key)
    else if (change?.at === at) map.set(change.key, change.value)
    return map
  }
  const item = members('item', [
    ['digestID', 0],
    ['random', new Uint8Array(16)],
    ['elementIdentifier', 'family_name'],
    ['elementValue', 'Doe'],
  ])
  const digest = sha(hash, encode(encoded(item)))
  const object = members('object', [
    ['version', '1.0'],
    ['digestAlgorithm', hash.toUpperCase().replace('SHA', 'SHA-')],
    ['docType', 'a document'],
    ['valueDigests', members('valueDigests', [['a space', members('digests', [[0, digest]])]])],
    [
      'deviceKeyInfo',
      members('keyInfo', [
        [
          'deviceKey',
          members('key', [
            [1, 2],
            [-1, 1],
            [-2, x],
            [-3, y],
          ]),
        ],
      ]),
    ],
    [
      'validityInfo',
      members('validity', [
        ['signed', tdate('2026-11-23T01:00:00Z')],
        ['validFrom', tdate('2026-11-23T02:00:00Z')],
        ['validUntil', tdate('2026-12-23T02:00:00Z')],
        ['expectedUpdate', tdate('2026-12-01T02:00:00Z')],
      ]),
    ],
  ])
  const sign1 = members('sign1', [
    [0, encode(new Map([[1, -7]]))],
    [1, members('header', [[33, Uint8Array.of(0x30)]])],
    [2, encodedCbor(encode(object))],
    [3, new Uint8Array(64)],
  ])
  const issuerSigned = members('issuerSigned', [
    ['nameSpaces', members('nameSpaces', [['a space', [encoded(item)]]])],
    ['issuerAuth', [...sign1.values()]],
  ])
  const document = members('document', [
    ['docType', 'a document'],
    ['issuerSigned', issuerSigned],
    [
      'deviceSigned',
      new Map<string, unknown>([
        ['nameSpaces', encoded(new Map())],
        ['deviceAuth', new Map([['deviceMac', 'a tag']])],
      ]),
    ],
  ])
  const response = members('response', [
    ['version', '1.0'],
    ['status', 0],
    ['documents', [document]],
  ])
  return { response: encode(response), issuerSigned: encode(issuerSigned) }
}

const read = (change?: Change) => parseDeviceResponse(structures(change).response)

test('ISO/IEC 18013-5 §8.3.2.1.2.2, §9.1.2.4 every member is read', () => {
  const [mdoc, ...more] = read()
  expect(more).toEqual([])
  expect(mdoc).toMatchObject(parseMdoc(structures().issuerSigned))
  expect(mdoc?.deviceNameSpaces.bytes).toEqual(Uint8Array.of(0xa0))
  expect(mdoc?.deviceAuth).toEqual({ kind: 'mac', value: 'a tag' })
  expect(mdoc?.items).toMatchObject([
    { namespace: 'a space', digestId: 0, identifier: 'family_name', value: 'Doe' },
  ])
  expect(mdoc?.securityObject).toMatchObject({
    docType: 'a document',
    digestAlgorithm: 'SHA-256',
    deviceKey: {
      kty: 'EC',
      crv: 'P-256',
      x: Buffer.from(x).toString('base64url'),
      y: Buffer.from(y).toString('base64url'),
    },
    validity: {
      signed: new Date('2026-11-23T01:00:00Z'),
      validFrom: new Date('2026-11-23T02:00:00Z'),
      validUntil: new Date('2026-12-23T02:00:00Z'),
      expectedUpdate: new Date('2026-12-01T02:00:00Z'),
    },
  })
  expect(mdoc?.issuerAuth).toMatchObject({ algorithm: 'ES256', chain: [Uint8Array.of(0x30)] })
})

test.each(['sha256', 'sha384', 'sha512'])('ISO/IEC 18013-5 §9.1.2.5 digests by %s', (hash) => {
  expect(verdictOf(() => checkDigests(parseMdoc(structures(undefined, hash).issuerSigned)))).toBe(
    'accepted',
  )
  const other = { at: 'item', key: 'elementValue', value: 'Roe' } as const
  const [mdoc] = parseDeviceResponse(structures(undefined, hash).response)
  const [changed] = parseDeviceResponse(structures(other, hash).response)
  if (!mdoc || !changed) throw new TypeError('one document each')
  expect(codeOf(() => checkDigests({ ...mdoc, items: changed.items }))).toBe('DIGEST_MISMATCH')
})

/** Part, member, name of the place in the refusal; left out, and of another kind. */
test.each<[Part, unknown, string]>([
  ['response', 'version', 'version'],
  ['response', 'status', 'status'],
  ['document', 'docType', 'docType'],
  ['document', 'issuerSigned', 'IssuerSigned'],
  ['issuerSigned', 'issuerAuth', 'COSE_Sign1'],
  ['item', 'digestID', 'digestID'],
  ['item', 'random', 'random'],
  ['item', 'elementIdentifier', 'elementIdentifier'],
  ['object', 'version', 'version'],
  ['object', 'digestAlgorithm', 'digestAlgorithm'],
  ['object', 'docType', 'docType'],
  ['object', 'valueDigests', 'valueDigests'],
  ['object', 'deviceKeyInfo', 'deviceKeyInfo'],
  ['object', 'validityInfo', 'validityInfo'],
  ['keyInfo', 'deviceKey', 'deviceKey'],
  ['key', -2, 'device key, x'],
  ['key', -3, 'device key, y'],
  ['validity', 'signed', 'signed'],
  ['validity', 'validFrom', 'validFrom'],
  ['validity', 'validUntil', 'validUntil'],
])(
  'ISO/IEC 18013-5 §8.3.2.1.2.2, §9.1.2.4 in %s no %s, or null, is refused as %s',
  (at, key, place) => {
    const malformed = { code: 'MDOC_MALFORMED', detail: expect.stringContaining(`${place} is no `) }
    expect(outcomeOf(() => read({ at, key }))).toMatchObject(malformed)
    expect(outcomeOf(() => read({ at, key, value: null }))).toMatchObject(malformed)
  },
)

/** These may be missing, or are one of several. */
test.each<[string, Part, unknown, unknown, string]>([
  ['documents', 'response', 'documents', {}, 'documents'],
  ['a document', 'response', 'documents', ['a document'], 'document'],
  ['namespaces', 'issuerSigned', 'nameSpaces', [], 'nameSpaces'],
  ['the name of a namespace', 'nameSpaces', 1, [], 'a namespace'],
  ['the items of a namespace', 'nameSpaces', 'a space', {}, 'a space'],
  ['an item without tag 24', 'nameSpaces', 'a space', [encode({})], 'IssuerSignedItemBytes'],
  ['what is in tag 24', 'nameSpaces', 'a space', [encoded([])], 'IssuerSignedItem'],
  ['the security object', 'sign1', 2, encodedCbor(encode([])), 'MobileSecurityObject'],
  ['a security object without tag 24', 'sign1', 2, encode({}), 'payload'],
  ['the date of the next one', 'validity', 'expectedUpdate', null, 'expectedUpdate'],
  ['the namespace of digests', 'valueDigests', 1, {}, 'a namespace of digests'],
  ['the digests of a namespace', 'valueDigests', 'a space', [], 'digests'],
  ['the id of a digest', 'digests', 'one', new Uint8Array(32), 'digest id'],
  ['a digest', 'digests', 0, 'text', 'digest'],
  ['the protected header’s octets', 'sign1', 0, {}, 'protected header'],
  ['the protected header', 'sign1', 0, encode([]), 'protected header'],
  ['the protected header in one octet', 'sign1', 0, Uint8Array.of(1), 'protected header'],
  ['the unprotected header', 'sign1', 1, [], 'unprotected header'],
  ['no payload', 'sign1', 2, null, 'payload'],
  ['the signature', 'sign1', 3, null, 'signature'],
  ['the chain', 'header', 33, 'text', 'x5chain'],
  ['a certificate of the chain', 'header', 33, [Uint8Array.of(0x30), 'text'], 'x5chain'],
])(
  'ISO/IEC 18013-5 §8.3.2.1.2.2, §9.1.2.4 %s of another kind is refused',
  (_, at, key, value, place) => {
    expect(outcomeOf(() => read({ at, key, value }))).toMatchObject({
      code: 'MDOC_MALFORMED',
      detail: expect.stringMatching(new RegExp(`^${place} is no `)),
    })
  },
)

test('ISO/IEC 18013-5 §8.3.2.1.2.2 what is no DeviceResponse at all is refused as such', () => {
  expect(outcomeOf(() => parseDeviceResponse(encode([])))).toMatchObject({
    code: 'MDOC_MALFORMED',
    detail: 'DeviceResponse is no map',
  })
})

describe('ISO/IEC 18013-5 §8.3.2.1.2.2 DeviceResponse and IssuerSigned', () => {
  test('ISO/IEC 18013-5 §8.3.2.1.2.2 a response may have no documents, an mdoc no elements', () => {
    expect(read({ at: 'response', key: 'documents' })).toEqual([])
    expect(read({ at: 'issuerSigned', key: 'nameSpaces' })).toMatchObject([{ items: [] }])
  })

  test('ISO/IEC 18013-5 §8.3.2.1.2.2, §9.1.2.4 where the CDDL has one or more, none is read, and shows nothing', () => {
    expect(read({ at: 'response', key: 'documents', value: [] })).toEqual([])
    const nothing = [
      { at: 'issuerSigned', key: 'nameSpaces', value: new Map() },
      { at: 'nameSpaces', key: 'a space', value: [] },
    ] as const
    for (const change of nothing) expect(read(change)).toMatchObject([{ items: [] }])
    const undigested = [
      { at: 'object', key: 'valueDigests', value: new Map() },
      { at: 'valueDigests', key: 'a space', value: new Map() },
    ] as const
    for (const change of undigested) {
      const { issuerSigned } = structures(change)
      expect(codeOf(() => checkDigests(parseMdoc(issuerSigned)))).toBe('DIGEST_MISMATCH')
    }
  })

  test('ISO/IEC 18013-5 §9.1.2.4 a time with a fraction and an offset is the moment it states', () => {
    const validFrom = { at: 'validity', key: 'validFrom' } as const
    const [mdoc] = read({ ...validFrom, value: tdate('2026-11-23T11:00:00.5+09:00') })
    expect(mdoc?.securityObject.validity.validFrom).toEqual(new Date('2026-11-23T02:00:00.500Z'))
  })

  test('ISO/IEC 18013-5 §9.3.1 (4) a document of another type than was signed is refused', () => {
    const change = { at: 'document', key: 'docType', value: 'another document' } as const
    expect(codeOf(() => read(change))).toBe('DOC_TYPE_MISMATCH')
  })

  test('ISO/IEC 18013-5 §8.3.2.1.2.2 an element without a value is refused, one whose value is null is none', () => {
    const value = { at: 'item', key: 'elementValue' } as const
    expect(codeOf(() => read(value))).toBe('MDOC_MALFORMED')
    expect(read({ ...value, value: null })).toMatchObject([{ items: [{ value: null }] }])
  })

  test('ISO/IEC 18013-5 §9.1.2.5 a random number has 16 octets at least', () => {
    const random = (length: number) => {
      const value = new Uint8Array(length)
      return verdictOf(() => read({ at: 'item', key: 'random', value }))
    }
    expect([random(15), random(16), random(17)]).toEqual(['MDOC_MALFORMED', 'accepted', 'accepted'])
  })

  test('ISO/IEC 18013-5 §8.3.2.1.2.2 an element comes once in a namespace, and may come in another', () => {
    const item = (digestID: number) =>
      encoded({
        digestID,
        random: new Uint8Array(16),
        elementIdentifier: 'family_name',
        elementValue: 'Doe',
      })
    const spaces = (value: unknown) => read({ at: 'issuerSigned', key: 'nameSpaces', value })
    expect(codeOf(() => spaces({ one: [item(0), item(1)] }))).toBe('MDOC_MALFORMED')
    expect(spaces({ one: [item(0)], two: [item(0)] })).toMatchObject([
      { items: [{ namespace: 'one' }, { namespace: 'two' }] },
    ])
  })

  test('ISO/IEC 18013-5 §9.1.2.4 an issuer need not say when it means to issue anew', () => {
    const [mdoc] = read({ at: 'validity', key: 'expectedUpdate' })
    expect(mdoc?.securityObject.validity.expectedUpdate).toBeUndefined()
  })

  test('ISO/IEC 18013-5 §9.1.2.4 a later minor version is read, another major one is not', () => {
    const version = (value: string) =>
      verdictOf(() => read({ at: 'object', key: 'version', value }))
    expect(version('1.1')).toBe('accepted')
    expect(['2.0', '1', '1.x', '11.0', ''].map(version)).toEqual(Array(5).fill('MDOC_MALFORMED'))
  })
})
