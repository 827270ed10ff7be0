import { createPublicKey, verify as verifySignature } from 'node:crypto'
import type { CertificateKind } from '@kazashi/lifecycle'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verdictOf } from '../../../tools/code-of.ts'
import { buildCardContents, emptySecureElement, setCertificate, setSecret } from '../layout.ts'
import {
  bytes,
  filled,
  hexOf,
  syntheticKey,
  syntheticParts,
  syntheticSecrets,
} from '../testing/synthetic-card.ts'
import { encodeTlv } from '../tlv.ts'
import type { CardTransport } from '../transport.ts'
import { memoryTransport } from '../transports/memory.ts'
import { VirtualCard } from '../virtual-card.ts'
import { openCard } from './client.ts'
import type { SessionOptions } from './session.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** As much of a certificate as a signer looks at, around a key. */
function certificateAround(name: CertificateKind): Uint8Array {
  const spki = new Uint8Array(syntheticKey(name).publicKey.export({ format: 'der', type: 'spki' }))
  const empty = encodeTlv(0x30, new Uint8Array())
  const version = encodeTlv(0xa0, bytes('020102'))
  const tbs = encodeTlv(0x30, [version, bytes('020105'), empty, empty, empty, empty, spki])
  return encodeTlv(0x30, [tbs, empty, encodeTlv(0x03, filled('signature ', 300))])
}

const photo = filled('photo ', 6000)

function card(): VirtualCard {
  const parts = syntheticParts()
  const object = (entries: [number, Uint8Array][]): Uint8Array =>
    encodeTlv(
      0xff20,
      entries.map(([tag, value]) => encodeTlv(tag, value)),
    )
  const contents = buildCardContents({
    ...parts,
    jpki: {
      ...parts.jpki,
      certificates: {
        signing: certificateAround('signing'),
        authentication: certificateAround('authentication'),
        signingCa: filled('signing CA ', 1000),
        // Files are larger than what is in them: the client must not take the filler for the certificate.
        authenticationCa: Uint8Array.from([...filled('auth CA ', 1024), ...Array(80).fill(0xff)]),
      },
    },
    cardData: {
      ...parts.cardData,
      myNumber: Uint8Array.of(...encodeTlv(0xff10, utf8(syntheticSecrets.numberA)), 0xff, 0xff),
      attributes: object([
        [0xdf21, new Uint8Array(8)],
        [0xdf22, utf8('見本　髙子')],
        [0xdf23, utf8('東京都渋谷区見本町一丁目２番３号')],
        [0xdf24, utf8('20010203')],
        [0xdf25, utf8('2')],
      ]),
    },
    visual: {
      ...parts.visual,
      face: object([
        [0xdf21, new Uint8Array(16)],
        [0xdf22, utf8('20010203')],
        [0xdf23, utf8('2')],
        [0xdf24, filled('key ', 294)],
        [0xdf25, filled('name ', 400)],
        [0xdf26, filled('address ', 900)],
        [0xdf27, photo],
        [0xdf28, filled('signature ', 256)],
        [0xdf29, utf8('20350203')],
        [0xdf2a, filled('code ', 150)],
      ]),
    },
  })
  return new VirtualCard(contents, (length) => new Uint8Array(length))
}

function reader(held: VirtualCard, options: SessionOptions = {}) {
  const sent: string[] = []
  const transport = memoryTransport(held, { onExchange: (command) => sent.push(hexOf(command)) })
  return { client: openCard(transport, options), sent, transport }
}

const verifications = (sent: string[]): string[] =>
  sent.filter((command) => command.startsWith('0020') && command.length > 10)

/** A card of which only the answers are given: `*` answers a command that no earlier line answers. */
function scripted(answers: readonly (readonly [start: string, answer: string])[]) {
  const sent: string[] = []
  const transport: CardTransport = {
    atr: bytes('3b00'),
    async transmit(command) {
      const hex = hexOf(command)
      sent.push(hex)
      const answer = answers.find(([start]) => start === '*' || hex.startsWith(start))
      return bytes(answer?.[1] ?? '9000')
    },
    async reset() {},
    async close() {},
  }
  return { client: openCard(transport), sent }
}

const { signingPassword, authenticationPin, cardDataPin, numberA, numberB } = syntheticSecrets

test('ISO 7816-4 §7.2.3 certificates are read to their exact length, filler left out', async () => {
  const { client, sent } = reader(card())
  expect(await client.readCertificate('authentication-ca')).toEqual(filled('auth CA ', 1024))
  expect(await client.readCertificate('authentication')).toEqual(
    certificateAround('authentication'),
  )
  expect(sent).not.toContain('00b0043000')
  expect((await client.token()).carrier).toBe('card')
  expect(await client.availability()).toEqual({ signing: true, authentication: true })
})

test('ISO 7816-4 §5.4 the signing certificate is read only after its password', async () => {
  const { client } = reader(card())
  await expect(client.readCertificate('signing')).rejects.toMatchObject({ code: 'SECURITY_STATUS' })
  expect(await client.readCertificate('signing', { value: signingPassword })).toEqual(
    certificateAround('signing'),
  )
})

test('JPKI EF 000A on a card no PIN is sent for it, on a phone the PIN opens it', async () => {
  const { client, sent } = reader(card())
  await client.readCertificate('authentication', { value: authenticationPin })
  expect(verifications(sent)).toEqual([])

  const element = emptySecureElement('android')
  setSecret(element, 'authentication-pin', '4321')
  setCertificate(element, 'authentication', certificateAround('authentication'), undefined)
  const phone = reader(new VirtualCard(element, (length) => new Uint8Array(length)))
  expect((await phone.client.token()).carrier).toBe('android')
  await expect(phone.client.readCertificate('authentication')).rejects.toMatchObject({
    code: 'SECURITY_STATUS',
  })
  expect(await phone.client.readCertificate('authentication', { value: '4321' })).toEqual(
    certificateAround('authentication'),
  )
  await expect(phone.client.readCertificate('signing-ca')).rejects.toMatchObject({
    code: 'FILE_NOT_FOUND',
  })
  await expect(phone.client.readAttributes('1234')).rejects.toMatchObject({
    code: 'NOT_A_MY_NUMBER_CARD',
  })
  await expect(phone.client.verify('signing-password', 'ABC123')).rejects.toMatchObject({
    code: 'SECRET_BLOCKED',
  })
})

test('ISO 7816-4 §7.2.3 attributes, My Number, photo and expiry are read out of a card', async () => {
  const { client } = reader(card())
  expect(await client.readAttributes(cardDataPin)).toEqual({
    name: '見本　髙子',
    address: '東京都渋谷区見本町一丁目２番３号',
    birthDate: '2001-02-03',
    sex: 'female',
  })
  expect(await client.readMyNumber(cardDataPin)).toBe(numberA)
  expect(await client.readPhoto(numberA)).toEqual(photo)
  expect(await client.readFace(numberB)).toMatchObject({ expiry: '2035-02-03', sex: 'female' })
  expect(await client.readExpiry()).toBe('2035-02-03')
})

test('ISO 7816-4 §7.5.6 a wrong value says the tries left, and the last try is not spent unasked', async () => {
  const { client, sent } = reader(card())
  expect(await client.retryCounter('authentication-pin')).toEqual({ triesLeft: 3, blocked: false })
  for (const triesLeft of [2, 1]) {
    await expect(client.verify('authentication-pin', '0000')).rejects.toMatchObject({
      code: 'SECRET_WRONG',
      triesLeft,
    })
  }
  const before = verifications(sent).length
  await expect(client.verify('authentication-pin', authenticationPin)).rejects.toMatchObject({
    code: 'LAST_TRY',
    triesLeft: 1,
  })
  expect(verifications(sent)).toHaveLength(before)
  await expect(client.verify('authentication-pin', '0000', { force: true })).rejects.toMatchObject({
    code: 'SECRET_BLOCKED',
    triesLeft: 0,
  })
  expect(await client.retryCounter('authentication-pin')).toEqual({ triesLeft: 0, blocked: true })
  await expect(
    client.verify('authentication-pin', authenticationPin, { force: true }),
  ).rejects.toMatchObject({ code: 'SECRET_BLOCKED' })
  expect(verifications(sent)).toHaveLength(before + 1)
})

test('ISO 7816-4 §7.5.6 the last try, when asked for and right, resets the counter', async () => {
  const { client } = reader(card())
  for (let i = 0; i < 4; i += 1) {
    await expect(client.verify('signing-password', 'WRONG1')).rejects.toThrow('SECRET_WRONG')
  }
  await client.verify('signing-password', signingPassword, { force: true })
  expect(await client.retryCounter('signing-password')).toEqual({ triesLeft: 5, blocked: false })
})

test('ISO 7816-4 §7.5.6 a value that no secret can have is refused without a word to the card', async () => {
  const { client, sent } = reader(card())
  for (const value of ['abc123', 'ABC12', 'ABC123ABC123ABC12', 'ABC 123', 'ＡＢＣ１２３']) {
    await expect(client.verify('signing-password', value)).rejects.toMatchObject({
      code: 'SECRET_FORM',
    })
    await expect(client.signer('signing', value)).rejects.toMatchObject({ code: 'SECRET_FORM' })
  }
  await expect(client.readAttributes('12345')).rejects.toMatchObject({ code: 'SECRET_FORM' })
  await expect(client.readPhoto('12345')).rejects.toMatchObject({ code: 'SECRET_FORM' })
  expect(sent).toEqual([])
})

test('ISO 7816-4 §7.5.6 both 6983 and 6984 say that a secret is blocked', async () => {
  for (const blocked of ['6983', '6984', '63c0']) {
    const { client, sent } = scripted([['0020', blocked]])
    expect(await client.retryCounter('card-data-pin')).toEqual({ triesLeft: 0, blocked: true })
    await expect(client.verify('card-data-pin', '1234')).rejects.toMatchObject({
      code: 'SECRET_BLOCKED',
    })
    expect(verifications(sent)).toEqual([])
    const later = scripted([
      ['0020008004', blocked],
      ['0020', '63c3'],
    ])
    await expect(later.client.verify('card-data-pin', '1234')).rejects.toMatchObject({
      code: 'SECRET_BLOCKED',
      triesLeft: 0,
    })
  }
})

test('ISO 7816-4 §7.5.6 where four bytes are refused the counter is asked with five', async () => {
  const { client, sent } = scripted([
    ['0020008000', '63c2'],
    ['00200080', '6700'],
  ])
  expect(await client.retryCounter('authentication-pin')).toEqual({ triesLeft: 2, blocked: false })
  expect(sent.slice(-2)).toEqual(['00200080', '0020008000'])
  const silent = scripted([['0020', '6d00']])
  await expect(
    silent.client.verify('authentication-pin', '1234', { force: true }),
  ).rejects.toMatchObject({ code: 'CARD_STATUS_UNEXPECTED' })
  expect(verifications(silent.sent)).toEqual([])
})

test('ISO 7816-4 §5.1.3 61xx is continued and 6Cxx repeated with the right length', async () => {
  const head = '3082000a'
  const { client, sent } = scripted([
    ['00b0000000', '6c05'],
    ['00b0000005', `${head}01 6102`],
    ['00c0000002', '0203 6101'],
    ['00c0000001', '04 9000'],
    ['00b0000806', '05 6105'],
    ['00c0000005', '060708090a 9000'],
  ])
  expect(hexOf(await client.readCertificate('signing-ca'))).toBe(`${head}0102030405060708090a`)
  expect(sent.filter((command) => command.startsWith('00c0'))).toHaveLength(3)
  const endless = scripted([
    ['00b0', '3082 6101'],
    ['00c0', '6101'],
  ])
  await expect(endless.client.readCertificate('signing-ca')).rejects.toMatchObject({
    code: 'CARD_ANSWER_MALFORMED',
  })
})

test('ISO 7816-8 §5.4 both keys sign, also after another applet was read in between', async () => {
  const { client, sent } = reader(card())
  const data = utf8('利用申請')
  for (const [kind, secret] of [
    ['signing', signingPassword],
    ['authentication', authenticationPin],
  ] as const) {
    const signer = await client.signer(kind, secret)
    expect(signer.algorithm).toBe('RS256')
    await client.readAttributes(cardDataPin)
    const signature = await signer.sign(data)
    const key = createPublicKey({ key: Buffer.from(signer.publicKey), format: 'der', type: 'spki' })
    expect(verifySignature('sha256', data, key, signature)).toBe(true)
    const before = sent.length
    await signer.sign(data)
    expect(sent.length - before).toBe(1)
  }
})

test('ISO 7816-4 §7.5.7 a secret is changed after the old value, and only to an allowed one', async () => {
  const held = card()
  const { client, sent } = reader(held)
  for (const next of ['ABCDEFGH', '12345678', 'abc12345', 'ABC12']) {
    await expect(
      client.changeSecret('signing-password', signingPassword, next),
    ).rejects.toMatchObject({ code: 'SECRET_FORM' })
  }
  await expect(client.changeSecret('number-a', numberA, numberA)).rejects.toThrow('SECRET_FORM')
  expect(sent).toEqual([])
  await client.changeSecret('signing-password', signingPassword, 'NEW1PASS')
  await expect(client.verify('signing-password', signingPassword)).rejects.toThrow('SECRET_WRONG')
  await client.verify('signing-password', 'NEW1PASS')
  await client.changeSecret('resident-register-pin', syntheticSecrets.residentRegisterPin, '1111')
  await client.verify('resident-register-pin', '1111')
  await client.changeSecret('card-data-pin', cardDataPin, '2222')
  expect(await client.readMyNumber('2222')).toBe(numberA)
})

test('ISO 7816-4 §5.1 calls made at once wait for each other', async () => {
  const { client } = reader(card())
  const [attributes, certificate, expiry, face] = await Promise.all([
    client.readAttributes(cardDataPin),
    client.readCertificate('signing', { value: signingPassword }),
    client.readExpiry(),
    client.readFace(numberA),
  ])
  expect(attributes.birthDate).toBe(face.birthDate)
  expect(certificate).toEqual(certificateAround('signing'))
  expect(expiry).toBe(face.expiry)
})

test('ISO 7816-4 §5.1 progress is reported, and extended length needs fewer commands', async () => {
  const seen: number[] = []
  const short = reader(card(), { onProgress: ({ done, total }) => total && seen.push(done) })
  await short.client.readPhoto(numberA)
  expect(seen.at(-1)).toBeGreaterThan(photo.length)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  const long = reader(card(), { extendedLength: true })
  expect(await long.client.readPhoto(numberA)).toEqual(photo)
  expect(long.sent.length).toBeLessThan(short.sent.length / 3)
})

test('ISO/IEC 14443-4 §7.5 a card taken away in the middle is CARD_AWAY, and held again starts anew', async () => {
  const held = card()
  const { client, transport } = reader(held)
  await client.verify('signing-password', signingPassword)
  await transport.close()
  await expect(client.readCertificate('signing')).rejects.toMatchObject({
    code: 'CARD_AWAY',
    next: 'hold-again',
  })
  await expect(reader(held).client.readCertificate('signing')).rejects.toMatchObject({
    code: 'SECURITY_STATUS',
  })
})

test('ISO 7816-4 §7.5.6 whatever a card answers, no try is spent where its counter did not allow it', async () => {
  const status = fc.constantFrom('9000', '63c0', '63c1', '63c2', '63c5', '6983', '6984', '6700')
  const answer = fc.oneof(
    { weight: 4, arbitrary: status },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 12 }).map(hexOf) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 12 }), async (answers) => {
      const exchanges: [string, string][] = []
      const transport: CardTransport = {
        atr: bytes('3b00'),
        async transmit(command) {
          const given = answers[exchanges.length % answers.length] ?? '9000'
          exchanges.push([hexOf(command), given])
          return bytes(given)
        },
        async reset() {},
        async close() {},
      }
      await verdictOf(openCard(transport).verify('signing-password', 'ABC123'))
      const at = exchanges.findIndex(([command]) => command.startsWith('0020008006'))
      if (at < 0) return
      const before = exchanges.slice(0, at)
      const asked = before.findLastIndex(([command]) => command.startsWith('00200080'))
      // An answer of 61xx goes on by GET RESPONSE: the last part of it is the counter's.
      const rest = before.slice(asked + 1).map(([command]) => command.slice(0, 4))
      expect(rest.filter((header) => header !== '00c0')).toEqual([])
      expect(asked).toBeGreaterThanOrEqual(0)
      expect(before.at(-1)?.[1].slice(-4)).toMatch(/^(9000|63c[2-9a-f])$/)
    }),
    { numRuns: 2000, examples: [[['6100', '9000']], [['9000', '6100']]] },
  )
})
