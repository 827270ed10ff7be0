/** The terminal's reader: what lies on it, and whether that was left there by the person before. */
import { CardError, type CardTransport, connectReader, type RemoteReader } from '@kazashi/card'

export interface TerminalReader {
  /** Something lies there that the person before has left. */
  readonly left: () => boolean
  /** The person goes: what lies there now is not the next one's. */
  readonly leave: () => void
  readonly subscribe: (listener: () => void) => () => void
  /** What is held to it from now on. @throws {CardError} READER_UNAVAILABLE; the reason of `signal` */
  readonly take: (signal: AbortSignal) => Promise<CardTransport>
}

/** @param url of the reader, from the page's address; undefined: the page was opened without one */
export function terminalReader(url: string | undefined): TerminalReader {
  let connection: Promise<RemoteReader> | undefined
  let reader: RemoteReader | undefined
  let left = false
  const listeners = new Set<() => void>()
  const change = (now: boolean) => {
    if (left === now) return
    left = now
    for (const listener of listeners) listener()
  }
  const connected = async (): Promise<RemoteReader> => {
    if (url === undefined) throw new CardError('READER_UNAVAILABLE')
    connection ??= connectReader(url).then((made) => {
      reader = made
      made.onChange((present) => {
        if (!present) change(false)
      })
      return made
    })
    return connection.catch((error: unknown) => {
      connection = undefined
      throw error
    })
  }
  /** One that broke off is connected anew, once. */
  const wait = async (signal: AbortSignal): Promise<CardTransport> => {
    try {
      return await (await connected()).waitForCard(signal)
    } catch (error) {
      if (!(error instanceof CardError) || connection === undefined) throw error
      connection = undefined
      return (await connected()).waitForCard(signal)
    }
  }
  const removed = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const stop = () => {
        listeners.delete(look)
        signal.removeEventListener('abort', give)
      }
      const look = () => {
        if (left) return
        stop()
        resolve()
      }
      const give = () => {
        stop()
        reject(signal.reason)
      }
      listeners.add(look)
      signal.addEventListener('abort', give)
      look()
    })
  if (url !== undefined) connected().catch(() => undefined) // said when it is wanted
  return {
    left: () => left,
    leave: () => change(reader?.cardPresent === true),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    take: async (signal) => {
      await removed(signal)
      return wait(signal)
    },
  }
}
