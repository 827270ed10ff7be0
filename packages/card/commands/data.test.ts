import { describe, expect, it } from 'vitest'
import { bench, filled, hexOf } from '../testing/synthetic-card.ts'

const ascii = (data: Uint8Array): string => Buffer.from(data).toString()

describe('ISO 7816-4 §7.5.3 GET CHALLENGE', () => {
  it('ISO 7816-4 §7.5.3 1 to 256 bytes come, also before any SELECT, and never twice the same', () => {
    const { send } = bench()
    expect(send('0084000001').data).toHaveLength(1)
    expect(send('0084000000').data).toHaveLength(256)
    expect(send('0084000010').data).not.toEqual(send('0084000010').data)
  })

  it('ISO 7816-4 §7.5.3 extended length is 6985, no Le or data 6700, P1 or P2 not zero 6A86', () => {
    const { sw } = bench()
    expect(sw('00840000000010')).toBe(0x6985)
    expect(sw('00840000000000')).toBe(0x6985)
    expect(sw('00840000')).toBe(0x6700)
    expect(sw('0084000001AA08')).toBe(0x6700)
    expect(sw('0084010008')).toBe(0x6a86)
    expect(sw('0084000108')).toBe(0x6a86)
  })
})

describe('ISO 7816-4 §7.4.2 GET DATA', () => {
  it('ISO 7816-4 §7.4.2 the card manager tells issuer, municipality and expiry', () => {
    const { send } = bench()
    expect(ascii(send('00CA004200').data)).toBe('issuer id 000001')
    expect(ascii(send('00CA00F000').data)).toBe('13113')
    expect(ascii(send('00CA00F200').data)).toBe('20350203')
  })

  it('ISO 7816-4 §7.4.2 a long object is 6700 with short Le and comes with extended Le', () => {
    const { send } = bench()
    expect(send('00CA7F2100').sw).toBe(0x6700)
    expect(send('00CA7F21000000')).toEqual({
      data: filled('lower CV certificate ', 568),
      sw: 0x9000,
    })
    expect(send('00CA00F004').sw).toBe(0x6700)
    expect(send('00CA00F005').sw).toBe(0x9000)
    expect(send('00CA00F001AA00').sw).toBe(0x6700)
    expect(send('00CA00F0').sw).toBe(0x6700)
  })

  it('ISO 7816-4 §7.4.2 an absent tag is 6A88, GET DATA of another kind 6D00', () => {
    const { sw } = bench()
    expect(sw('00CADF3005')).toBe(0x6a88)
    expect(sw('00CA004500')).toBe(0x6a88)
    expect(sw('00CB3FFF035C017E08')).toBe(0x6d00)
  })

  it('ISO 7816-4 §7.4.2 an applet answers the contact ATR only; the card manager answers again once selected', () => {
    const { send, sw, select } = bench()
    select('jpki')
    expect(sw('00CA00F000')).toBe(0x6a88)
    const { data } = send('00CA5F5100')
    // TCK: everything after TS comes to zero under exclusive or (ISO/IEC 7816-3 §8.2.5).
    expect(data.reduce((sum, byte) => sum ^ byte, 0)).toBe(0)
    expect(hexOf(data)).toMatch(/^f591/)
    expect(sw('00A4040C07A0000001510000')).toBe(0x9000)
    expect(sw('00CA00F000')).toBe(0x9000)
  })
})
