/** Is there a network? The browser knows only its own line; only a request shows whether the authority can be reached. */

export interface Network {
  readonly isDown: () => boolean
  readonly subscribe: (listener: () => void) => () => void
  /** A watched `fetch`: any answer at all means there is a network. */
  readonly watched: typeof globalThis.fetch
  /** Resolves when there is a network, or `signal` aborts. */
  readonly back: (signal: AbortSignal) => Promise<void>
}

type Window = Pick<globalThis.Window, 'addEventListener' | 'fetch'> & {
  readonly navigator: Pick<Navigator, 'onLine'>
}

export function watchNetwork(window: Window): Network {
  const listeners = new Set<() => void>()
  let lost = false
  let told = false
  const isDown = () => lost || !window.navigator.onLine
  const tell = (isLost: boolean) => {
    lost = isLost
    if (isDown() === told) return
    told = isDown()
    for (const listener of [...listeners]) listener()
  }
  window.addEventListener('online', () => tell(false))
  window.addEventListener('offline', () => tell(true))
  told = isDown()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return {
    isDown,
    subscribe,
    watched: async (input, init) => {
      try {
        const answer = await window.fetch(input, init)
        tell(false)
        return answer
      } catch (failure) {
        // Given up by the page itself: nothing is known.
        if (!(failure instanceof DOMException && failure.name === 'AbortError')) tell(true)
        throw failure
      }
    },
    back: (signal) =>
      new Promise((resolve) => {
        const look = () => {
          if (isDown() && !signal.aborted) return
          leave()
          signal.removeEventListener('abort', look)
          resolve()
        }
        const leave = subscribe(look)
        signal.addEventListener('abort', look)
        look()
      }),
  }
}
