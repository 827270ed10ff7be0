/** What the shop sells. Shown on the tablet and written into the contract. */
export const plans = [
  { id: 'light', gigabytes: 3, yen: 990 },
  { id: 'standard', gigabytes: 20, yen: 2_970 },
  { id: 'unlimited', gigabytes: undefined, yen: 7_238 },
] as const
export type PlanId = (typeof plans)[number]['id']
export const planIds = ['light', 'standard', 'unlimited'] as const satisfies readonly PlanId[]

/** Yen, once. */
export const openingFee = 3_850
