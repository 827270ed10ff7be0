import { describe, expect, it } from 'vitest'
import { applets } from '../applets/applet.ts'
import { bench, bytes, hexOf, withFile } from '../testing/synthetic-card.ts'

const manager = '00A4040C07 A0000001510000'

describe('ISO 7816-4 §7.1.1 SELECT', () => {
  it('ISO 7816-4 §8.2.2 each of the five applets answers its ten-byte name', () => {
    const { sw } = bench()
    for (const { aid } of applets) expect(sw(`00A4040C0A ${hexOf(aid)}`)).toBe(0x9000)
    expect(sw(manager)).toBe(0x9000)
  })

  it('ISO 7816-4 §8.2.2 a name that is not there answers 6A82, also one longer than ours', () => {
    const { sw } = bench()
    // OpenSC 0.23 asks for these before it asks for the JPKI applet.
    const others = [
      '627601FF000000',
      'A00000000101',
      'E82B0601040181C31F0201',
      'D23300000045737445494420763335',
      'A00000030800001000',
      'A000000116DB00',
      'A0000000791000',
      'A000000079010F',
      'F276A288BCFBA69D34F31001',
      'A00000039742544659',
      'D27600012401',
      'D392F00026010000000100',
    ]
    for (const aid of others) {
      const length = (aid.length / 2).toString(16).padStart(2, '0')
      expect(sw(`00A4040C ${length} ${aid}`), aid).toBe(0x6a82)
      expect(sw(`00A40400 ${length} ${aid} 00`), aid).toBe(0x6a82)
    }
  })

  it('ISO 7816-4 §7.1.1 the beginning of a name selects the first applet, P2 = 02 the next ones', () => {
    const { send } = bench()
    const found: string[] = []
    for (let p2 = '00'; ; p2 = '02') {
      const { sw, data } = send(`00A404 ${p2} 04 D3921000 00`)
      if (sw !== 0x9000) break
      found.push(hexOf(data.slice(4)))
    }
    expect(found).toEqual([
      'd3921000310001010100',
      'd3921000310001010401',
      'd3921000310001010402',
      'd3921000310001010408',
    ])
    expect(send('00A4040C01D3').sw).toBe(0x9000)
    expect(send('00A4040E01D3').sw).toBe(0x9000)
  })

  it('ISO 7816-4 §5.3.3 a template with the name comes where P2 and Le ask for it, and only there', () => {
    const { send } = bench()
    const name = 'd392f000260100000001'
    expect(hexOf(send(`00A404000A ${name} 00`).data)).toBe(`6f0c840a${name}`)
    for (const unasked of [`00A404000A ${name}`, `00A4040C0A ${name} 00`, `00A4040C0A ${name}`])
      expect(send(unasked)).toEqual({ data: new Uint8Array(), sw: 0x9000 })
  })

  it('ISO 7816-4 §7.1.1 a file identifier has two bytes, both of which count', () => {
    const file = { type: 'transparent', content: bytes('AA'), read: 'free' } as const
    const { send, sw, select } = bench(withFile('jpki', 0x1201, file))
    select('jpki')
    expect(sw('00A4020C021201')).toBe(0x9000)
    expect(send('00B0000000').data).toEqual(bytes('AA'))
    for (const other of ['2401', '1301', '1200']) expect(sw(`00A4020C02${other}`)).toBe(0x6a82)
  })

  it('ISO 7816-4 §7.1.1 a name of no bytes or of 17 answers 6700, an unknown P2 6A86', () => {
    const { sw } = bench()
    expect(sw('00A4040C')).toBe(0x6700)
    expect(sw(`00A4040C11 ${'D3'.repeat(17)}`)).toBe(0x6700)
    expect(sw(`00A4040C10 ${'D3'.repeat(16)}`)).toBe(0x6a82)
    for (const p2 of ['01', '03', '04', '08', '10', '8C'])
      expect(sw(`00A404${p2}01D3`)).toBe(0x6a86)
  })

  it('ISO 7816-4 §7.1.1 a file is selected by P1 = 02 and by nothing else', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw('00A4020C02000A')).toBe(0x9000)
    expect(sw('00A4020002000A')).toBe(0x9000)
    expect(sw('00A4090C02000A')).toBe(0x6a86)
    expect(sw('00A4080C02000A')).toBe(0x6a86)
    expect(sw('00A4020C020077')).toBe(0x6a82)
    expect(sw('00A4020C03000A00')).toBe(0x6700)
    expect(sw('00A4020102000A')).toBe(0x6a86)
  })

  it('ISO 7816-4 §7.1.1 a file that is not there leaves the current one selected', () => {
    const { send, sw, select } = bench()
    select('jpki')
    expect(sw('00A4020C02000A')).toBe(0x9000)
    expect(sw('00A4020C020077')).toBe(0x6a82)
    expect(send('00B0000004').sw).toBe(0x9000)
  })

  it('ISO 7816-4 §7.1.1 the card manager holds no file', () => {
    const { sw } = bench()
    expect(sw('00A4020C020001')).toBe(0x6a82)
    expect(sw('00B0000000')).toBe(0x6986)
    expect(sw('00B0810000')).toBe(0x6a82)
    expect(sw('00200080')).toBe(0x6986)
  })

  it('ISO 7816-4 §7.1.1 the master file is one in name: 6A86, then 9000 without effect, 6A82 by 3F00', () => {
    const { sw, send, select } = bench()
    expect(sw('00A40000')).toBe(0x6a86)
    expect(sw('00A40000023F00')).toBe(0x6a82)
    select('jpki')
    expect(sw('00A4020C02000A')).toBe(0x9000)
    expect(sw('00A40000')).toBe(0x9000)
    expect(sw('00A4000C023F00')).toBe(0x6a82)
    expect(sw('00A4000C013F')).toBe(0x6700)
    expect(sw('00A40001')).toBe(0x6a86)
    expect(send('00B0000004').sw).toBe(0x9000)
  })

  it('ISO 7816-4 §5.4.1 selecting an applet, the card manager or a reset loses the security status', () => {
    for (const lose of ['00A4040C0A D392F000260100000001', manager, 'reset']) {
      const { card, sw, select } = bench()
      select('jpki')
      expect(sw('0020009B06414243313233')).toBe(0x9000)
      expect(sw('00B0810004')).toBe(0x9000)
      if (lose === 'reset') card.reset()
      else expect(sw(lose)).toBe(0x9000)
      if (lose !== '00A4040C0A D392F000260100000001') select('jpki')
      expect(sw('00B0810004')).toBe(0x6982)
    }
  })

  it('ISO 7816-4 §5.4.1 a refused SELECT leaves applet and security status as they were', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw('0020009B06414243313233')).toBe(0x9000)
    expect(sw('00A4040C02FFFF')).toBe(0x6a82)
    expect(sw('00B0810004')).toBe(0x9000)
  })
})
