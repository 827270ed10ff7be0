/** The cards that lie on machines of the street. */
import type { Pace } from '@kazashi/lifecycle'
import { useState } from 'react'
import type { Box } from './box.ts'
import { type MachineName, type Machines, machineNames } from './street.ts'

type Lying = Readonly<Partial<Record<MachineName, string | undefined>>>

/** As the box says at the beginning. */
const lyingAtFirst = (machines: Machines): Lying =>
  Object.fromEntries(machineNames.map((name) => [name, machines[name]?.cardId ?? undefined]))

export function useStreet(box: Box, machines: Machines) {
  const [lying, setLying] = useState(() => lyingAtFirst(machines))
  const put = async (name: MachineName, cardId: string, pace: Pace) => {
    const reader = machines[name]
    if (reader === undefined) return
    await box.putCard(reader, cardId, pace)
    setLying((before) => ({ ...before, [name]: cardId }))
  }
  const take = async (name: MachineName) => {
    const reader = machines[name]
    if (reader === undefined) return
    await box.takeCard(reader)
    setLying((before) => ({ ...before, [name]: undefined }))
  }
  return {
    /** The machine that the card lies on. */
    placeOf: (cardId: string | undefined): MachineName | undefined =>
      machineNames.find((name) => cardId !== undefined && lying[name] === cardId),
    /** Id of the card that lies there. */
    cardAt: (name: MachineName) => lying[name],
    put,
    /** It has been taken from wherever it was, by others. */
    forget: (cardId: string) =>
      setLying((before) =>
        Object.fromEntries(Object.entries(before).filter(([, id]) => id !== cardId)),
      ),
    /** From whichever machine it lies on. */
    takeCard: async (cardId: string | undefined) => {
      const at = machineNames.find((name) => cardId !== undefined && lying[name] === cardId)
      if (at !== undefined) await take(at)
    },
  }
}
