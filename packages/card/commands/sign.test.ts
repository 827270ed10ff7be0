import { constants, createHash, publicDecrypt, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { command, encodeCommand } from '../apdu.ts'
import { elementaryFile } from '../layout.ts'
import { digestInfo } from '../rsa-padding.ts'
import {
  type Bench,
  bench,
  hexOf,
  syntheticContents,
  syntheticKey,
} from '../testing/synthetic-card.ts'

const message = new TextEncoder().encode('kazashi')
const hash = new Uint8Array(createHash('sha256').update(message).digest())

const sign = (b: Bench, p1: number, p2: number, data: Uint8Array) =>
  b.send(hexOf(encodeCommand(command({ cla: 0x80, ins: 0x2a, p1, p2, data, ne: 256 }))))

function verified(): Bench {
  const b = bench()
  b.select('jpki')
  expect(b.sw('002000980431323334')).toBe(0x9000)
  expect(b.sw('0020009B06414243313233')).toBe(0x9000)
  return b
}

const keys = [
  ['authentication', 0x97],
  ['signing', 0x9a],
] as const
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }

describe('80 2A COMPUTE DIGITAL SIGNATURE (RFC 8017)', () => {
  for (const [name, p2] of keys) {
    const { publicKey } = syntheticKey(name)
    const padded = (signature: Uint8Array): Uint8Array =>
      new Uint8Array(
        publicDecrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, signature),
      )

    it(`RFC 8017 §8.2 P1 = 00 pads its data, 1 to 245 bytes, with the ${name} key`, () => {
      const b = verified()
      for (const data of [message, new Uint8Array(1), new Uint8Array(245).fill(9)])
        expect(padded(sign(b, 0, p2, data).data)).toEqual(data)
      const signature = sign(b, 0, p2, digestInfo(hash)).data
      expect(signature).toHaveLength(256)
      expect(verify('sha256', message, publicKey, signature)).toBe(true)
    })

    it(`RFC 8017 §8.2 P1 = 01, 02, 03 hash or wrap with the ${name} key`, () => {
      const b = verified()
      expect(padded(sign(b, 1, p2, message).data)).toEqual(hash)
      const short = Uint8Array.of(7)
      expect(verify('sha256', short, publicKey, sign(b, 3, p2, short).data)).toBe(true)
      expect(verify('sha256', message, publicKey, sign(b, 2, p2, hash).data)).toBe(true)
      expect(verify('sha256', message, publicKey, sign(b, 3, p2, message).data)).toBe(true)
    })

    it(`RFC 8017 §8.1 P1 = 04 and 05 sign by PSS with a new salt each time, with the ${name} key`, () => {
      const b = verified()
      const two = [sign(b, 4, p2, hash).data, sign(b, 4, p2, hash).data]
      for (const signature of [...two, sign(b, 5, p2, message).data])
        expect(verify('sha256', message, { key: publicKey, ...pss }, signature)).toBe(true)
      expect(two[0]).not.toEqual(two[1])
    })
  }

  it('ISO 7816-4 §5.4 each key wants its own secret: 6982 before, and with the other one', () => {
    const b = bench()
    b.select('jpki')
    expect(sign(b, 0, 0x97, message).sw).toBe(0x6982)
    b.sw('0020009B06414243313233')
    expect(sign(b, 0, 0x97, message).sw).toBe(0x6982)
    expect(sign(b, 0, 0x9a, message).sw).toBe(0x9000)
  })

  it('80 2A P2 = 80 is the current file: OpenSC selects the key and then signs', () => {
    const b = verified()
    expect(b.sw('00A4020C020017')).toBe(0x9000)
    const signature = sign(b, 0, 0x80, digestInfo(hash)).data
    expect(verify('sha256', message, syntheticKey('authentication').publicKey, signature)).toBe(
      true,
    )
    expect(b.sw('00A4020C020018')).toBe(0x9000)
    expect(sign(b, 0, 0x80, message).sw).toBe(0x6981)
  })

  it('80 2A P2 = 00 is the default key of the card-data and visual applets, free to use, and 6A88 elsewhere', () => {
    for (const applet of ['card-data', 'visual'] as const) {
      const b = bench()
      b.select(applet)
      const signature = sign(b, 0, 0, digestInfo(hash)).data
      expect(verify('sha256', message, syntheticKey(applet).publicKey, signature)).toBe(true)
    }
    expect(sign(verified(), 0, 0, message).sw).toBe(0x6a88)
  })

  it('80 2A bad lengths are 6700 and 6985, an unknown P1 6A86, Le below the modulus 6C00', () => {
    const b = verified()
    expect(sign(b, 0, 0x97, new Uint8Array(246)).sw).toBe(0x6985)
    expect(sign(b, 0, 0x97, new Uint8Array()).sw).toBe(0x6700)
    expect(sign(b, 2, 0x97, new Uint8Array(31)).sw).toBe(0x6985)
    expect(sign(b, 4, 0x97, new Uint8Array(33)).sw).toBe(0x6985)
    expect(sign(b, 3, 0x97, new Uint8Array(256)).sw).toBe(0x6985)
    for (const p1 of [6, 7, 0x80, 0xff]) expect(sign(b, p1, 0x97, hash).sw).toBe(0x6a86)
    expect(sign(b, 0, 0x17, hash).sw).toBe(0x6a86)
    expect(b.sw('802A009701AA')).toBe(0x6700)
    expect(b.sw('802A009701AA80')).toBe(0x6c00)
  })

  it('80 2A a key that is not there yet answers 6A88, one that is broken 6F00', () => {
    for (const [key, sw] of [
      [undefined, 0x6a88],
      [new Uint8Array(40), 0x6f00],
    ] as const) {
      const contents = syntheticContents()
      const file = elementaryFile(contents, 'jpki', 0x0017)
      if (file.type === 'private-key') file.key = key
      const b = bench(contents)
      b.select('jpki')
      b.sw('002000980431323334')
      expect(sign(b, 0, 0x97, message).sw).toBe(sw)
    }
  })
})

describe('ISO 7816-4 §7.5.2 INTERNAL AUTHENTICATE', () => {
  const challenge = '0102030405060708'

  it('ISO 7816-4 §7.5.2 the common applet signs a challenge without any secret', () => {
    const { send, select } = bench()
    select('common')
    const { data } = send(`0088009908${challenge}00`)
    const { publicKey } = syntheticKey('internal')
    expect(verify('sha256', Buffer.from(challenge, 'hex'), publicKey, data)).toBe(true)
  })

  it('ISO 7816-4 §7.5.2 no other key does: 6982 behind a secret, 6985 after it and for free keys', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw(`0088009708${challenge}00`)).toBe(0x6982)
    expect(sw('002000980431323334')).toBe(0x9000)
    expect(sw(`0088009708${challenge}00`)).toBe(0x6985)
    select('card-data')
    expect(sw(`0088009308${challenge}00`)).toBe(0x6985)
  })

  it('ISO 7816-4 §7.5.2 its key does not sign otherwise, and bad parameters are refused', () => {
    const { sw, select } = bench()
    select('common')
    expect(sw(`802A009908${challenge}00`)).toBe(0x6985)
    expect(sw(`0088019908${challenge}00`)).toBe(0x6a86)
    expect(sw(`0088009908${challenge}`)).toBe(0x6700)
    expect(sw('0088009900')).toBe(0x6700)
    expect(sw(`0088008108${challenge}00`)).toBe(0x6981)
    expect(sw(`0088000008${challenge}00`)).toBe(0x6a86)
  })
})
