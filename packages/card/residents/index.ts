/** Made-up residents and values that follow from a resident's data; runs in pages too. */
export { type Drawing, type PathCommand, type Shape, toSvg } from './drawing.ts'
export { generateResident, LONGEST_ADDRESS } from './generate.ts'
export { hepburn, hepburnName } from './hepburn.ts'
export { findMunicipality, municipalities, municipalityCheckDigit } from './municipalities.ts'
export { checkDigit, isMyNumber, SYNTHETIC_MY_NUMBERS, syntheticMyNumber } from './my-number.ts'
export { parseResident } from './parse.ts'
export {
  drawPortrait,
  PORTRAIT_HEIGHT,
  PORTRAIT_WIDTH,
  type Portrait,
  portraitOf,
  portraitOfSeed,
  portraitSvg,
} from './portrait.ts'
export {
  birthDateKey,
  type EraDate,
  eraDate,
  isCalendarDate,
  numberB,
  type PrintedFace,
} from './reference-numbers.ts'
export { isAddressIn, LONGEST_NAME, ResidentSchema } from './resident-schema.ts'
export { type Choices, seeded } from './seeded.ts'
export { isCertificateCharacter, SUBSTITUTE, type Substituted, substitute } from './substitution.ts'
