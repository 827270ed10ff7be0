import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseResponse } from './apdu.ts'
import { applets } from './applets/applet.ts'
import type { CardContents } from './contents.ts'
import { buildCardContents, type CardParts } from './layout.ts'
import { describeStatus, statusWord } from './status.ts'
import { ReferenceCard } from './testing/reference-card.ts'
import { hexOf, lengthAndText, syntheticKey, syntheticSecrets } from './testing/synthetic-card.ts'
import { VirtualCard } from './virtual-card.ts'

const APDUS = 100_000
const APDUS_A_CARD = 50
/** Bytes in a row that would betray a file: few enough to notice, enough never to come about by chance. */
const WINDOW = 6

/** Bytes that occur nowhere else, the same in each run: SHA-256 of a name and a counter. */
function unlike(name: string, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash('sha256').update(`${name} ${index}`).digest(),
  )
  return new Uint8Array(Buffer.concat(blocks).subarray(0, length))
}

const parts: CardParts = {
  jpki: {
    certificates: {
      signing: unlike('signing', 1500),
      signingCa: unlike('signing CA', 1000),
      authentication: unlike('authentication', 1400),
      authenticationCa: unlike('authentication CA', 900),
    },
    keys: {
      signing: syntheticKey('signing').privateKey,
      authentication: syntheticKey('authentication').privateKey,
    },
  },
  cardData: {
    myNumber: unlike('my number', 17),
    attributes: unlike('attributes', 300),
    integrity: unlike('integrity', 336),
    certificate: unlike('card data certificate', 568),
    basicInformation: unlike('card data basics', 60),
    sessionKey: unlike('session key', 270),
    publicKey: unlike('public key', 530),
    signingKey: syntheticKey('card-data').privateKey,
  },
  visual: {
    age: unlike('age', 546),
    face: unlike('face', 3000),
    basicInformation: unlike('visual basics', 330),
    certificate: unlike('visual certificate', 568),
    myNumberImage: unlike('image', 700),
    signingKey: syntheticKey('visual').privateKey,
  },
  common: {
    identification: { serialNumber: '888888888888888', municipality: '88888', expiry: '88888888' },
    keyReference: unlike('key reference', 16),
    internalAuthenticationKey: syntheticKey('internal').privateKey,
  },
  secrets: syntheticSecrets,
  dataObjects: new Map([
    [0x0042, unlike('issuer', 16)],
    [0x7f21, unlike('lower certificate', 568)],
  ]),
}

const newSecrets = ['4321', '9753', 'NEW456', 'ZZZZ99']
const secretTexts = [...Object.values(syntheticSecrets), ...newSecrets]

/** Six bytes in a row → where they stand: protected files by applet and id, private keys as null. */
const betraying = new Map<string, { applet: string; file: number } | null>()
for (const { name, files } of buildCardContents(parts).applets) {
  for (const [file, value] of files) {
    const content =
      value.type === 'private-key'
        ? value.key
        : value.type === 'transparent'
          ? value.content
          : undefined
    if (content === undefined || (value.type === 'transparent' && value.read === 'free')) continue
    // EF 0008 of the card-data applet is sixteen FF: nothing to recognise it by.
    if (content.every((byte) => byte === 0xff)) continue
    const text = latin1(content)
    for (let i = 0; i + WINDOW <= text.length; i++)
      betraying.set(
        text.slice(i, i + WINDOW),
        value.type === 'private-key' ? null : { applet: name, file },
      )
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

// --- commands -------------------------------------------------------------------------------------------------------

const hexByte = (value: number): string => value.toString(16).padStart(2, '0')
const byte = fc.integer({ min: 0, max: 255 }).map(hexByte)
const pick = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const aids = [...applets.map(({ aid }) => hexOf(aid)), 'a0000001510000']
const sized = (hex: string): string => hexByte(hex.length / 2) + hex

const selectApplet = pick(...aids).map((aid) => `00a4040c${sized(aid)}`)
const selectPrefix = fc
  .tuple(
    pick('00', '02', '0c', '0e', '04'),
    pick(...aids),
    fc.integer({ min: 1, max: 10 }),
    pick('', '00'),
  )
  .map(([p2, aid, length, le]) => `00a404${p2}${sized(aid.slice(0, 2 * length))}${le}`)
const fileId = fc.integer({ min: 1, max: 0x1e }).map(hexByte)
const selectFile = fc
  .tuple(pick('0c', '0c', '00', '04'), pick('00', '00', '00', '3f'), fileId)
  .map(([p2, high, low]) => `00a402${p2}02${high}${low}`)
const masterFile = pick('00a40000', '00a40000023f00', '00a4000c')

const secretIds = [0x11, 0x12, 0x13, 0x14, 0x15, 0x18, 0x1b, 0x1c]
const reference = fc.oneof(
  { weight: 4, arbitrary: pick(...secretIds).map((id) => hexByte(0x80 | id)) },
  { weight: 1, arbitrary: pick('80', '80', '00', '97', '9f') },
)
const secretBody = fc.oneof(
  { weight: 6, arbitrary: pick(...secretTexts).map(lengthAndText) },
  { weight: 2, arbitrary: pick('', '00', '000000') },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ minLength: 1, maxLength: 20 }).map((b) => sized(hexOf(b))),
  },
)
const verify = fc.tuple(reference, secretBody).map(([p2, body]) => `002000${p2}${body}`)
const change = fc
  .tuple(pick('002401', '002401', '803200', '002400'), reference, secretBody)
  .map(([head, p2, body]) => `${head}${p2}${body}`)

const offset = fc.oneof(
  pick('0000', '0001', '00ff', '0100', '05dc', '0bb8', '7fff'),
  fc.integer({ min: 0, max: 0x0c00 }).map((at) => at.toString(16).padStart(4, '0')),
)
const le = fc.oneof(
  { weight: 4, arbitrary: pick('00', '01', '04', '10', 'ff') },
  { weight: 1, arbitrary: pick('000000', '000100', '001000', '') },
)
const readBinary = fc.tuple(offset, le).map(([at, length]) => `00b0${at}${length}`)
const readShort = fc
  .tuple(fileId, byte, le)
  .map(([id, at, length]) => `00b0${hexByte(0x80 | Number.parseInt(id, 16))}${at}${length}`)
const readRecord = fc
  .tuple(pick('01', '00', '02', 'ff'), pick('04', '0c', '14', '0d', 'e4'), le)
  .map(([record, p2, length]) => `00b2${record}${p2}${length}`)
const getData = fc
  .tuple(pick('0042', '00f0', '00f2', '7f21', '5f51', 'df30', '0066'), le)
  .map(([tag, length]) => `00ca${tag}${length}`)
const challenge = fc
  .tuple(pick('0000', '0000', '0001'), le)
  .map(([p, length]) => `0084${p}${length}`)
const sign = fc
  .tuple(
    pick('802a', '802a', '0088'),
    fc.integer({ min: 0, max: 6 }).map(hexByte),
    pick('97', '9a', '80', '00', '99', '93'),
    fc.uint8Array({ minLength: 31, maxLength: 33 }),
    pick('00', '00', '00', ''),
  )
  .map(
    ([head, p1, p2, data, length]) =>
      `${head}${head === '0088' ? '00' : p1}${p2}${sized(hexOf(data))}${length}`,
  )

/** Ways into protected files: an applet, one of its secrets right, then its files. */
const ways: [aid: string, verify: string, ids: number[]][] = [
  [aidOf('jpki'), `00200098${lengthAndText('1234')}`, [0x0a, 0x01]],
  [aidOf('jpki'), `0020009b${lengthAndText('ABC123')}`, [0x01, 0x09]],
  [aidOf('card-data'), `00200091${lengthAndText('5678')}`, [0x01, 0x02, 0x03, 0x06, 0x07, 0x08]],
  [aidOf('card-data'), `00200094${lengthAndText('123456789018')}`, [0x01, 0x02]],
  [aidOf('card-data'), `00200095${lengthAndText('01020320351234')}`, [0x01, 0x02]],
  [aidOf('visual'), `00200091${lengthAndText('010203')}`, [0x01, 0x02, 0x05]],
  [aidOf('visual'), `00200092${lengthAndText('01020320351234')}`, [0x01, 0x02, 0x05]],
  [aidOf('visual'), `00200093${lengthAndText('123456789018')}`, [0x01, 0x02, 0x05]],
  [aidOf('common'), `0020009c${lengthAndText('9012')}`, [0x01, 0x1c]],
]
function aidOf(name: string): string {
  return hexOf(applets.find((applet) => applet.name === name)?.aid ?? new Uint8Array())
}
const wayIn = fc
  .tuple(pick(...ways), fc.boolean(), pick(...newSecrets))
  .map(([[aid, right, ids], changes, value]) => [
    `00a4040c${sized(aid)}`,
    right,
    ...ids.map((id) => `00b0${hexByte(0x80 | id)}0000`),
    ...(changes
      ? [
          `${aid === aidOf('common') ? '803200' : '002401'}${right.slice(6, 8)}${lengthAndText(value)}`,
        ]
      : []),
  ])

/** A secret guessed until it is blocked or nearly so, then given right. */
const guessing = fc
  .tuple(pick(...ways), fc.integer({ min: 2, max: 11 }))
  .map(([[aid, right], tries]) => [
    `00a4040c${sized(aid)}`,
    ...Array.from({ length: tries }, () => `${right.slice(0, 8)}${lengthAndText('0000')}`),
    right,
  ])

const one = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string[]> => arbitrary.map((c) => [c])
const commands = fc.oneof(
  { weight: 4, arbitrary: wayIn },
  { weight: 1, arbitrary: guessing },
  { weight: 4, arbitrary: one(selectApplet) },
  { weight: 2, arbitrary: one(selectPrefix) },
  { weight: 4, arbitrary: one(selectFile) },
  { weight: 1, arbitrary: one(masterFile) },
  { weight: 8, arbitrary: one(verify) },
  { weight: 3, arbitrary: one(change) },
  { weight: 6, arbitrary: one(readBinary) },
  { weight: 6, arbitrary: one(readShort) },
  { weight: 1, arbitrary: one(readRecord) },
  { weight: 1, arbitrary: one(getData) },
  { weight: 1, arbitrary: one(challenge) },
  { weight: 2, arbitrary: one(sign) },
  { weight: 2, arbitrary: one(fc.uint8Array({ maxLength: 40 }).map(hexOf)) },
)

interface Step {
  readonly hex: string
  readonly resets: boolean
}

type Mutation = (hex: string) => string
const keep: Mutation = (hex) => hex
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 14, arbitrary: fc.constant(keep) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(), fc.nat(7)).map(
      ([at, bit]): Mutation =>
        (hex) =>
          flip(hex, at, bit),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat().map(
      (at): Mutation =>
        (hex) =>
          hex.slice(0, 2 * (at % (hex.length / 2 + 1))),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ minLength: 1, maxLength: 4 }).map(
      (more): Mutation =>
        (hex) =>
          hex + hexOf(more),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(3), byte).map(
      ([at, value]): Mutation =>
        (hex) =>
          hex.slice(0, 2 * at) + value + hex.slice(2 * at + 2),
    ),
  },
)

function flip(hex: string, at: number, bit: number): string {
  if (hex === '') return hex
  const bytes = Buffer.from(hex, 'hex')
  const index = at % bytes.length
  bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
  return bytes.toString('hex')
}

const step: fc.Arbitrary<Step[]> = fc
  .tuple(commands, mutation, fc.nat(60))
  .map(([list, mutate, reset]) =>
    list.map((hex, index) => ({
      hex: index === list.length - 1 ? mutate(hex) : hex,
      resets: reset === 0 && index === 0,
    })),
  )
const session = fc
  .array(step, { minLength: APDUS_A_CARD, maxLength: APDUS_A_CARD })
  .map((steps) => steps.flat().slice(0, APDUS_A_CARD))

// --- the property ---------------------------------------------------------------------------------------------------

/** What the card may say at all. */
const known = new Set<number>(Object.values(statusWord))
known.delete(statusWord.noPreciseDiagnosis)

interface Count {
  apdus: number
  read: number
  signatures: number
  verified: number
  blocked: number
  changed: number
}

function check(steps: readonly Step[], count: Count): void {
  const contents = buildCardContents(parts)
  const before = filesOf(contents)
  // 80…FF only: a challenge cannot look like a PIN by chance.
  const card = new VirtualCard(contents, (length) =>
    Uint8Array.from({ length }, (_, index) => 0x80 | (index * 37)),
  )
  const reference = new ReferenceCard(syntheticSecrets, (applet, file) =>
    lengthOf(contents, applet, file),
  )
  for (const { hex, resets } of steps) {
    if (resets) {
      card.reset()
      reference.reset()
    }
    const { response, changed } = card.process(new Uint8Array(Buffer.from(hex, 'hex')))
    const { sw, data } = parseResponse(response)
    const expected = reference.step(hex)
    count.apdus++
    if (sw === 0x9000 && hex.startsWith('00b0')) count.read++
    if (sw === 0x9000 && data.length === 256 && /^(802a|0088)/.test(hex)) count.signatures++
    if (sw === 0x9000 && hex.startsWith('0020')) count.verified++
    if (sw === 0x6984) count.blocked++
    if (sw === 0x9000 && /^(0024|8032)/.test(hex)) count.changed++
    if (expected.sw !== undefined && sw !== expected.sw)
      throw new Error(`${hex}: ${sw.toString(16)}, the reference says ${expected.sw.toString(16)}`)
    if (changed !== expected.changed) throw new Error(`${hex}: changed is ${changed}`)
    if (!known.has(sw) && describeStatus(sw).name === 'other')
      throw new Error(`${hex}: ${sw.toString(16)} is no answer of this card`)
    if (sw !== 0x9000 && data.length > 0) throw new Error(`${hex}: data with ${sw.toString(16)}`)
    checkSecrets(contents, reference, hex)
    checkLeaks(data, reference, hex)
  }
  expect(filesOf(contents)).toEqual(before)
}

function lengthOf(contents: CardContents, applet: string, id: number): number {
  const file = contents.applets.find(({ name }) => name === applet)?.files.get(id)
  return file?.type === 'transparent' ? file.content.length : 0
}

function checkSecrets(contents: CardContents, reference: ReferenceCard, hex: string): void {
  const expected = reference.secrets()
  let seen = 0
  for (const { name, files } of contents.applets)
    for (const [id, file] of files) {
      if (file.type !== 'secret') continue
      seen++
      const other = expected.get(`${name}/${id}`)
      const value = file.value === undefined ? undefined : latin1(file.value)
      if (other === undefined || other.left !== file.triesLeft || other.value !== value)
        throw new Error(
          `${hex}: ${name} ${hexByte(id)} has ${file.triesLeft} tries left, ${other?.left} expected`,
        )
    }
  if (seen !== expected.size) throw new Error('a secret is missing')
}

function checkLeaks(data: Uint8Array, reference: ReferenceCard, hex: string): void {
  if (data.length === 0) return
  const text = latin1(data)
  for (const secret of secretTexts)
    if (text.includes(secret)) throw new Error(`${hex}: a secret comes out`)
  for (let i = 0; i + WINDOW <= text.length; i++) {
    const place = betraying.get(text.slice(i, i + WINDOW))
    if (place === undefined) continue
    if (place === null) throw new Error(`${hex}: part of a private key comes out`)
    if (!reference.isOpen(place.applet, place.file))
      throw new Error(`${hex}: ${place.applet} ${hexByte(place.file)} comes out without its secret`)
  }
}

/** Everything but secrets: no command writes it. */
const filesOf = (contents: CardContents): string =>
  createHash('sha256')
    .update(
      contents.applets
        .flatMap(({ files }) =>
          [...files.values()].map((file) =>
            file.type === 'transparent'
              ? latin1(file.content)
              : file.type === 'private-key'
                ? latin1(file.key ?? new Uint8Array())
                : '',
          ),
        )
        .join('|'),
    )
    .digest('hex')

describe('ISO 7816-4 the card against any command', () => {
  it('ISO 7816-4 100,000 random and mutated APDUs never crash the card, move a counter they should not, or open a file behind a secret', () => {
    const count: Count = { apdus: 0, read: 0, signatures: 0, verified: 0, blocked: 0, changed: 0 }
    // On failure fast-check prints seed and path: pass them here to see the same run again.
    fc.assert(
      fc.property(session, (steps) => check(steps, count)),
      { numRuns: APDUS / APDUS_A_CARD },
    )
    expect(count.apdus).toBeGreaterThanOrEqual(APDUS)
    // The deep places were reached, not only the refusals.
    expect(count.read).toBeGreaterThan(5000)
    expect(count.verified).toBeGreaterThan(2000)
    expect(count.blocked).toBeGreaterThan(100)
    expect(count.changed).toBeGreaterThan(200)
    expect(count.signatures).toBeGreaterThan(20)
  })
})
