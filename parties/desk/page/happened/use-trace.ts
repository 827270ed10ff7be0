/** The trace of this desk (W3C Trace Context §3.2.2.3): made of the seat's token, so that every window of the seat has the same and nobody else. */
import { answerTrace } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import type { Origins } from '../box.ts'

/** The first 16 bytes of a hash: the token cannot be had from it, and whoever lacks the token cannot have it. */
async function traceOf(token: string): Promise<string> {
  const text = new TextEncoder().encode(`kazashi trace ${token}`)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The trace, which the pages in the desk's frames are told. @returns undefined: not known yet */
export function useTrace(token: string, origins: Origins): string | undefined {
  const [trace, setTrace] = useState<string>()
  useEffect(() => {
    void traceOf(token).then(setTrace, () => undefined) // without a secure context the cards' lines are all there is
  }, [token])
  useEffect(
    () => (trace === undefined ? undefined : answerTrace(trace, Object.values(origins))),
    [trace, origins],
  )
  return trace
}
