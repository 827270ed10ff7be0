/** The present step of a procedure: 「3 / 7」. */
export interface StepLine<Name extends string> {
  /** From 1. */
  readonly at: number
  readonly of: number
  readonly name: Name
}

/** @param all the steps of this way through the procedure, in order @param name one of them */
export const stepLine = <Name extends string>(
  all: readonly Name[],
  name: Name,
): StepLine<Name> => ({ at: all.indexOf(name) + 1, of: all.length, name })
