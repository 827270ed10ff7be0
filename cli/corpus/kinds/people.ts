/** Certificates whose person, or whose days, are rare; and attributes that say nothing or too much. */
import * as der from '@kazashi/pki/der'
import type { Made, Row, Table } from '../case.ts'
import { oids } from '../oids.ts'
import { changing, withExtensions } from '../patch.ts'
import { type HolderOptions, instant, people, type World } from '../world.ts'

const issued =
  (options: HolderOptions, at?: string) =>
  async (world: World): Promise<Made> => {
    const { certificate } = await world.holder(options)
    return { files: { certificate: certificate.der }, ...(at ? { at: instant(at) } : {}) }
  }

type Attribute = keyof typeof oids.attributes
/** In the order 1, 4, 3, 5, 2, 6 of the profile. */
const usual: readonly (readonly [Attribute, string])[] = [
  ['name', people.hanako.name],
  ['birthDate', '419890901'],
  ['sex', '2'],
  ['address', people.hanako.address],
  ['nameFlags', people.hanako.nameFlags],
  ['addressFlags', people.hanako.addressFlags],
]

/** otherName [0] { type-id, [0] UTF8String } (RFC 5280 §4.2.1.6). */
const otherName = ([attribute, text]: (typeof usual)[number]): Uint8Array =>
  der.implicit(
    0,
    der.sequence(der.oid(oids.attributes[attribute]), der.explicit(0, der.utf8String(text))),
  )

/** The profile's certificate with attributes that no profile would write. */
const attributed =
  (change: (list: typeof usual) => typeof usual) =>
  async (world: World): Promise<Made> => {
    const { certificate, issuer } = await world.holder()
    const value = der.sequenceOf(change(usual).map(otherName))
    const changed = changing(oids.subjectAltName, { value })
    return { files: { certificate: await withExtensions(certificate, issuer.signer, changed) } }
  }
const saying = (attribute: Attribute, text: string) =>
  attributed((list) => list.map((one) => (one[0] === attribute ? [attribute, text] : one)))

const otherNames = 'RFC 5280 §4.2.1.6'
const time = 'RFC 5280 §6.1.3 (a)(2)'
const leapDay = {
  attributes: { birthDate: '2000-02-29' },
  to: '2028-02-29T14:59:59Z',
  from: '2023-09-01T01:00:00Z',
}
const commonYear = { attributes: { birthDate: '2000-02-29' }, to: '2031-02-28T14:59:59Z' }

const persons: readonly Row[] = [
  {
    name: 'name-with-variant-kanji',
    clause: otherNames,
    because: 'One character of the name was substituted, and its flag says so.',
    ja: '氏名の一字が代替文字で、代替文字の使用位置情報がそれを示しています。',
    make: issued({ attributes: { name: '渡邉　悠', nameFlags: '0100' } }),
  },
  {
    name: 'name-outside-the-basic-plane',
    clause: otherNames,
    because:
      'The name has a character of four octets in UTF-8: a flag stands for each character, not for each UTF-16 unit.',
    ja: '氏名にUTF-8で4オクテットの文字があります。位置情報は文字ごとに一つで、UTF-16の単位ごとではありません。',
    make: issued({ attributes: { name: '𠮷田　髙志', nameFlags: '00010' } }),
  },
  {
    name: 'name-of-180-characters',
    clause: otherNames,
    because: 'The name has 180 characters, which the profile allows.',
    ja: '氏名は180文字です。プロファイルの範囲内です。',
    make: issued({
      attributes: { name: `${'長'.repeat(89)}　${'名'.repeat(90)}`, nameFlags: '0'.repeat(180) },
    }),
  },
  {
    name: 'name-in-latin-letters',
    clause: otherNames,
    because: 'The name is in Latin letters, as that of a resident with another nationality.',
    ja: '氏名がローマ字です。外国人住民の氏名です。',
    make: issued({ attributes: { name: 'SAMPLE MARIA ELENA', nameFlags: '0'.repeat(18) } }),
  },
  {
    name: 'address-of-200-characters',
    clause: otherNames,
    because: 'The address has 200 characters, which is the most.',
    ja: '住所は200文字です。これが上限です。',
    make: issued({ attributes: { address: '町'.repeat(200), addressFlags: '0'.repeat(200) } }),
  },
  {
    name: 'sex-not-applicable',
    clause: otherNames,
    because: 'The sex is 3: neither male nor female.',
    ja: '性別が3（適用不能）です。',
    make: issued({ attributes: { sex: 'not-applicable' } }),
  },
  {
    name: 'born-on-leap-day',
    clause: otherNames,
    because: 'The person was born on 29 February 2000, which was a day.',
    ja: '生年月日が2000年2月29日です。実在する日です。',
    make: issued({ attributes: { birthDate: '2000-02-29' } }),
  },
  {
    name: 'born-in-meiji',
    clause: otherNames,
    because: 'The person was born on the last day of the Meiji era.',
    ja: '生年月日が明治の最後の日です。',
    make: issued({ attributes: { birthDate: '1912-07-29' } }),
  },
  {
    name: 'era-unknown',
    clause: otherNames,
    because: 'The era of the date of birth is 0: unknown, with the year by the Gregorian calendar.',
    ja: '生年月日の元号が0（不明）です。年は西暦で表されています。',
    make: saying('birthDate', '019890901'),
  },
]

const faults: readonly (readonly [name: string, because: string, ja: string, Row['make']])[] = [
  [
    'era-of-another-date',
    'The era of the date of birth is Showa, which had ended by then.',
    '生年月日の元号が昭和ですが、その日はすでに平成です。',
    saying('birthDate', '319890901'),
  ],
  [
    'birth-date-that-was-no-day',
    'The date of birth is 29 February 1900, which was no day.',
    '生年月日が1900年2月29日です。存在しない日です。',
    saying('birthDate', '119000229'),
  ],
  [
    'sex-of-no-meaning',
    'The sex is 4, which has no meaning.',
    '性別が4です。意味のない値です。',
    saying('sex', '4'),
  ],
  [
    'flags-too-few',
    'The name has five characters and four flags.',
    '氏名は5文字ですが、位置情報は4文字です。',
    saying('nameFlags', '0000'),
  ],
  [
    'flags-by-utf-16',
    'The flags are counted by UTF-16 units, one more than there are characters.',
    '位置情報がUTF-16の単位で数えられ、文字数より一つ多くなっています。',
    attributed((list) => list.map((one) => (one[0] === 'name' ? ['name', '𠮷田　花'] : one))),
  ],
  [
    'address-of-201-characters',
    'The address has 201 characters, one more than is allowed.',
    '住所が201文字です。上限を1文字超えています。',
    attributed((list) =>
      list.map((one) =>
        one[0] === 'address'
          ? ['address', '町'.repeat(201)]
          : one[0] === 'addressFlags'
            ? ['addressFlags', '0'.repeat(201)]
            : one,
      ),
    ),
  ],
  [
    'attributes-in-another-order',
    'The attributes stand in another order than 1, 4, 3, 5, 2, 6.',
    '基本4情報の並びが1、4、3、5、2、6ではありません。',
    attributed((list) => list.toReversed()),
  ],
  [
    'attribute-missing',
    'The flags of the address are missing.',
    '住所の代替文字の使用位置情報がありません。',
    attributed((list) => list.slice(0, -1)),
  ],
  [
    'attribute-twice',
    'The name stands there twice.',
    '氏名が二度書かれています。',
    attributed((list) => [...list.slice(0, 1), ...list]),
  ],
]
const attributesRefused: readonly Row[] = faults.map(([name, because, ja, make]) => ({
  name,
  because,
  ja,
  make,
  clause: otherNames,
  refused: 'ATTRIBUTES_MALFORMED',
}))

const days: readonly Row[] = [
  {
    name: 'last-second',
    clause: time,
    because: 'It is judged in the last second of its validity, which belongs to it.',
    ja: '有効期間の最後の1秒に検証されます。その秒はまだ有効です。',
    make: issued({}, '2031-09-01T14:59:59Z'),
  },
  {
    name: 'second-after-the-last',
    refused: 'PATH_EXPIRED',
    clause: time,
    because: 'It is judged one second after the last one of its validity.',
    ja: '有効期間の最後の秒の1秒後に検証されます。',
    make: issued({}, '2031-09-01T15:00:00Z'),
  },
  {
    name: 'first-second',
    clause: time,
    because: 'It is judged in the first second of its validity.',
    ja: '有効期間の最初の1秒に検証されます。',
    make: issued({}, '2026-09-01T01:00:00Z'),
  },
  {
    name: 'second-before-the-first',
    refused: 'PATH_NOT_YET_VALID',
    clause: time,
    because: 'It is judged one second before its validity begins.',
    ja: '有効期間が始まる1秒前に検証されます。',
    make: issued({}, '2026-09-01T00:59:59Z'),
  },
  {
    name: 'expired-yesterday',
    refused: 'PATH_EXPIRED',
    clause: time,
    because: 'It expired at the end of yesterday, Japan time.',
    ja: '日本時間の昨日の終わりに有効期間が満了しました。',
    make: issued({ label: 'yesterday', from: '2022-01-05T01:00:00Z', to: '2026-11-24T14:59:59Z' }),
  },
  {
    name: 'expires-today',
    clause: time,
    because: 'Its last day is today: it holds until midnight in Japan.',
    ja: '今日が有効期間の最終日です。日本時間の午前0時まで有効です。',
    make: issued({ label: 'today', from: '2022-01-05T01:00:00Z', to: '2026-11-25T14:59:59Z' }),
  },
  {
    name: 'begins-tomorrow',
    refused: 'PATH_NOT_YET_VALID',
    clause: time,
    because: 'Its validity begins tomorrow.',
    ja: '有効期間は明日始まります。',
    make: issued({ label: 'tomorrow', from: '2026-11-26T01:00:00Z' }),
  },
  {
    name: 'leap-day-last-second',
    clause: time,
    because: 'It ends with 29 February 2028 in Japan, and that day is not over yet.',
    ja: '日本時間の2028年2月29日の終わりに満了します。その日はまだ終わっていません。',
    make: issued(leapDay, '2028-02-29T14:59:59Z'),
  },
  {
    name: 'leap-day-over',
    refused: 'PATH_EXPIRED',
    clause: time,
    because: 'It ended with 29 February 2028 in Japan, where it is 1 March now.',
    ja: '日本時間の2028年2月29日の終わりに満了し、現在は3月1日です。',
    make: issued(leapDay, '2028-02-29T15:00:00Z'),
  },
  {
    name: 'leap-day-in-a-common-year',
    clause: time,
    because:
      'The person was born on 29 February; in a year without that day it ends with 28 February, which is not over yet.',
    ja: '2月29日生まれの人の証明書です。平年は2月28日の終わりに満了し、その日はまだ終わっていません。',
    make: issued(commonYear, '2031-02-28T14:59:59Z'),
  },
  {
    name: 'leap-day-in-a-common-year-over',
    refused: 'PATH_EXPIRED',
    clause: time,
    because:
      'The person was born on 29 February; in a year without that day it ended with 28 February.',
    ja: '2月29日生まれの人の証明書です。平年の2月28日の終わりに満了しました。',
    make: issued(commonYear, '2031-02-28T15:00:00Z'),
  },
]

export const peopleTable: Table = {
  kind: 'certificate',
  rows: [...persons, ...attributesRefused, ...days],
}
