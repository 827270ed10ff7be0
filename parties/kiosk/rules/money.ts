/** Coins and notes of a kiosk, and its change: exact, in the fewest pieces. */

/** Yen, the largest first; a kiosk takes each of them and gives back all but the notes of 10,000. */
export const pieces = [10_000, 5_000, 1_000, 500, 100, 50, 10] as const
export type Piece = (typeof pieces)[number]

export const isPiece = (yen: number): yen is Piece => pieces.some((piece) => piece === yen)

/** Yen that one person may have put in at once. */
export const mostMoney = 30_000

/** @param yen a multiple of 10, 0 or more @returns the fewest pieces that make it, the largest first */
export function changeFor(yen: number): Piece[] {
  if (!Number.isSafeInteger(yen) || yen < 0 || yen % 10 !== 0)
    throw new RangeError(`no change of ${yen} yen`)
  const given: Piece[] = []
  let left = yen
  for (const piece of pieces.slice(1)) {
    for (; left >= piece; left -= piece) given.push(piece)
  }
  return given
}
