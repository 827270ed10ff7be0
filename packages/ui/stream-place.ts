/**
 * A browser has six connections to one origin (HTTP/1.1), and a stream of events keeps one for as long as it lasts. So only some windows
 * of one browser have a stream at once (Web Locks API); the others ask now and then.
 */

/** Half of the connections stay free for requests. */
const mostStreams = 3

/**
 * Runs `stream` if there is a place for it, which is kept until it ends. A browser that gives no locks has no second window either.
 * @returns false: there was none @throws any error of `stream`
 */
export async function withStreamPlace(stream: () => Promise<void>): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined
  if (locks === undefined) {
    await stream()
    return true
  }
  for (let place = 1; place <= mostStreams; place += 1) {
    const name = `kazashi-stream-${place}`
    const taken = await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await stream()
      return lock !== null
    })
    if (taken) return true
  }
  return false
}
