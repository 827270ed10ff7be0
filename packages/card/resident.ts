/** A resident as the municipality's register knows one, and as a card shows one. */
import type { Sex } from '@kazashi/lifecycle'

export interface Municipality {
  /** Five-digit local government code without check digit, e.g. '13113'. */
  readonly code: string
  /** e.g. 東京都 */
  readonly prefecture: string
  /** e.g. 渋谷区 */
  readonly name: string
  /** As in distinguished names, e.g. 'Tokyo-to'. */
  readonly prefectureLatin: string
  /** As in distinguished names, e.g. 'Shibuya-ku'. */
  readonly nameLatin: string
}

export interface Resident {
  /** Family and given name, separated by a full-width space (U+3000). */
  readonly name: string
  readonly kana: string
  readonly latin: string
  /** From the prefecture on, no postal code, at most 200 characters. */
  readonly address: string
  /** YYYY-MM-DD */
  readonly birthDate: string
  readonly sex: Sex
  readonly municipality: Municipality
  /** Twelve digits, the last one the check digit. */
  readonly myNumber: string
}
