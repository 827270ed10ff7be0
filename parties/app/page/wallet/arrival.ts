/**
 * 3-D ⑦: once the notice is there the card goes into the wallet by itself; nothing needs to be pressed. One for each
 * open phone, whatever screen is shown.
 */
import { registerCredential } from '@kazashi/phone'
import { type Refusal, refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'

export interface Arrival {
  /** The reason why it did not come in; undefined: nothing was tried, or a try is running. */
  readonly refusal: () => Refusal | undefined
  readonly subscribe: (listener: () => void) => () => void
  readonly again: () => void
}

const arrivals = new WeakMap<Device, Arrival>()

function watch(device: Device): Arrival {
  const listeners = new Set<() => void>()
  let refusal: Refusal | undefined
  let working = false
  const tell = (next: Refusal | undefined) => {
    refusal = next
    for (const listener of listeners) listener()
  }
  const take = async (applicationId: string) => {
    working = true
    tell(undefined)
    try {
      await device.syncClock()
      await registerCredential(device.phone, device.authority, applicationId)
      device.look()
    } catch (thrown) {
      tell(refusalOf(thrown))
    } finally {
      working = false
    }
  }
  const look = () => {
    const { name, application } = device.summary()
    if (name === 'ready' && application !== undefined && !working && refusal === undefined) {
      void take(application.id)
    }
  }
  device.subscribe(look)
  look()
  return {
    refusal: () => refusal,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    again: () => {
      refusal = undefined
      look()
    },
  }
}

/** Begins to wait for the card at the first call. */
export function arrivalOf(device: Device): Arrival {
  const there = arrivals.get(device)
  if (there !== undefined) return there
  const arrival = watch(device)
  arrivals.set(device, arrival)
  return arrival
}
