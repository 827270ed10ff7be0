/** Which case of the catalogue an authorization request asks for, and whose robot answers it. */
import { everybody, type FaultCase, isFaultCase, isPersonCase } from '@kazashi/cases'

export interface Wanted {
  /** A robot's name; undefined: a person at a phone. */
  readonly robot?: string
  readonly fault?: FaultCase
}

/** Armed for the next request of a client. */
export interface Armed {
  readonly caseName: string
  /** A robot's name, where a fault is not to wait for a person. */
  readonly phone: string | undefined
}

export interface ArmedCase extends Armed {
  readonly clientId: string
}

/** Longer hints are for nobody here. */
const longestHint = 100

/**
 * @param hint `login_hint`: the name of a person, of a robot, of a fault, or a name and a fault with a blank between
 * @param armed goes before a fault in the hint
 */
export function wantedBy(hint: string | undefined, armed: Armed | undefined): Wanted {
  const words = (hint ?? '').slice(0, longestHint).split(' ')
  const hinted = words.find((word) => isFaultCase(word))
  const named = words.find((word) => word !== '' && !isFaultCase(word))
  if (armed !== undefined && isPersonCase(armed.caseName)) return { robot: armed.caseName }
  const fault = armed !== undefined && isFaultCase(armed.caseName) ? armed.caseName : hinted
  const robot = named ?? armed?.phone ?? (hinted === undefined ? undefined : everybody)
  return { ...(robot !== undefined && { robot }), ...(fault !== undefined && { fault }) }
}
