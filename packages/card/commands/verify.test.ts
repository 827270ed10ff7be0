import { describe, expect, it } from 'vitest'
import { bench, syntheticContents } from '../testing/synthetic-card.ts'
import { VirtualCard } from '../virtual-card.ts'

const pin = '0431323334'
const wrongPin = '0430303030'

describe('ISO 7816-4 §7.5.6 VERIFY', () => {
  it('ISO 7816-4 §7.5.6 without data the tries left come back and none is spent, as case 1 and with Lc 00', () => {
    const { sw, select } = bench()
    select('jpki')
    for (let i = 0; i < 20; i++) {
      expect(sw('00200098')).toBe(0x63c3)
      expect(sw('0020009800')).toBe(0x63c3)
      expect(sw('0020009B')).toBe(0x63c5)
    }
    expect(sw('00A4020C020018')).toBe(0x9000)
    expect(sw('00200080')).toBe(0x63c3)
  })

  it('ISO 7816-4 §7.5.6 each wrong PIN costs a try, the last answers 63C0, later ones 6984 whatever their value', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw(`00200098${wrongPin}`)).toBe(0x63c2)
    expect(sw(`00200098${wrongPin}`)).toBe(0x63c1)
    expect(sw(`00200098${wrongPin}`)).toBe(0x63c0)
    expect(sw(`00200098${wrongPin}`)).toBe(0x6984)
    expect(sw(`00200098${pin}`)).toBe(0x6984)
    expect(sw('00200098')).toBe(0x63c0)
  })

  it('ISO 7816-4 §7.5.6 the signing password has five tries and its own counter', () => {
    const { sw, select } = bench()
    select('jpki')
    for (const left of [4, 3, 2, 1, 0]) expect(sw('0020009B06414141303030')).toBe(0x63c0 + left)
    expect(sw('0020009B06414243313233')).toBe(0x6984)
    expect(sw(`00200098${pin}`)).toBe(0x9000)
  })

  it('ISO 7816-4 §7.5.6 the right PIN fills the counter again', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw(`00200098${wrongPin}`)).toBe(0x63c2)
    expect(sw(`00200098${wrongPin}`)).toBe(0x63c1)
    expect(sw(`00200098${pin}`)).toBe(0x9000)
    expect(sw('00200098')).toBe(0x63c3)
  })

  it('ISO 7816-4 §7.5.6 a wrong PIN takes the verified status away again', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw('0020009B06414243313233')).toBe(0x9000)
    expect(sw('00B0810004')).toBe(0x9000)
    expect(sw('0020009B06414141303030')).toBe(0x63c4)
    expect(sw('00B0810004')).toBe(0x6982)
  })

  it('ISO 7816-4 §7.5.6 a wrong PIN closes what a finger or a face had opened', () => {
    const { card, sw, select } = bench()
    select('jpki')
    const signature = '802A009701AA00'
    expect(card.recognise('authentication-pin')).toBe(true)
    expect(sw(signature)).toBe(0x9000)
    expect(sw(`00200098${wrongPin}`)).toBe(0x63c2)
    expect(sw(signature)).toBe(0x6982)
  })

  it('ISO 7816-4 §7.5.6 a value shorter or longer than the secret is wrong and costs a try', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw('0020009803313233')).toBe(0x63c2)
    expect(sw('00200098053132333435')).toBe(0x63c1)
  })

  it('ISO 7816-4 §7.5.6 P1 other than 00 and a P2 that names no file by 80 are 6A86, and cost no try', () => {
    const { sw, select } = bench()
    select('jpki')
    for (const p1p2 of ['0198', '0018', '0000', '00A0', '00C0'])
      expect(sw(`0020${p1p2}${wrongPin}`)).toBe(0x6a86)
    expect(sw(`0020008A${wrongPin}`)).toBe(0x6981)
    expect(sw(`00200080${wrongPin}`)).toBe(0x6981)
    expect(sw(`0020009D${wrongPin}`)).toBe(0x6a82)
    expect(sw('00200098')).toBe(0x63c3)
  })

  it('ISO 7816-4 §7.5.6 照合番号 keys count too, and one key of the card-data applet comes blocked', () => {
    const { sw, select } = bench()
    select('visual')
    expect(sw('00200093')).toBe(0x63ca)
    expect(sw('0020009304 30303030')).toBe(0x63c9)
    expect(sw('002000930C 313233343536373839303138')).toBe(0x9000)
    expect(sw('00200093')).toBe(0x63ca)
    select('card-data')
    expect(sw('00200092')).toBe(0x63c0)
    expect(sw(`00200092${pin}`)).toBe(0x6984)
  })

  it('ISO 7816-4 §7.5.6 the host hears of each counter that moved, and of nothing else', () => {
    const card = new VirtualCard(syntheticContents(), (n) => new Uint8Array(n))
    const changed = (hex: string): boolean =>
      card.process(Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).changed
    expect(changed('00A4040C0AD392F000260100000001')).toBe(false)
    expect(changed(`00200098${pin}`)).toBe(false)
    expect(changed(`00200098${wrongPin}`)).toBe(true)
    expect(changed('00200098')).toBe(false)
    expect(changed(`00200098${pin}`)).toBe(true)
    expect(changed(`00200098${pin}`)).toBe(false)
    expect(changed('0024019804 39393939')).toBe(true)
    expect(changed('00B08A0000')).toBe(false)
  })
})

describe('ISO 7816-4 §7.5.7 CHANGE REFERENCE DATA', () => {
  it('ISO 7816-4 §7.5.7 after VERIFY the new PIN holds and the old one does not', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw(`00240198${wrongPin}`)).toBe(0x6982)
    expect(sw(`00200098${pin}`)).toBe(0x9000)
    expect(sw('00240198 04 39393939')).toBe(0x9000)
    select('jpki')
    expect(sw(`00200098${pin}`)).toBe(0x63c2)
    expect(sw('00200098 04 39393939')).toBe(0x9000)
    expect(sw('00200098')).toBe(0x63c3)
  })

  it('ISO 7816-4 §7.5.7 another secret being verified is not enough', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw(`00200098${pin}`)).toBe(0x9000)
    expect(sw('0024019B 06 4E4557313233')).toBe(0x6982)
  })

  it('ISO 7816-4 §7.5.7 a secret out of form is 6A80: four digits, or six to sixteen of A–Z 0–9 with both', () => {
    const { sw, select } = bench()
    select('jpki')
    expect(sw(`00200098${pin}`)).toBe(0x9000)
    expect(sw('0020009B06414243313233')).toBe(0x9000)
    for (const body of ['03313233', '053132333435', '0431323361'])
      expect(sw(`00240198${body}`)).toBe(0x6a80)
    const passwords = ['ABC12', 'abc123', 'ABCDEF', '123456', 'ABCDEFGH123456789', 'ABC 123']
    for (const text of passwords) {
      const length = text.length.toString(16).padStart(2, '0')
      expect(sw(`0024019B${length}${Buffer.from(text).toString('hex')}`), text).toBe(0x6a80)
    }
    expect(sw('0024019B')).toBe(0x6700)
    expect(sw('0020009B06414243313233')).toBe(0x9000)
    expect(sw(`00200098${pin}`)).toBe(0x9000)
  })

  it('ISO 7816-4 §7.5.7 P1 = 00 is not taken, and numbers printed on the card never change', () => {
    const { sw, select } = bench()
    select('card-data')
    expect(sw('0020009104 35363738')).toBe(0x9000)
    expect(sw('0024009104 31313131')).toBe(0x6a86)
    expect(sw('0024019104 31313131')).toBe(0x9000)
    expect(sw('002000940C 313233343536373839303138')).toBe(0x9000)
    expect(sw('002401940C 313233343536373839303138')).toBe(0x6985)
    select('visual')
    expect(sw('0024019304 31313131')).toBe(0x6d00)
  })

  it('JICSAP 1.1 CHANGE KEY is the way of the common and the resident register applet, and of no other', () => {
    for (const applet of ['common', 'resident-register'] as const) {
      const { sw, select } = bench()
      select(applet)
      expect(sw('00A4020C02001C')).toBe(0x9000)
      expect(sw('8032008004 31313131')).toBe(0x6982)
      expect(sw('0020008004 39303132')).toBe(0x9000)
      expect(sw('0024018004 31313131')).toBe(0x6d00)
      expect(sw('8032018004 31313131')).toBe(0x6a86)
      expect(sw('8032008004 31313131')).toBe(0x9000)
      expect(sw('0020008004 31313131')).toBe(0x9000)
      select('jpki')
      expect(sw('8032009804 31313131')).toBe(0x6d00)
    }
  })
})
