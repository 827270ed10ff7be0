/** The holder of a scenario's card: a resident old enough, by the seed of the run. */
import { type Choices, generateResident, type Resident } from '@kazashi/card'
import { ageAt } from '@kazashi/lifecycle'

/** Residents differ by their seeds below this. */
const seeds = 10_000_000
/** Under fifteen there is no signing certificate. */
export const leastAge = 15

export interface Wanted {
  /** Years. */
  readonly youngest: number
  /** @param municipality code */
  readonly livesIn: (municipality: string) => boolean
}

/** @param wanted years, or more than that */
export function drawResident(
  draw: Choices,
  today: Date,
  wanted: number | Wanted = leastAge,
): Resident {
  const { youngest, livesIn } =
    typeof wanted === 'number' ? { youngest: wanted, livesIn: () => true } : wanted
  while (true) {
    const resident = generateResident(draw.integer(0, seeds - 1), today)
    const { birthDate, municipality } = resident
    if (ageAt(today, birthDate) >= youngest && livesIn(municipality.code)) return resident
  }
}
