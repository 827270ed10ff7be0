import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import { type CardFileKey, openCardFile, sealCard } from './card-file.ts'
import type { CardContents } from './contents.ts'
import { decodeContents, encodeContents } from './contents-document.ts'
import { emptySecureElement } from './layout.ts'
import { bench, syntheticContents, syntheticSecrets } from './testing/synthetic-card.ts'

const key: CardFileKey = { key: new Uint8Array(randomBytes(32)) }
const passphrase: CardFileKey = { passphrase: 'correct horse battery staple' }

const contents = (): CardContents => {
  const { card, sw, select } = bench()
  select('jpki')
  expect(sw('0020009804 30303030')).toBe(0x63c2)
  return card.contents
}

describe('RFC 8259 card contents as a document', () => {
  it('RFC 8259 contents go there and back, counters included', () => {
    for (const value of [contents(), emptySecureElement('android'), emptySecureElement('iphone')])
      expect(decodeContents(encodeContents(value))).toEqual(value)
  })

  it('RFC 8259 a document that is none of a card is refused by its place, never by its value', async () => {
    const good = encodeContents(syntheticContents())
    const edited = (from: string | RegExp, to: string): string => {
      const text = good.replace(from, to)
      expect(text).not.toBe(good)
      return text
    }
    const wrong = [
      '',
      'no JSON',
      '[]',
      '{}',
      'null',
      good.slice(0, -1),
      edited('"version":1', '"version":2'),
      edited('"format":"kazashi-card"', '"format":"card"'),
      edited('"carrier":"card"', '"carrier":"watch"'),
      edited('"triesLeft":3', '"triesLeft":4'),
      edited('"triesLeft":3', '"triesLeft":-1'),
      edited('"tries":3', '"tries":16'),
      edited('"id":"0002"', '"id":"0001"'),
      edited('"id":"0002"', '"id":"001F"'),
      edited('"id":"0002"', '"id":"2"'),
      edited('"name":"visual"', '"name":"common"'),
      edited('"read":"free"', '"read":"everyone"'),
      edited('"read":"free"', '"read":[]'),
      edited('"content":"', '"content":"+'),
      edited(/"content":"[^"]*"/, '"content":"A"'),
      edited(/"content":"[^"]*"/, '"content":"AB"'),
      edited(/"content":"[^"]*"/, '"content":null'),
      edited('"atr":"3B', '"atr":"3'),
      edited('"dataObjects":{', '"more":1,"dataObjects":{'),
    ]
    for (const text of wrong)
      expect(await codeOf(() => decodeContents(text)), text.slice(0, 40)).toBe('CONTENTS_MALFORMED')
    const pin = good.replace('"value":"MTIzNA"', '"value":"MTIzNA=="')
    expect(pin).not.toBe(good)
    expect(() => decodeContents(pin)).toThrow(/^(?!.*MTIzNA)/)
  })
})

describe('RFC 7516 a card as a sealed file', () => {
  for (const [name, way] of [
    ['a passphrase', passphrase],
    ['a key', key],
  ] as const) {
    it(`RFC 7516 a card sealed with ${name} opens with it and is the same`, async () => {
      const value = contents()
      expect(await openCardFile(await sealCard(value, way), way)).toEqual(value)
    })
  }

  it('RFC 7516 secrets, private keys and values behind a secret are not readable in the file, free values are', async () => {
    const text = await sealCard(syntheticContents(), key)
    const plain = encodeContents(syntheticContents())
    const { applets } = JSON.parse(plain)
    let hidden = 0
    let readable = 0
    for (const { files } of applets)
      for (const file of files) {
        const value = file.value ?? file.key ?? file.content ?? ''
        if (value === '') continue
        const free = file.read === 'free'
        expect(text.includes(`"${value}"`), file.id).toBe(free)
        if (free) readable++
        else hidden++
      }
    expect([hidden, readable]).toEqual([25, 9])
    for (const secret of Object.values(syntheticSecrets)) {
      expect(text).not.toContain(Buffer.from(secret).toString('base64url'))
    }
  })

  it('RFC 7516 §5.2 another passphrase, another key or the other kind is CONTENTS_KEY_WRONG', async () => {
    const byKey = await sealCard(syntheticContents(), key)
    const byPassphrase = await sealCard(syntheticContents(), passphrase)
    const wrong: [string, CardFileKey][] = [
      [byKey, { key: new Uint8Array(randomBytes(32)) }],
      [byKey, passphrase],
      [byPassphrase, { passphrase: 'wrong' }],
      [byPassphrase, key],
    ]
    for (const [text, other] of wrong)
      expect(await codeOf(() => openCardFile(text, other))).toBe('CONTENTS_KEY_WRONG')
  })

  it('RFC 7516 §5.2 a counter, a certificate or a rule changed in the readable part is CONTENTS_ALTERED', async () => {
    const text = await sealCard(contents(), key)
    const edits: [string | RegExp, string][] = [
      ['"triesLeft": 2', '"triesLeft": 3'],
      [/"read": \[\s*"001B"\s*\]/, '"read": "free"'],
      [/"content": "MIID/, '"content": "MIIE'],
      ['"carrier": "card"', '"carrier": "android"'],
    ]
    for (const [from, to] of edits) {
      const edited = text.replace(from, to)
      expect(edited, String(from)).not.toBe(text)
      expect(await codeOf(() => openCardFile(edited, key)), String(from)).toBe('CONTENTS_ALTERED')
    }
    // White space and order are no part of the value.
    expect(await verdictOf(() => openCardFile(JSON.stringify(JSON.parse(text)), key))).toBe(
      'accepted',
    )
  })

  it('RFC 7516 §5.2 a sealed part that is broken, cut or from another card does not open', async () => {
    const text = await sealCard(syntheticContents(), key)
    const other = await sealCard(emptySecureElement('android'), key)
    const sealed = (file: string): string => JSON.parse(file).sealed
    const swapped = text.replace(sealed(text), sealed(other))
    expect(await codeOf(() => openCardFile(swapped, key))).toBe('CONTENTS_ALTERED')
    const broken = text.replace(sealed(text), sealed(text).slice(0, -30))
    expect(['CONTENTS_MALFORMED', 'CONTENTS_KEY_WRONG']).toContain(
      await codeOf(() => openCardFile(broken, key)),
    )
    for (const none of ['', 'a.b.c', 'a.b.c.d.e', '....'])
      expect(await codeOf(() => openCardFile(text.replace(sealed(text), none), key)), none).toBe(
        'CONTENTS_MALFORMED',
      )
    expect(await codeOf(() => openCardFile(encodeContents(syntheticContents()), key))).toBe(
      'CONTENTS_MALFORMED',
    )
  })

  it('RFC 8265 §4.2.2 a passphrase opens however its characters are composed', async () => {
    const text = await sealCard(emptySecureElement('android'), { passphrase: 'か\u3099' })
    expect(await verdictOf(() => openCardFile(text, { passphrase: 'が' }))).toBe('accepted')
  })

  it('RFC 7516 a key of another length and an empty passphrase are refused', async () => {
    for (const bad of [{ key: new Uint8Array(16) }, { passphrase: '' }])
      expect(await codeOf(() => sealCard(syntheticContents(), bad))).toBe('VALUE_OUT_OF_RANGE')
  })
})
