/** Status words SW1‖SW2 that the card and its client use (ISO 7816-4 §5.1.3, tables 5 and 6). */

export const statusWord = {
  ok: 0x9000,
  wrongLength: 0x6700,
  channelNotSupported: 0x6881,
  secureMessagingNotSupported: 0x6882,
  fileStructure: 0x6981,
  securityStatus: 0x6982,
  /** The status of ISO 7816-4 for a blocked secret; this card says `referenceDataNotUsable` (clients take both). */
  authenticationBlocked: 0x6983,
  /** Reference data not usable: this card's answer to VERIFY of a blocked secret. */
  referenceDataNotUsable: 0x6984,
  conditionsOfUse: 0x6985,
  noCurrentFile: 0x6986,
  wrongData: 0x6a80,
  functionNotSupported: 0x6a81,
  fileNotFound: 0x6a82,
  recordNotFound: 0x6a83,
  wrongP1P2: 0x6a86,
  referencedDataNotFound: 0x6a88,
  offsetOutsideFile: 0x6b00,
  instructionNotSupported: 0x6d00,
  classNotSupported: 0x6e00,
  noPreciseDiagnosis: 0x6f00,
} as const

export type StatusName =
  | keyof typeof statusWord
  | 'triesLeft'
  | 'bytesAvailable'
  | 'exactLength'
  | 'other'

export interface Status {
  readonly sw: number
  readonly name: StatusName
  /** Where ISO 7816-4 says so. */
  readonly clause: string
  /** With `triesLeft`: 0…15; with `bytesAvailable` and `exactLength`: 1…256. */
  readonly value?: number
}

const names = new Map<number, StatusName>(
  Object.entries(statusWord).flatMap(([name, sw]) => (isName(name) ? [[sw, name]] : [])),
)

function isName(name: string): name is keyof typeof statusWord {
  return name in statusWord
}

/** 63Cx: a wrong secret, or the answer to an empty VERIFY. @param tries 0…15 */
export const triesLeftStatus = (tries: number): number => 0x63c0 | (tries & 0xf)

/** 6Cxx: the Le field was wrong, this is the right one. @param length 1…256 */
export const exactLengthStatus = (length: number): number => 0x6c00 | (length & 0xff)

/** Any status word as a name, its clause, and the number it carries. Never throws. */
export function describeStatus(sw: number): Status {
  if (sw >> 4 === 0x63c) {
    return { sw, name: 'triesLeft', clause: 'ISO 7816-4 §5.1.3 table 6', value: sw & 0xf }
  }
  const length = sw & 0xff || 256
  if (sw >> 8 === 0x61) {
    return { sw, name: 'bytesAvailable', clause: 'ISO 7816-4 §5.1.3 table 5', value: length }
  }
  if (sw >> 8 === 0x6c) {
    return { sw, name: 'exactLength', clause: 'ISO 7816-4 §5.1.3 table 5', value: length }
  }
  const clause = `ISO 7816-4 §5.1.3 table ${sw & 0xff && sw !== statusWord.ok ? 6 : 5}`
  return { sw, name: names.get(sw) ?? 'other', clause }
}
