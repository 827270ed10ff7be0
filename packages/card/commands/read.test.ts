import { describe, expect, it } from 'vitest'
import { encodeCommand } from '../apdu.ts'
import { bench, bytes, filled, hexOf, withFile } from '../testing/synthetic-card.ts'

const authentication = filled('authentication certificate ', 1400)

describe('ISO 7816-4 §7.2.3 READ BINARY', () => {
  it('ISO 7816-4 §7.2.3 short Le reads 256 bytes at an offset, extended Le the whole file', () => {
    const { send, sw, select } = bench()
    select('jpki')
    sw('00A4020C02000A')
    expect(send('00B0000000').data).toEqual(authentication.slice(0, 256))
    expect(send('00B0010010').data).toEqual(authentication.slice(256, 272))
    expect(send('00B00000000000').data).toEqual(authentication)
    expect(send('00B00000000200').data).toEqual(authentication.slice(0, 512))
  })

  it('ISO 7816-4 §7.2.3 at the end of the file fewer bytes come with 9000, past it 6B00', () => {
    const { send, sw, select } = bench()
    select('jpki')
    sw('00A4020C02000A')
    expect(send('00B0057000')).toEqual({ data: authentication.slice(0x570), sw: 0x9000 })
    expect(send('00B0057700').data).toHaveLength(1)
    expect(send('00B0057800')).toEqual({ data: new Uint8Array(), sw: 0x6b00 })
    expect(sw('00B07FFF01')).toBe(0x6b00)
  })

  it('ISO 7816-4 §7.2.3 a short file identifier selects the file, with an offset of 8 bits', () => {
    const { send, sw, select } = bench()
    select('jpki')
    expect(send('00B08A0004').data).toEqual(authentication.slice(0, 4))
    expect(send('00B08AFF04').data).toEqual(authentication.slice(255, 259))
    expect(send('00B0010004').data).toEqual(authentication.slice(256, 260))
    expect(sw('00B09F0000')).toBe(0x6a82)
    expect(sw('00B0A10000')).toBe(0x6a86)
    expect(sw('00B0C10000')).toBe(0x6a86)
  })

  it('ISO 7816-4 §7.2.3 no current file answers 6986, a secret or a key 6981, no Le 6700', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw('00B0000000')).toBe(0x6986)
    expect(sw('00B0980000')).toBe(0x6981)
    expect(sw('00B0970000')).toBe(0x6981)
    expect(sw('00B08A00')).toBe(0x6700)
    expect(sw('00B08A0001AA00')).toBe(0x6700)
    select('common')
    expect(sw('00B0810000')).toBe(0x6981)
  })

  it('ISO 7816-4 §5.4 the signing certificate needs its password, the authentication certificate nothing', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw('00B08A0000')).toBe(0x9000)
    expect(sw('00B0810000')).toBe(0x6982)
    expect(sw('002000980431323334')).toBe(0x9000)
    expect(sw('00B0810000')).toBe(0x6982)
    expect(sw('0020009B06414243313233')).toBe(0x9000)
    expect(sw('00B0810000')).toBe(0x9000)
  })

  // facts of the applets: [applet, short id of the secret, its value, files it opens, files it does not]
  const opened: [
    name: string,
    applet: 'card-data' | 'visual',
    key: string,
    value: string,
    open: string[],
    closed: string[],
  ][] = [
    ['the PIN', 'card-data', '91', '5678', ['01', '02', '03', '06', '07'], []],
    ['照合番号A', 'card-data', '94', '123456789018', ['01', '03', '06', '07'], ['02']],
    ['照合番号B', 'card-data', '95', '01020320351234', ['02', '03', '06', '07'], ['01']],
    ['the birth date', 'visual', '91', '010203', ['01'], ['02', '05']],
    ['照合番号A', 'visual', '93', '123456789018', ['02', '05'], ['01']],
    ['照合番号B', 'visual', '92', '01020320351234', ['02'], ['01', '05']],
  ]
  for (const [name, applet, key, value, open, closed] of opened) {
    it(`ISO 7816-4 §5.4 in the ${applet} applet ${name} opens EF ${open.join(', ')} and no other`, () => {
      const { send, sw, select } = bench()
      const read = (file: string): string =>
        hexOf(
          encodeCommand({
            cla: 0,
            ins: 0xb0,
            p1: 0x80 | Number.parseInt(file, 16),
            p2: 0,
            data: bytes(''),
            ne: 256,
            extended: false,
          }),
        )
      select(applet)
      for (const file of [...open, ...closed]) expect(sw(read(file)), file).toBe(0x6982)
      expect(sw('00B0840000')).toBe(0x9000)
      const body = value.length.toString(16).padStart(2, '0') + Buffer.from(value).toString('hex')
      expect(send(`002000${key}${body}`).sw).toBe(0x9000)
      for (const file of open) expect(sw(read(file)), file).toBe(0x9000)
      for (const file of closed) expect(sw(read(file)), file).toBe(0x6982)
    })
  }
})

describe('ISO 7816-4 §7.3.3 READ RECORD', () => {
  const record = `011C${Buffer.from('4000000000000011311320350203').toString('hex')}`

  it('ISO 7816-4 §7.3.3 record 1 of the common applet is the card itself, by short identifier or as current file', () => {
    const { send, sw, select } = bench()
    select('common')
    expect(hexOf(send('00B2010C00').data)).toBe(record.toLowerCase())
    expect(hexOf(send('00B2010400').data)).toBe(record.toLowerCase())
    sw('00A4020C020002')
    expect(Buffer.from(send('00B2010400').data).toString()).toBe('key reference 01')
    select('resident-register')
    expect(Buffer.from(send('00B2011400').data).toString()).toBe('key reference 01')
  })

  it('ISO 7816-4 §7.3.3 no such record 6A83, several at once 6A81, another P2 6A86, too small Le 6Cxx', () => {
    const { sw, select } = bench()
    select('common')
    expect(sw('00B2000C00')).toBe(0x6a83)
    expect(sw('00B2020C00')).toBe(0x6a83)
    expect(sw('00B2010D00')).toBe(0x6a81)
    expect(sw('00B2010800')).toBe(0x6a86)
    expect(sw('00B2010C05')).toBe(0x6c1e)
    expect(sw('00B2010C1D')).toBe(0x6c1e)
    expect(sw('00B2010C1E')).toBe(0x9000)
    expect(sw('00B2010C')).toBe(0x6700)
    expect(sw('00B2017400')).toBe(0x6a82)
  })

  it('ISO 7816-4 §5.4 a record behind a secret is 6982 before it', () => {
    const { sw, select } = bench(
      withFile('jpki', 0x001d, {
        type: 'record',
        records: [bytes('AA')],
        read: { anyOf: [0x0018] },
      }),
    )
    select('jpki')
    expect(sw('00B201EC00')).toBe(0x6982)
    expect(sw('002000980431323334')).toBe(0x9000)
    expect(sw('00B201EC00')).toBe(0x9000)
  })

  it('ISO 7816-4 §7.3.3 no current file answers 6986, a file of bytes 6981', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw('00B2010400')).toBe(0x6986)
    expect(sw('00B2015400')).toBe(0x6981)
  })
})
