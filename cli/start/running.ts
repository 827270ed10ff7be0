/** A running Kazashi told to a program: one line of JSON. Members are added, never taken away. */
import { issuerOf } from '@kazashi/gate'
import type { Origins, PartyName } from '@kazashi/serve'

export interface Running {
  readonly pid: number
  /** Where plain `http://localhost:PORT` leads. */
  readonly front: string
  /** Of the gate, and its discovery document; left out where there is no gate. */
  readonly issuer?: string
  readonly discovery?: string
  /** Of the parties that run. */
  readonly origins: { readonly [name in PartyName]?: string }
  readonly dataFolder: string
}

/** Parties whose page people begin at, the first of those that run. */
const fronts = ['desk', 'app', 'gate', 'portal', 'authority'] as const

/** The party that plain `localhost` leads to. */
export const frontOf = (origins: Origins, names: readonly PartyName[]): string =>
  origins[fronts.find((name) => names.includes(name)) ?? 'authority']

/** @param names of the parties that run */
export function runningOf(
  origins: Origins,
  names: readonly PartyName[],
  { pid, dataFolder }: Pick<Running, 'pid' | 'dataFolder'>,
): Running {
  const issuer = issuerOf(origins)
  return {
    pid,
    front: frontOf(origins, names),
    ...(names.includes('gate') && {
      issuer,
      discovery: `${issuer}/.well-known/openid-configuration`,
    }),
    origins: Object.fromEntries(names.map((name) => [name, origins[name]])),
    dataFolder,
  }
}
