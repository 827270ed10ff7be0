import { createHash, createPublicKey, randomBytes, verify, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { decode } from 'fast-png'
import { beforeAll, describe, expect, test } from 'vitest'
import { verdictOf } from '../../../tools/code-of.ts'
import type { AccessRule, AppletName, CardContents } from '../contents.ts'
import { elementaryFile } from '../layout.ts'
import { openCard } from '../reader/client.ts'
import { generateResident } from '../residents/generate.ts'
import { findMunicipality } from '../residents/municipalities.ts'
import { syntheticMyNumber } from '../residents/my-number.ts'
import { portraitOf, portraitOfSeed } from '../residents/portrait.ts'
import { encodeTlv, parseTlv, parseTlvs, tlvValue } from '../tlv.ts'
import { memoryTransport } from '../transports/memory.ts'
import { VirtualCard } from '../virtual-card.ts'
import { randomDigits } from './bytes.ts'
import { verifyCardData } from './card-data.ts'
import { parseCvCertificate, verifyCvCertificate } from './cv-certificate.ts'
import { createFaceAuthority, type FaceAuthority } from './face-authority.ts'
import { glyphOf } from './font.ts'
import { type CardKeys, createCardKeys, type Personalisation, personalise } from './personalise.ts'
import { decodeJp2, encodeJp2, photographed, photoOf } from './photo.ts'
import { newRsaKey, openKey, publicKeyOf, type RsaPublicKey, signSha256 } from './rsa.ts'
import { digitsImage, textImage } from './text-image.ts'
import { verifyVisualFile } from './visual.ts'

const today = new Date('2026-11-23T03:00:00Z')
const random = (n: number): Uint8Array => new Uint8Array(randomBytes(n))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The smallest X.509 certificate there is for a key, signed by itself. */
function selfSigned(pkcs8: Uint8Array): Uint8Array {
  const der = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'hex'))
  const spki = createPublicKey(openKey(pkcs8)).export({ format: 'der', type: 'spki' })
  const algorithm = der('300d06092a864886f70d01010b0500')
  const name = der('300f310d300b06035504030c0454455354')
  const validity = der('301e170d3236303130313030303030305a170d3336303130313030303030305a')
  const tbs = encodeTlv(0x30, [
    der('a003020102'),
    der('020101'),
    algorithm,
    name,
    validity,
    name,
    new Uint8Array(spki),
  ])
  const signature = encodeTlv(0x03, [Uint8Array.of(0), signSha256(pkcs8, tbs)])
  return encodeTlv(0x30, [tbs, algorithm, signature])
}

let authority: FaceAuthority
let cardKeys: CardKeys
let base: Personalisation
let card: CardContents

beforeAll(async () => {
  const [signing, authentication, made, madeKeys] = await Promise.all([
    newRsaKey(),
    newRsaKey(),
    createFaceAuthority(),
    createCardKeys(),
  ])
  authority = made
  cardKeys = madeKeys
  base = {
    resident: {
      name: '𠮷﨑見\u3000結衣',
      kana: 'ヨシザキミ\u3000ユイ',
      latin: 'YOSHIZAKIMI YUI',
      address: '新潟県上越市物語坂７－６－２４',
      birthDate: '1957-07-20',
      sex: 'female',
      municipality: findMunicipality('15222') ?? generateResident(0, today).municipality,
      myNumber: syntheticMyNumber(4),
    },
    cardExpiry: '2036-07-20',
    securityCode: '2285',
    secrets: {
      signingPassword: 'ABC123',
      authenticationPin: '1234',
      residentRegisterPin: '2345',
      cardDataPin: '3456',
    },
    keys: { signing, authentication },
    certificates: {
      signing: selfSigned(signing),
      authentication: selfSigned(authentication),
      signingCa: selfSigned(signing),
      authenticationCa: selfSigned(authentication),
    },
    random,
    today,
    authority,
    cardKeys,
  }
  card = await personalise(base)
})

const content = (applet: AppletName, id: number, of = card): Uint8Array => {
  const file = elementaryFile(of, applet, id)
  if (file.type !== 'transparent') throw new TypeError('no transparent file')
  return file.content
}

const secretOf = (applet: AppletName, id: number): { value: string; tries: number } => {
  const file = elementaryFile(card, applet, id)
  if (file.type !== 'secret' || file.value === undefined) throw new TypeError('no secret')
  return { value: text(file.value), tries: file.triesLeft }
}

const field = (file: Uint8Array, tag: number): Uint8Array =>
  tlvValue(parseTlvs(parseTlv(file).value), tag)

describe('a personalised card', () => {
  const anyOf = (...ids: number[]): AccessRule => ({ anyOf: ids })
  const pin = { text: 0x11, a: 0x14, b: 0x15 }
  const files: readonly (readonly [AppletName, number, AccessRule, number | undefined])[] = [
    ['jpki', 0x0001, anyOf(0x1b), undefined],
    ['jpki', 0x0002, 'free', undefined],
    ['jpki', 0x0006, 'free', 160],
    ['jpki', 0x0008, 'free', 3],
    ['jpki', 0x000a, 'free', undefined],
    ['jpki', 0x000b, 'free', undefined],
    ['card-data', 0x0001, anyOf(pin.text, pin.a), 17],
    ['card-data', 0x0002, anyOf(pin.text, pin.b), undefined],
    ['card-data', 0x0003, anyOf(pin.text, pin.a, pin.b), 336],
    ['card-data', 0x0004, 'free', 568],
    ['card-data', 0x0005, 'free', undefined],
    ['card-data', 0x0006, anyOf(pin.text, pin.a, pin.b), 269],
    ['card-data', 0x0007, anyOf(pin.text, pin.a, pin.b), 536],
    ['card-data', 0x0008, anyOf(pin.text, pin.a, pin.b), 16],
    ['visual', 0x0001, anyOf(0x11), 547],
    ['visual', 0x0002, anyOf(0x13, 0x12), undefined],
    ['visual', 0x0003, 'free', undefined],
    ['visual', 0x0004, 'free', 568],
    ['visual', 0x0005, anyOf(0x13), undefined],
  ]

  test.each(files)(
    'ISO 7816-4 §5.3.3 %s EF %i is there, with its access rule and size',
    (...row) => {
      const [applet, id, read, size] = row
      const file = elementaryFile(card, applet, id)
      if (file.type !== 'transparent') throw new TypeError('no transparent file')
      expect(file.read).toEqual(read)
      expect(file.content.length).toBeGreaterThan(0)
      if (size !== undefined) expect(file.content.length).toBe(size)
    },
  )

  test('ISO 7816-4 §7.5.6 four secrets of the holder, three numbers of the card, counters full', () => {
    expect(secretOf('jpki', 0x1b)).toEqual({ value: 'ABC123', tries: 5 })
    expect(secretOf('jpki', 0x18)).toEqual({ value: '1234', tries: 3 })
    expect(secretOf('card-data', 0x11)).toEqual({ value: '3456', tries: 3 })
    expect(secretOf('resident-register', 0x1c)).toEqual({ value: '2345', tries: 3 })
    expect(secretOf('common', 0x1c)).toEqual({ value: '2345', tries: 3 })
    // Born 1957-07-20: 昭和32.
    expect(secretOf('visual', 0x11).value).toBe('320720')
    for (const [applet, id] of [
      ['visual', 0x12],
      ['card-data', 0x15],
    ] as const) {
      expect(secretOf(applet, id).value).toBe('32072020362285')
    }
    for (const [applet, id] of [
      ['visual', 0x13],
      ['card-data', 0x14],
    ] as const) {
      expect(secretOf(applet, id).value).toBe(base.resident.myNumber)
    }
  })

  test('ISO 7816-4 §5.3.3 the common record names a serial number, municipality and expiry, as GET DATA does', () => {
    const file = elementaryFile(card, 'common', 0x0001)
    if (file.type !== 'record') throw new TypeError('no records')
    const [first] = file.records
    expect(text(first ?? new Uint8Array())).toMatch(/^..9\d{14}1522220360720$/s)
    expect(text(card.dataObjects.get(0x00f0) ?? new Uint8Array())).toBe('15222')
    expect(text(card.dataObjects.get(0x00f2) ?? new Uint8Array())).toBe('20360720')
    expect(text(card.dataObjects.get(0x0045) ?? new Uint8Array())).toBe(
      text(first ?? new Uint8Array()).slice(2, 17),
    )
  })
})

describe('the card-data applet', () => {
  test('ISO 7816-4 §5.3.3 EF 0001 is the TLV and two bytes of filler', () => {
    const digits = Buffer.from(base.resident.myNumber).toString('hex')
    expect(hex(content('card-data', 1))).toBe(`ff100c${digits}ffff`)
  })

  test('ISO 7816-4 §5.3.3 EF 0002: each offset, counted from the start of the file, points at its object', () => {
    const file = content('card-data', 2)
    const offsets = field(file, 0xdf21)
    const tags = [0, 2, 4, 6].map((at) => {
      const place = ((offsets[at] ?? 0) << 8) | (offsets[at + 1] ?? 0)
      return hex(file.subarray(place, place + 2))
    })
    expect(tags).toEqual(['df22', 'df23', 'df24', 'df25'])
    expect(text(field(file, 0xdf22))).toBe('𠮷﨑見\u3000結衣')
    expect(text(field(file, 0xdf23))).toBe(base.resident.address)
    expect(text(field(file, 0xdf24))).toBe('19570720')
    expect(text(field(file, 0xdf25))).toBe('2')
  })

  test('ISO 7816-4 §5.3.3 EF 0003: digests of the whole EF 0001 and of EF 0002 behind its offsets', () => {
    const integrity = content('card-data', 3)
    const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    expect(hex(field(integrity, 0xdf31))).toBe(sha(content('card-data', 1)))
    // The offset table of four entries takes 11 bytes at the head of the value.
    const { value } = parseTlv(content('card-data', 2))
    expect(hex(field(integrity, 0xdf32))).toBe(sha(value.subarray(11)))
  })

  test('RFC 8017 §8.2 signatures hold, and none does after one bit changes', () => {
    const files = {
      myNumber: content('card-data', 1),
      attributes: content('card-data', 2),
      integrity: content('card-data', 3),
      certificate: content('card-data', 4),
      publicKey: content('card-data', 7),
    }
    expect(verifyCardData(files)).toBe(true)
    const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
      bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
    expect(verifyCardData({ ...files, myNumber: flipped(files.myNumber, 16) })).toBe(false)
    expect(verifyCardData({ ...files, attributes: flipped(files.attributes, 20) })).toBe(false)
    expect(verifyCardData({ ...files, integrity: flipped(files.integrity, 330) })).toBe(false)
    expect(verifyCardData({ ...files, publicKey: flipped(files.publicKey, 100) })).toBe(false)
  })

  test('RFC 8017 §8.2 node:crypto verifies the integrity record as an ordinary signature', () => {
    const integrity = content('card-data', 3)
    const { publicKey } = parseCvCertificate(content('card-data', 4))
    const covered = parseTlv(integrity).value.subarray(0, 70)
    expect(verify('sha256', covered, jwk(publicKey), field(integrity, 0xdf33))).toBe(true)
  })
})

const jwk = ({ exponent, modulus }: RsaPublicKey) =>
  createPublicKey({
    key: {
      kty: 'RSA',
      e: Buffer.from(exponent).toString('base64url'),
      n: Buffer.from(modulus).toString('base64url'),
    },
    format: 'jwk',
  })

describe('card-verifiable certificates', () => {
  test('ISO 7816-8 they chain from the face authority to the municipality, under sandbox identifiers', () => {
    const visual = parseCvCertificate(content('visual', 4))
    const cardData = parseCvCertificate(content('card-data', 4))
    expect(verifyCvCertificate(visual, publicKeyOf(authority.visual))).toBe(true)
    expect(verifyCvCertificate(cardData, publicKeyOf(authority.cardData))).toBe(true)
    expect(verifyCvCertificate(visual, publicKeyOf(authority.cardData))).toBe(false)
    expect(hex(visual.issuerKeyId)).toBe('39303030303233080530303100000000')
    expect(text(cardData.issuerKeyId.subarray(0, 7))).toBe('9000033')
    expect(text(visual.subjectKeyId.subarray(0, 7))).toBe('9215222')
    expect(hex(content('visual', 4).subarray(0, 10))).toBe('7f218202335f4e820129')
  })

  test('ISO 7816-8 GET DATA 00F8 and 7F21 are a chain that leads to the same key', () => {
    const upper = parseCvCertificate(card.dataObjects.get(0x00f8) ?? new Uint8Array())
    const lower = parseCvCertificate(card.dataObjects.get(0x7f21) ?? new Uint8Array())
    expect(verifyCvCertificate(upper, publicKeyOf(authority.root))).toBe(true)
    expect(verifyCvCertificate(lower, upper.publicKey)).toBe(true)
    expect(hex(lower.issuerKeyId)).toBe(hex(card.dataObjects.get(0x00f7) ?? new Uint8Array()))
    expect(lower.publicKey).toEqual(parseCvCertificate(content('visual', 4)).publicKey)
  })

  test('ISO 7816-8 damaged certificates are refused or do not verify, and nothing else happens', () => {
    const right = content('visual', 4)
    fc.assert(
      fc.property(fc.nat(right.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const wrong = right.map((byte, index) => (index === at ? byte ^ change : byte))
        verdictOf(() => {
          const certificate = parseCvCertificate(wrong)
          expect(verifyCvCertificate(certificate, publicKeyOf(authority.visual))).toBe(false)
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe('the visual applet', () => {
  test('RFC 8017 §8.2 age, face and My Number picture are signed by the municipality', () => {
    const certificate = content('visual', 4)
    const [age, face, number] = [content('visual', 1), content('visual', 2), content('visual', 5)]
    expect(verifyVisualFile('age', age, certificate)).toBe(true)
    expect(verifyVisualFile('face', face, certificate)).toBe(true)
    expect(verifyVisualFile('my-number', number, certificate)).toBe(true)
    const otherAge = age.map((byte, index) => (index === 14 ? byte ^ 1 : byte))
    expect(verifyVisualFile('age', otherAge, certificate)).toBe(false)
    const photoAt = face.length - 600
    const otherFace = face.map((byte, index) => (index === photoAt ? byte ^ 1 : byte))
    expect(verifyVisualFile('face', otherFace, certificate)).toBe(false)
  })

  test('RFC 8017 §8.2 all three carry the card key, which signs a challenge', () => {
    const challenge = random(32)
    const answer = signSha256(cardKeys.visual, challenge)
    const key = parseTlvs(field(content('visual', 2), 0xdf24))
    const carried = { exponent: tlvValue(key, 0x90), modulus: tlvValue(key, 0x91) }
    expect(verify('sha256', challenge, jwk(carried), answer)).toBe(true)
    expect(field(content('visual', 1), 0xdf12)).toEqual(field(content('visual', 2), 0xdf24))
    expect(field(content('visual', 5), 0xdf42)).toEqual(field(content('visual', 2), 0xdf24))
  })

  test('ISO 7816-4 §5.3.3 EF 0002: nine offsets point at nine objects', () => {
    const file = content('visual', 2)
    const offsets = field(file, 0xdf21)
    const tags = Array.from({ length: offsets.length / 2 }, (_, i) => {
      const place = ((offsets[2 * i] ?? 0) << 8) | (offsets[2 * i + 1] ?? 0)
      return hex(file.subarray(place, place + 2))
    })
    expect(tags.join(' ')).toBe('df22 df23 df24 df25 df26 df27 df28 df29 df2a')
    expect(text(field(file, 0xdf29))).toBe('20360720')
  })

  test('ISO/IEC 15948 §11.2.2 images are 1-bit grey PNGs of the surveyed sizes', () => {
    const face = content('visual', 2)
    const sizes = [field(face, 0xdf2a), field(content('visual', 5), 0xdf41)].map((png) => {
      const { width, height, depth, channels } = decode(png)
      return { width, height, depth, channels }
    })
    expect(sizes).toEqual([
      { width: 24, height: 12, depth: 1, channels: 1 },
      { width: 72, height: 12, depth: 1, channels: 1 },
    ])
    for (const tag of [0xdf25, 0xdf26]) {
      expect(decode(field(face, tag))).toMatchObject({ depth: 1, channels: 1 })
    }
  })

  test('ISO/IEC 15444-1 the photo is the front of the practice person, 240 × 320', async () => {
    const { width, height, data } = await decodeJp2(field(content('visual', 2), 0xdf27))
    const { data: drawn } = photographed(portraitOf(base.resident, today))
    expect([width, height]).toEqual([240, 320])
    const difference = data.reduce((sum, grey, i) => sum + Math.abs(grey - (drawn[i] ?? 0)), 0)
    expect(difference / data.length).toBeLessThan(3)
  })
})

describe('a reader of the personalised card', () => {
  test('ISO 7816-4 §7.2.3 attributes, My Number and photo come back as they went in', async () => {
    const client = openCard(memoryTransport(new VirtualCard(card, random)))
    expect(await client.readAttributes('3456')).toEqual({
      name: base.resident.name,
      address: base.resident.address,
      birthDate: base.resident.birthDate,
      sex: base.resident.sex,
    })
    expect(await client.readMyNumber('3456')).toBe(base.resident.myNumber)
    const photo = await client.readPhoto(base.resident.myNumber)
    expect(photo).toEqual(field(content('visual', 2), 0xdf27))
  })

  test('ISO 7816-8 §5.4 both keys sign what their certificates verify', async () => {
    const client = openCard(memoryTransport(new VirtualCard(card, random)))
    const data = random(100)
    for (const [kind, secret, certificate] of [
      ['signing', 'ABC123', base.certificates.signing ?? new Uint8Array()],
      ['authentication', '1234', base.certificates.authentication],
    ] as const) {
      const signer = await client.signer(kind, secret)
      const { publicKey } = new X509Certificate(certificate)
      expect(verify('sha256', data, publicKey, await signer.sign(data)), kind).toBe(true)
    }
  })
})

describe('text as images', () => {
  const dark = (png: Uint8Array): number =>
    Array.from(decode(png).data).reduce((sum, byte) => sum + hamming(byte ^ 0xff), 0)
  const hamming = (byte: number): number =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (1 << bit)).length

  test('rare kanji have glyphs, a character that the font lacks becomes 〓', () => {
    for (const character of '𠮷髙﨑𡈽濵邊邉圡栁桒德Ａア') {
      expect(glyphOf(character).found, character).toBe(true)
      expect(dark(textImage(character)), character).toBeGreaterThan(20)
    }
    expect(glyphOf('𪚥').found).toBe(false)
    expect(textImage('𪚥')).toEqual(textImage('〓'))
  })

  test('twenty full-width characters a line, 200 in ten lines', () => {
    const size = (chars: number) => {
      const { width, height } = decode(textImage('見'.repeat(chars)))
      return [width, height]
    }
    expect(size(20)).toEqual([484, 30])
    expect(size(21)).toEqual([484, 58])
    expect(size(200)).toEqual([484, 282])
  })

  test('digits differ from each other and fill their cells', () => {
    const images = [...'0123456789'].map((digit) => hex(digitsImage(digit)))
    expect(new Set(images).size).toBe(10)
  })

  test('no text makes the encoder fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (any) => {
        expect(decode(textImage(any)).depth).toBe(1)
      }),
      { numRuns: 50 },
    )
  })
})

describe('photos', () => {
  test('ISO/IEC 15444-1 annex I: signature, file type, header, codestream', async () => {
    const jp2 = await photoOf(portraitOfSeed(1))
    expect(hex(jp2.subarray(0, 32))).toBe(
      '0000000c6a5020200d0a870a00000014667479706a703220000000006a703220',
    )
    expect(hex(jp2.subarray(32, 77))).toBe(
      '0000002d6a703268' +
        '0000001669686472' +
        '00000140000000f0' +
        '000107070000' +
        '0000000f636f6c72' +
        '010000' +
        '00000011',
    )
    expect(hex(jp2.subarray(81, 89))).toBe('6a703263ff4fff51')
    expect(jp2.length).toBeLessThan(16_000)
  })

  test('ISO/IEC 15444-1 a file that is no JP2 gets a typed error', async () => {
    const jp2 = await encodeJp2({ width: 64, height: 64, data: new Uint8Array(64 * 64) })
    await expect(
      encodeJp2({ width: 8, height: 8, data: new Uint8Array(64) }),
    ).rejects.toMatchObject({
      code: 'VALUE_OUT_OF_RANGE',
    })
    for (const wrong of [new Uint8Array(), jp2.subarray(0, 40), random(100), jp2.subarray(0, 95)]) {
      await expect(decodeJp2(wrong)).rejects.toMatchObject({ code: 'DATA_OBJECT_MALFORMED' })
    }
  })
})

describe('input that is refused before anything is made', () => {
  const verdict = (change: Partial<Personalisation>) =>
    verdictOf(() => personalise({ ...base, ...change }))
  const withSecret = (name: keyof Personalisation['secrets'], value: string) =>
    verdict({ secrets: { ...base.secrets, [name]: value } })

  test.each([
    'ABC12',
    'ABCDEFGHIJ1234567',
    'ABCDEF',
    '123456',
    'abc123',
    'ABC-123',
    'ＡＢＣ１２３',
    '',
  ])(
    'ISO 7816-4 §7.5.7 a signing password needs 6 to 16 capitals and digits with both: %s',
    async (value) => expect(await withSecret('signingPassword', value)).toBe('SECRET_FORM'),
  )

  test('ISO 7816-4 §7.5.7 PINs are four digits', async () => {
    for (const name of ['authenticationPin', 'residentRegisterPin', 'cardDataPin'] as const) {
      for (const value of ['123', '12345', '12a4', '１２３４', '']) {
        expect(await withSecret(name, value), `${name} ${value}`).toBe('SECRET_FORM')
      }
    }
    expect(await withSecret('signingPassword', 'A1B2C3D4E5F6G7H8')).toBe('accepted')
  })

  test('ISO 7816-4 §5.3.3 a key that is not its certificate’s, a number without its check digit, no date', async () => {
    const { signing = new Uint8Array() } = base.keys
    const refused: Partial<Personalisation>[] = [
      { keys: { ...base.keys, signing: base.keys.authentication } },
      { keys: { authentication: base.keys.authentication } },
      { certificates: { ...base.certificates, authenticationCa: signing } },
      { resident: { ...base.resident, myNumber: '000012345678' } },
      { resident: { ...base.resident, birthDate: '1850-01-01' } },
      { cardExpiry: '2036-13-01' },
      { securityCode: '12' },
    ]
    for (const change of refused) expect(await verdict(change)).toBe('PERSONALISATION_INPUT')
    expect(await verdict({ keys: { ...base.keys, signing: new Uint8Array(5) } })).toBe(
      'KEY_MALFORMED',
    )
  })

  test('ISO 7816-4 §5.3.3 errors hold no secret', async () => {
    const secrets = { ...base.secrets, signingPassword: 'TOPSECRET' }
    await expect(personalise({ ...base, secrets })).rejects.not.toThrow(/TOPSECRET/)
  })

  test('ISO 7816-4 §5.3.3 a child’s card has no signing certificate, and says so in EF 0008', async () => {
    const { authentication, signingCa, authenticationCa } = base.certificates
    const childs = await personalise({
      ...base,
      keys: { authentication: base.keys.authentication },
      certificates: { authentication, signingCa, authenticationCa },
    })
    expect(hex(content('jpki', 8, childs))).toBe('008f00')
    expect(content('jpki', 1, childs).length).toBe(0)
    expect(new X509Certificate(content('jpki', 10, childs)).subject).toBe('CN=TEST')
  })
})

test('ISO 7816-4 §8.1 serial numbers are digits, each equally likely', () => {
  expect(randomDigits(5, (n) => new Uint8Array(n).fill(249))).toBe('99999')
  const bytes = [255, 250, 10, 23]
  expect(randomDigits(3, (n) => Uint8Array.from({ length: n }, () => bytes.shift() ?? 7))).toBe(
    '037',
  )
})
