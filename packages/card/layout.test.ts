import { describe, expect, it } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { encodeCardIdentification, parseCardIdentification } from './applets/common.ts'
import { encodeAvailability, parseAvailability } from './applets/jpki.ts'
import { emptySecureElement, phoneAtr, setCertificate, setPrivateKey, setSecret } from './layout.ts'
import { bench, filled, hexOf, syntheticKey } from './testing/synthetic-card.ts'
import {
  encodeTokenInformation,
  parseTokenInformation,
  tokenInformation,
} from './token-information.ts'

describe('PKCS #11 v2.40 §3.2 EF 0006, token information', () => {
  it('PKCS #11 v2.40 §3.2 a card reads JPKIAPICCTOKEN2 in 160 bytes', () => {
    const { send, select } = bench()
    select('jpki')
    const { data } = send('00B0860000')
    expect(data).toHaveLength(160)
    expect(parseTokenInformation(data)).toMatchObject({
      carrier: 'card',
      label: 'JPKIAPICCTOKEN2',
      flags: 0x40d,
      maxPinLength: 16,
      minPinLength: 6,
    })
    expect(hexOf(data.slice(96, 124))).toBe(
      '0000040d00000001000000000000000100000000000000100000000600'.slice(0, 56),
    )
    expect(Buffer.from(data.slice(140)).toString()).toBe('03019999999999999999')
  })

  it('PKCS #11 v2.40 §3.2 each label is recognised, with spaces or NUL after it', () => {
    for (const carrier of ['card', 'android', 'iphone'] as const) {
      const information = tokenInformation(carrier, {
        manufacturer: 'KAZASHI',
        model: 'Model-1',
        serialNumber: '42',
      })
      const encoded = encodeTokenInformation(information)
      expect(parseTokenInformation(encoded)).toEqual(information)
      expect(parseTokenInformation(encoded.map((byte) => (byte === 0x20 ? 0 : byte))).carrier).toBe(
        carrier,
      )
    }
    const other = encodeTokenInformation(tokenInformation('card', { label: 'SOMETHING ELSE' }))
    expect(parseTokenInformation(other).carrier).toBe('other')
    const old = encodeTokenInformation(tokenInformation('card', { label: 'JPKIAPICCTOKEN' }))
    expect(parseTokenInformation(old).carrier).toBe('resident-card')
  })

  it('PKCS #11 v2.40 §3.2 another length or a text that is not ASCII is refused', () => {
    expect(codeOf(() => parseTokenInformation(new Uint8Array(159)))).toBe(
      'TOKEN_INFORMATION_MALFORMED',
    )
    expect(codeOf(() => parseTokenInformation(new Uint8Array(160).fill(0x80)))).toBe(
      'TOKEN_INFORMATION_MALFORMED',
    )
    expect(
      codeOf(() => encodeTokenInformation(tokenInformation('card', { model: 'x'.repeat(17) }))),
    ).toBe('VALUE_OUT_OF_RANGE')
  })
})

describe('ISO 7816-4 §5.3 small values of the applets', () => {
  it('ISO 7816-4 §5.3 EF 0008 says which certificates are there', () => {
    const { send, select } = bench()
    select('jpki')
    expect(hexOf(send('00B0880000').data)).toBe('8f8f00')
    for (const signing of [true, false])
      for (const authentication of [true, false]) {
        const value = { signing, authentication }
        expect(parseAvailability(encodeAvailability(value))).toEqual(value)
      }
  })

  it('ISO 7816-4 §5.3 the card identification goes there and back, and nothing else is read as one', () => {
    const value = { serialNumber: '400000000000001', municipality: '13113', expiry: '20350203' }
    const encoded = encodeCardIdentification(value)
    expect(parseCardIdentification(encoded)).toEqual(value)
    for (const wrong of [encoded.slice(0, -1), encoded.with(0, 2), encoded.with(5, 0x41)])
      expect(codeOf(() => parseCardIdentification(wrong))).toBe('DATA_OBJECT_MALFORMED')
    expect(codeOf(() => encodeCardIdentification({ ...value, serialNumber: '1' }))).toBe(
      'VALUE_OUT_OF_RANGE',
    )
  })
})

describe('ISO 7816-4 §5.3 the same applet in a phone’s secure element', () => {
  it('ISO 7816-4 §5.3 an empty element has its label, no certificate, no key, and secrets that answer as if blocked', () => {
    for (const [carrier, label] of [
      ['android', 'JPKIAPGPSETOKEN'],
      ['iphone', 'JPKIAPIOSTOKEN'],
    ] as const) {
      const { card, send, sw, select } = bench(emptySecureElement(carrier, { model: 'Test' }))
      expect(card.atr).toEqual(phoneAtr)
      select('jpki')
      expect(parseTokenInformation(send('00B0860000').data)).toMatchObject({ label, carrier })
      expect(hexOf(send('00B0880000').data)).toBe('000000')
      expect(sw('00B0820000')).toBe(0x6b00)
      expect(sw('00200098')).toBe(0x63c0)
      expect(sw('002000980431323334')).toBe(0x6984)
      expect(sw('00A4040C0AD3921000310001010408')).toBe(0x6a82)
    }
  })

  it('ISO 7816-4 §5.4 with keys, certificates and secrets set it signs, and its authentication certificate needs the PIN', () => {
    const contents = emptySecureElement('android')
    const ca = filled('CA ', 700)
    setCertificate(contents, 'authentication', filled('authentication ', 1000), ca)
    setPrivateKey(contents, 'authentication', syntheticKey('authentication').privateKey)
    setSecret(contents, 'authentication-pin', '1234')
    const { send, sw, select } = bench(contents)
    select('jpki')
    expect(hexOf(send('00B0880000').data)).toBe('008f00')
    expect(send('00B08B0000').data).toEqual(ca.slice(0, 256))
    expect(sw('00B08A0000')).toBe(0x6982)
    expect(sw('00200098')).toBe(0x63c3)
    expect(sw('002000980431323334')).toBe(0x9000)
    expect(sw('00B08A0000')).toBe(0x9000)
    expect(send('802A00970431323334 00').data).toHaveLength(256)
  })

  it('ISO 7816-4 §7.5.7 a secret out of form is not set, and the one before stays', () => {
    const contents = emptySecureElement('android')
    setSecret(contents, 'signing-password', 'ABC123')
    for (const wrong of ['abc123', 'ABC', '123456'])
      expect(codeOf(() => setSecret(contents, 'signing-password', wrong))).toBe('SECRET_FORM')
    const { sw, select } = bench(contents)
    select('jpki')
    expect(sw('0020009B06414243313233')).toBe(0x9000)
  })

  it('ISO 7816-4 §5.3 taken away again, certificate and key are gone', () => {
    const contents = emptySecureElement('iphone')
    setCertificate(contents, 'signing', filled('signing ', 1000), filled('CA ', 700))
    setCertificate(contents, 'signing', undefined, undefined)
    setSecret(contents, 'signing-password', 'ABC123')
    setSecret(contents, 'signing-password', undefined)
    const { send, sw, select } = bench(contents)
    select('jpki')
    expect(hexOf(send('00B0880000').data)).toBe('000000')
    expect(sw('0020009B06414243313233')).toBe(0x6984)
  })
})
