/** The Japanese eras since there is a Gregorian calendar beside them (Cabinet orders; Meiji by the calendar then in use). */

export interface Era {
  /** e.g. 昭和 */
  readonly name: string
  /** Its first day, YYYY-MM-DD. */
  readonly from: string
  /** As JIS X 0301 counts them, Meiji being 1. */
  readonly number: 1 | 2 | 3 | 4 | 5
}

/** Newest first. */
export const eras: readonly Era[] = [
  { number: 5, name: '令和', from: '2019-05-01' },
  { number: 4, name: '平成', from: '1989-01-08' },
  { number: 3, name: '昭和', from: '1926-12-25' },
  { number: 2, name: '大正', from: '1912-07-30' },
  { number: 1, name: '明治', from: '1868-01-25' },
]

/** @param date YYYY-MM-DD @returns undefined before Meiji */
export const eraAt = (date: string): Era | undefined => eras.find(({ from }) => date >= from)
