/** The slip of paper with a new card's four secrets, as the counter hands it out. */
import type { CardSecrets } from '@kazashi/card/personalisation'
import { pinWarnings } from '@kazashi/lifecycle'

type Random = (length: number) => Uint8Array

/** Without the characters that are mistaken for each other in print: I and 1, O and 0. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'
/** Three letters, five digits, alternating blocks as people remember them. */
const passwordShape = [letters, letters, letters, digits, digits, digits, digits, digits]

/** One of `choices`, each as likely: bytes above the largest multiple are thrown away. */
function pick(choices: string, random: Random): string {
  const limit = 256 - (256 % choices.length)
  while (true) {
    const [byte = 255] = random(1)
    if (byte < limit) return choices[byte % choices.length] ?? ''
  }
}

function newPin(birthDate: string, taken: readonly string[], random: Random): string {
  while (true) {
    const pin = Array.from({ length: 4 }, () => pick('0123456789', random)).join('')
    if (!taken.includes(pin) && pinWarnings(pin, birthDate).length === 0) return pin
  }
}

/** @param birthDate YYYY-MM-DD: no PIN is made of it */
export function newSlip(birthDate: string, random: Random): CardSecrets {
  const pins: string[] = []
  for (let i = 0; i < 3; i += 1) pins.push(newPin(birthDate, pins, random))
  const [authenticationPin = '', residentRegisterPin = '', cardDataPin = ''] = pins
  const signingPassword = passwordShape.map((choices) => pick(choices, random)).join('')
  return { signingPassword, authenticationPin, residentRegisterPin, cardDataPin }
}
