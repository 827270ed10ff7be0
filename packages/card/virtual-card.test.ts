import { describe, expect, it } from 'vitest'
import { bench, hexOf } from './testing/synthetic-card.ts'

describe('ISO 7816-4 §5.1 the virtual card', () => {
  it('ISO 7816-4 §5.1.3 an unknown instruction is 6D00, an unknown class 6E00', () => {
    const { sw } = bench()
    expect(sw('00FE0000')).toBe(0x6d00)
    expect(sw('00B10000')).toBe(0x6d00)
    expect(sw('80A40400')).toBe(0x6d00)
    expect(sw('90B0000000')).toBe(0x6e00)
    expect(sw('FFCA000000')).toBe(0x6e00)
  })

  it('ISO 7816-4 §5.1.1 another channel is 6881, secure messaging 6882', () => {
    const { sw } = bench()
    for (const cla of ['01', '02', '03', '81']) expect(sw(`${cla}B0000000`)).toBe(0x6881)
    for (const cla of ['08', '0C', '8C']) expect(sw(`${cla}B0000000`)).toBe(0x6882)
  })

  it('ISO 7816-4 §5.1 bytes that are no command are 6700', () => {
    const { sw } = bench()
    for (const hex of ['', '00', '00A404', '00A4040C0AD392']) expect(sw(hex)).toBe(0x6700)
  })

  it('ISO/IEC 7816-3 §8 the ATR is that of a contactless My Number Card, with the right TCK', () => {
    const { card } = bench()
    expect(hexOf(card.atr)).toBe('3b888001000041e0b381a1003b')
    expect(card.atr.slice(1).reduce((sum, byte) => sum ^ byte, 0)).toBe(0)
  })

  it('PKCS #15 the commands by which OpenSC binds the card are answered as it demands', () => {
    const { send, sw } = bench()
    expect(sw('00A4040C0AD392F000260100000001')).toBe(0x9000)
    expect(sw('00A4020C020018')).toBe(0x9000)
    expect(sw('00200080') >> 8).toBe(0x63)
    expect(sw('00A4020C02001B')).toBe(0x9000)
    expect(sw('00200080') >> 8).toBe(0x63)
    expect(sw('00A4020C02000A')).toBe(0x9000)
    expect(hexOf(send('00B0000004').data)).toMatch(/^3082/)
    // After login it asks again: still 63Cx, not 9000.
    expect(sw('002000980431323334')).toBe(0x9000)
    expect(sw('00200098') >> 8).toBe(0x63)
  })
})
