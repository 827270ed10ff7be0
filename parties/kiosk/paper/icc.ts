/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4 (ICC.1:2010): three primaries and a curve. A PDF/A names it as what its
 * colours mean (ISO 19005-2 §6.2.3). Written here, as it is 500 octets of arithmetic and published profiles have terms of their own.
 */

const ascii = (text: string): number[] => [...text].map((one) => one.charCodeAt(0))
const u32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
/** s15Fixed16Number, §4.6 */
const fixed = (value: number): number[] => u32(Math.round(value * 65_536))
const xyz = (...values: readonly [number, number, number]): number[] => [
  ...ascii('XYZ '),
  ...u32(0),
  ...values.flatMap(fixed),
]
/** multiLocalizedUnicodeType with one record, §10.13 */
const words = (text: string): number[] => [
  ...ascii('mluc'),
  ...[0, 1, 12].flatMap(u32),
  ...ascii('enUS'),
  ...[2 * text.length, 28].flatMap(u32),
  ...ascii(text).flatMap((one) => [0, one]),
]
/** parametricCurveType of function 3, §10.16: a line near black, and the power of 2.4 */
const curve = [
  ...ascii('para'),
  ...u32(0),
  ...[0, 3, 0, 0],
  ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed),
]

/** The media white is D50, to which the primaries of sRGB are adapted (§7.2.16, annex E). */
const tags: readonly (readonly [string, readonly number[]])[] = [
  ['desc', words('sRGB')],
  ['cprt', words('Public domain')],
  ['wtpt', xyz(0.9642, 1, 0.8249)],
  ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
  ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
  ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
  ['rTRC', curve],
  ['gTRC', curve],
  ['bTRC', curve],
  [
    'chad',
    [
      ...ascii('sf32'),
      ...u32(0),
      ...[
        1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168,
      ].flatMap(fixed),
    ],
  ],
]

function assembled(): Uint8Array {
  const table: number[] = u32(tags.length)
  const data: number[] = []
  const start = 128 + 4 + 12 * tags.length
  for (const [name, value] of tags) {
    table.push(...ascii(name), ...u32(start + data.length), ...u32(value.length))
    data.push(...value)
    while (data.length % 4 !== 0) data.push(0)
  }
  const header = new Uint8Array(128)
  header.set(u32(start + data.length), 0)
  header.set([...u32(0), ...u32(0x04200000), ...ascii('mntrRGB XYZ ')], 4)
  // The date of the profile, §7.2.9.
  header.set(
    [2026, 1, 1, 0, 0, 0].flatMap((part) => [part >> 8, part & 0xff]),
    24,
  )
  header.set(ascii('acsp'), 36)
  header.set([0.9642, 1, 0.8249].flatMap(fixed), 68)
  return Uint8Array.of(...header, ...table, ...data)
}

export const srgbProfile: Uint8Array = assembled()
