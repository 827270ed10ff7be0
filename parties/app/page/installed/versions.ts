/**
 * A newer app is offered on the home screen and in the menu, where nothing can be lost by it; a procedure under way goes on
 * with the files it began with.
 */

export interface Versions {
  /** Of the page that is shown. */
  readonly page: string
  /** Of the worker that waits to take over; undefined: none waits. */
  readonly waiting?: string | undefined
  /** Of the worker that answers now. */
  readonly working?: string | undefined
}

/** offer: a newer page is there · take-over: the page is the newer one already, its worker waits · none: all is well */
export function nextVersion({ page, waiting, working }: Versions): 'none' | 'offer' | 'take-over' {
  if (waiting !== undefined) return waiting === page ? 'take-over' : 'offer'
  return working === undefined || working === page ? 'none' : 'offer'
}

/** Changes to the newer one; undefined: there is none. */
export type Update = (() => void) | undefined

let offered: Update
const listeners = new Set<() => void>()

export const offeredUpdate = (): Update => offered

export function offerUpdate(update: Update): void {
  offered = update
  for (const listener of listeners) listener()
}

export const subscribeUpdate = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
