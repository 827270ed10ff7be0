/** A procedure says whether it asks for a secret of the card, so that the desk around the phone points at the paper then. */
import { useEffect } from 'react'

/** @param asks on the screen that is shown now @param onAsks undefined: nobody wants to know */
export function useAsking(asks: boolean, onAsks: ((asks: boolean) => void) | undefined): void {
  useEffect(() => {
    if (!asks || onAsks === undefined) return undefined
    onAsks(true)
    return () => onAsks(false)
  }, [asks, onAsks])
}
