/** How often a slow property is tried: as often as is wanted, and 200 times where a mutation run asks it of each mutant. */

/** A mutant that only more draws would find counts as a survivor, so no score is too good by this. */
const most = 200

/** @param wanted draws @param mutant KAZASHI_MUTANT, which a mutation run sets */
export const draws = (wanted: number, mutant = process.env['KAZASHI_MUTANT']): number =>
  mutant === undefined ? wanted : Math.min(wanted, most)
