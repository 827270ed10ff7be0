/** How far the reading of the card at an iPhone has come (3-C ⑦). */
export const iphoneReadingStages = [
  'found',
  'pin',
  'photo',
  'password',
  'signing',
  'asking', // the card is done, the authority is asked
] as const
export type IphoneReadingStage = (typeof iphoneReadingStages)[number]
