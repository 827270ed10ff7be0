/** Members of values from outside, for the few that the first screen reads: a schema library would be most of its weight. */

/** @returns undefined where `value` has no such member, or is no object */
export const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** @returns the matching one of `known` */
export const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)
