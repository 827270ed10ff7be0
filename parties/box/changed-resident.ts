/** A resident after a move, or with a new name, as the register has them from then on (5-A4). */
import type { Resident } from '@kazashi/card'

/** Within the municipality, so that the same counter has the person. */
export function movedResident(resident: Resident): Resident {
  const { prefecture, name } = resident.municipality
  return { ...resident, address: `${prefecture}${name}転居町９－９－９` }
}

export function renamedResident(resident: Resident): Resident {
  const [, given = ''] = resident.name.split('\u3000')
  return { ...resident, name: `新姓\u3000${given}` }
}
