/** Who signs, and how much room each signature has in the PDF. */

/** In the order in which they sign. */
export const roles = ['customer', 'guardian'] as const
export type Role = (typeof roles)[number]

/** Octets that are kept free for the CMS of a card or a phone. */
export const cmsRoom = 16_384
