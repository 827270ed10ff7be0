/** Is there a network? The browser knows only its own line; only a request shows whether the authority can be reached. */

export interface Network {
  readonly isDown: () => boolean
  readonly subscribe: (listener: () => void) => () => void
  /** A watched `fetch`: any answer at all means there is a network. */
  readonly watched: typeof globalThis.fetch
  /** A `fetch` that is not watched, for parties whose silence says nothing about the network. */
  readonly plain: typeof globalThis.fetch
  /** The desk cuts the line of this phone, or mends it: until then no request goes out. */
  readonly cut: (isCut: boolean) => void
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
  let isCut = false
  const isDown = () => lost || isCut || !window.navigator.onLine
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
  const plain: typeof globalThis.fetch = async (input, init) => {
    if (isCut) throw new TypeError('the line of this phone is cut')
    return window.fetch(input, init)
  }
  return {
    isDown,
    subscribe,
    plain,
    watched: async (input, init) => {
      try {
        const answer = await plain(input, init)
        tell(false)
        return answer
      } catch (failure) {
        // Given up by the page itself: nothing is known.
        if (!(failure instanceof DOMException && failure.name === 'AbortError')) tell(true)
        throw failure
      }
    },
    cut: (next) => {
      isCut = next
      tell(next)
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
