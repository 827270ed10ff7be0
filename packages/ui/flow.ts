/** A procedure as a table: (state, event) → (state, effects). The table runs nothing; a flow runs the effects it names. */
import { useSyncExternalStore } from 'react'

interface Named {
  readonly name: string
}
interface Typed {
  readonly type: string
}

/** Result of an event; a missing answer is a refusal, and nothing changes. */
export interface Next<State, Effect> {
  readonly state: State
  readonly effects?: readonly Effect[]
}

export interface Machine<State extends Named, Event extends Typed, Effect extends Typed> {
  readonly initial: State
  readonly step: (state: State, event: Event) => Next<State, Effect> | undefined
}

/** A table with a row for each state; the row of a state gets that very state. */
export type Rows<State extends Named, Event, Effect> = {
  readonly [Name in State['name']]: (
    state: State & { readonly name: Name },
    event: Event,
  ) => Next<State, Effect> | undefined
}

/** @returns the step of a machine that is written as rows */
export const stepBy =
  <State extends Named, Event extends Typed, Effect extends Typed>(
    rows: Rows<State, Event, Effect>,
  ): Machine<State, Event, Effect>['step'] =>
  (state, event) => {
    const name: State['name'] = state.name
    // TypeScript cannot see that the row found by `state.name` takes this very state.
    return rows[name](state as never, event)
  }

/** Carries out an effect and reports by events. `signal` aborts when the flow is left or the effect's state is. */
export type Perform<Event, Effect> = (
  effect: Effect,
  send: (event: Event) => void,
  signal: AbortSignal,
) => void | Promise<void>

export interface Flow<State, Event> {
  readonly state: () => State
  readonly send: (event: Event) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly close: () => void
}

/** Starts a machine. Effects of a state end (by their signal) when a state of another name is reached. */
export function createFlow<State extends Named, Event extends Typed, Effect extends Typed>(
  machine: Machine<State, Event, Effect>,
  perform: Perform<Event, Effect>,
): Flow<State, Event> {
  let state = machine.initial
  let work = new AbortController()
  const listeners = new Set<() => void>()
  const send = (event: Event) => {
    const next = machine.step(state, event)
    if (next === undefined) return
    if (next.state.name !== state.name) {
      work.abort()
      work = new AbortController()
    }
    state = next.state
    for (const listener of listeners) listener()
    const { signal } = work
    const report = (reported: Event) => {
      if (!signal.aborted) send(reported)
    }
    for (const effect of next.effects ?? []) void perform(effect, report, signal)
  }
  return {
    state: () => state,
    send,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => work.abort(),
  }
}

export function useFlow<State, Event>(flow: Flow<State, Event>): State {
  return useSyncExternalStore(flow.subscribe, flow.state)
}
