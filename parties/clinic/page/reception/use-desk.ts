/** The reception's desk as it is now: asked every second while somebody looks. */
import { pause } from '@kazashi/login/page'
import { useCallback, useEffect, useState } from 'react'
import { ask, Refusal, tell } from '../call.ts'
import { Desk } from '../wire.ts'

/** Milliseconds between two looks. */
const lookAgainAfter = 1_000

type Method = 'POST' | 'PUT' | 'DELETE'

export interface LiveDesk {
  readonly desk: Desk | undefined
  /** The code of what went wrong last; undefined: nothing. */
  readonly fault: string | undefined
  /** Does something at the desk, and looks. */
  readonly act: (method: Method, path: string, body?: object) => void
}

const codeOf = (error: unknown): string => (error instanceof Refusal ? error.code : 'UNEXPECTED')

export function useDesk(): LiveDesk {
  const [desk, setDesk] = useState<Desk>()
  /** Of looking: it goes with the next look. */
  const [lost, setLost] = useState<string>()
  /** Of something that was done: it stays until the next one. */
  const [refused, setRefused] = useState<string>()
  const look = useCallback(async () => {
    try {
      setDesk(await ask(Desk, 'GET', '/reception/today'))
      setLost(undefined)
    } catch (error) {
      setLost(codeOf(error))
    }
  }, [])
  useEffect(() => {
    const ending = new AbortController()
    const keepLooking = async () => {
      while (!ending.signal.aborted) {
        if (document.visibilityState === 'visible') await look()
        await pause(lookAgainAfter, ending.signal)
      }
    }
    void keepLooking()
    return () => ending.abort()
  }, [look])
  const act = useCallback(
    (method: Method, path: string, body?: object) => {
      setRefused(undefined)
      tell(method, path, body)
        .catch((error: unknown) => setRefused(codeOf(error)))
        .finally(() => void look())
    },
    [look],
  )
  return { desk, fault: refused ?? lost, act }
}
