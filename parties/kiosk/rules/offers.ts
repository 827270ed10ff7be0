/** What a municipality has printed at a kiosk, and its fees. Made up by the municipality's code; the fee for a family register is that of the cabinet order. */
import { ageAt } from '@kazashi/lifecycle'

export const certificateTypes = ['residence', 'seal', 'tax', 'family-register'] as const
/** 住民票の写し, 印鑑登録証明書, 課税証明書, 戸籍 (全部事項証明書) */
export type CertificateType = (typeof certificateTypes)[number]

/** Yen; 地方公共団体の手数料の標準に関する政令 */
const familyRegisterFee = 450
/** Years of age from which a seal is registered (印鑑登録証明事務処理要領). */
const sealAge = 15
/** Copies of one order. */
export const mostCopies = 10

/** Some places do not take part, as in life: their residents go to the counter. Which ones is made up. */
const absent: ReadonlySet<string> = new Set(['13362', '13421', '01202', '39201'])

export const takesPart = (code: string): boolean => !absent.has(code)

/** Fees of a municipality in yen. @param code five digits */
export function feesOf(code: string): Readonly<Record<CertificateType, number>> {
  const number = Number(code)
  // At a kiosk most places ask less than at the counter, some 150 to 300 yen.
  const plain = 150 + (number % 4) * 50
  return { residence: plain, seal: plain, tax: plain, 'family-register': familyRegisterFee }
}

/** Why one is not offered: not printed there, too young, or registered elsewhere. */
type Unavailable = 'not-here' | 'too-young' | 'domicile-elsewhere'

export interface Offer {
  readonly type: CertificateType
  /** Yen a copy. */
  readonly fee: number
  readonly unavailable: Unavailable | undefined
}

/** One place in five prints no tax certificates. */
const printsTax = (code: string): boolean => Number(code) % 5 !== 2

/** @param person.birthDate YYYY-MM-DD @param person.municipality code @param person.domicile code of the municipality of 本籍 */
export function offersFor(
  person: {
    readonly birthDate: string
    readonly municipality: string
    readonly domicile: string
  },
  now: Date,
): Offer[] {
  const fees = feesOf(person.municipality)
  const why: Readonly<Record<CertificateType, Unavailable | undefined>> = {
    residence: undefined,
    seal: ageAt(now, person.birthDate) < sealAge ? 'too-young' : undefined,
    tax: printsTax(person.municipality) ? undefined : 'not-here',
    'family-register': person.domicile === person.municipality ? undefined : 'domicile-elsewhere',
  }
  return certificateTypes.map((type) => ({ type, fee: fees[type], unavailable: why[type] }))
}
