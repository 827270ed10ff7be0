/** The sex of a resident as a card has it; each format has its own numbers and words for the three. */

export const sexes = ['male', 'female', 'not-applicable'] as const
export type Sex = (typeof sexes)[number]
