/** Nobody touches the terminal: it asks, and then forgets (WCAG 2.2, 2.2.1: one press goes on). */
import { useCallback, useEffect, useState } from 'react'

/** Milliseconds without a touch until it asks, and seconds until it forgets. */
const patience = 60_000
const warning = 20

/** @returns seconds that are left, once it asks */
export function useIdle(isWatching: boolean, onIdle: () => void) {
  const [left, setLeft] = useState<number>()
  const [touched, setTouched] = useState(0)
  const stay = useCallback(() => {
    setLeft(undefined)
    setTouched((count) => count + 1)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a touch begins the time anew
  useEffect(() => {
    if (!isWatching) return undefined
    const timer = setTimeout(() => setLeft(warning), patience)
    return () => clearTimeout(timer)
  }, [isWatching, touched])
  useEffect(() => {
    if (!isWatching) return undefined
    const touch = () => stay()
    const signs = ['pointerdown', 'keydown'] as const
    for (const sign of signs) window.addEventListener(sign, touch)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touch)
    }
  }, [isWatching, stay])
  useEffect(() => {
    if (!isWatching || left === undefined) return undefined
    if (left === 0) {
      onIdle()
      return undefined
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [isWatching, left, onIdle])
  return { left: isWatching ? left : undefined, stay }
}
