/** The holder of a scenario's card: a resident old enough, by the seed of the run. */
import { type Choices, generateResident, type Resident } from '@kazashi/card'
import { ageAt } from '@kazashi/lifecycle'

/** Residents differ by their seeds below this. */
const seeds = 10_000_000
/** Under fifteen there is no signing certificate. */
export const leastAge = 15

/** @param youngest years */
export function drawResident(draw: Choices, today: Date, youngest: number = leastAge): Resident {
  while (true) {
    const resident = generateResident(draw.integer(0, seeds - 1), today)
    if (ageAt(today, resident.birthDate) >= youngest) return resident
  }
}
