/** ISO/IEC 18013-5 §9.1.2.5. */
export const digestAlgorithms = ['SHA-256', 'SHA-384', 'SHA-512'] as const
export type DigestAlgorithm = (typeof digestAlgorithms)[number]
