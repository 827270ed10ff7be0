/** A seed by which a scenario draws a resident whose birthday is near: birth dates follow the day, so the seed fits any. */
import { seeded } from '@kazashi/card'
import { drawResident } from '../../cli/scenario/draw-resident.ts'

const day = 86_400_000
const adult = 18
/** One in 365 fits. */
const mostTries = 20_000

/**
 * @param toBirthday days from `today` to the birthday; negative: that long ago
 * @throws {RangeError} where nobody has a birthday so near: residents are never born 365 days after a leap year's day
 * @returns the first seed from `from` on; whether the scenario asks for somebody of 15 or of 18 makes no difference
 */
export function birthdaySeed(
  scenario: string,
  today: Date,
  toBirthday: number,
  from: number,
): number {
  const birthday = new Date(today.getTime() + 9 * 3_600_000 + toBirthday * day)
  const wanted = birthday.toISOString().slice(4, 10)
  for (let seed = from; seed < from + mostTries; seed += 1) {
    const { birthDate } = drawResident(seeded(seed, scenario), today)
    if (birthDate.slice(4) !== wanted) continue
    if (drawResident(seeded(seed, scenario), today, adult).birthDate === birthDate) return seed
  }
  throw new RangeError(`nobody has a birthday on ${wanted.slice(1)}`)
}
