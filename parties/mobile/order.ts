/** What is refused before anybody signs. */
import { ageAt, signingAge } from '@kazashi/lifecycle'
import type { Order } from './form.ts'
import { MobileProblem } from './problems.ts'

/** Of age since 2022 (民法 §4). */
const ofAge = 18

/** @param birthDate of the past, YYYY-MM-DD */
export const isMinor = (birthDate: string, now: Date): boolean => ageAt(now, birthDate) < ofAge

/** Whoever is of age makes the contract alone: nobody is named in it who does not sign. */
export function ordered({ guardian, ...order }: Order, now: Date): Order {
  return guardian !== undefined && isMinor(order.birthDate, now) ? { ...order, guardian } : order
}

/** @throws {MobileProblem} CUSTOMER_TOO_YOUNG, GUARDIAN_NEEDED */
export function checkOrder({ birthDate, guardian }: Order, now: Date): void {
  const isToCome = new Date(`${birthDate}T00:00:00+09:00`) > now
  if (isToCome || ageAt(now, birthDate) < signingAge) throw new MobileProblem('CUSTOMER_TOO_YOUNG')
  if (isMinor(birthDate, now) && guardian === undefined) throw new MobileProblem('GUARDIAN_NEEDED')
}
