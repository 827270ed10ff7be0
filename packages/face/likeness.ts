/** Whether two faces are one person's, by the likeness of their descriptors (docs/decisions/0059-face.md). */

/**
 * 0 … 1: from here on two pictures are of one person. Measured on heads that are drawn, which differ less than people do; on people
 * it has not been measured, so nothing that operates rests on it.
 */
export const leastLikeness = 0.87

/** @param likeness of the face that moved and the card's photo, 0 … 1 */
export const isSameFace = (likeness: number): boolean => likeness >= leastLikeness
