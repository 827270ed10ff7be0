/** One window at a time uses this phone (Web Locks API): two could count tries twice and lose steps. */

export interface Hold {
  /** False: another window has the phone. */
  readonly mine: boolean
  /** Resolves when another window has taken it over. */
  readonly taken: Promise<void>
  /** Gives the phone up: another window may have it. */
  release(): void
}

const forEver = new Promise<never>(() => {})

/**
 * A browser that keeps nothing for this page gives no locks either (storage of frames switched off): then no other window has
 * the phone, and the missing storage is reported when the phone is opened.
 * @param steal take it from the other window, which gets a message
 */
export function holdPhone(name: string, steal = false): Promise<Hold> {
  const locks = navigator.locks as LockManager | undefined
  const released = Promise.withResolvers<void>()
  const release = () => released.resolve()
  if (locks === undefined) return Promise.resolve({ mine: true, taken: forEver, release })
  return new Promise((answer) => {
    const taken = locks
      .request(name, steal ? { steal } : { ifAvailable: true }, (lock) => {
        answer({ mine: lock !== null, taken: lock === null ? forEver : lost, release })
        return lock === null ? undefined : released.promise
      })
      .then(
        () => forEver,
        () => answer({ mine: true, taken: forEver, release }), // after an answer: it was taken over
      )
    const lost: Promise<void> = taken
  })
}
