/** By how much the phone's clock is wrong, as a person says it. */

type Unit = 'minute' | 'hour' | 'day'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** From so many milliseconds on a span is told in this unit, the largest first. */
const units: readonly (readonly [Unit, number, number])[] = [
  ['day', day, 2 * day],
  ['hour', hour, 90 * minute],
  ['minute', minute, 0],
]

/** @param aheadBy milliseconds; negative: behind */
function spanOf(aheadBy: number): { readonly count: number; readonly unit: Unit } {
  const off = Math.abs(aheadBy)
  const [unit, length] = units.find(([, , from]) => off >= from) ?? ['minute', minute]
  return { count: Math.max(1, Math.round(off / length)), unit }
}

const unitsJa = { minute: '分', hour: '時間', day: '日' } as const

/** @param aheadBy milliseconds that the phone's clock is ahead; negative: behind */
export function clockWordsJa(aheadBy: number): string {
  const { count, unit } = spanOf(aheadBy)
  return `このスマホの時計は、約${count}${unitsJa[unit]}${aheadBy > 0 ? '進んで' : '遅れて'}います。`
}

/** @param aheadBy milliseconds that the phone's clock is ahead; negative: behind */
export function clockWordsEn(aheadBy: number): string {
  const { count, unit } = spanOf(aheadBy)
  const span = `${count} ${unit}${count === 1 ? '' : 's'}`
  return `The clock on this phone is about ${span} ${aheadBy > 0 ? 'fast' : 'slow'}.`
}
