/** The device's own back button works like 「< 戻る」 of the screen; a reload comes back to the same place. */
import { backOfScreen } from '@kazashi/ui'
import { useEffect } from 'react'
import { isPlaceName, type PlaceName } from '../place-name.ts'

const key = 'kazashiPlace'

/** The page's place before a reload. */
export function rememberedPlace(): PlaceName | undefined {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null) return undefined
  const place: unknown = Reflect.get(state, key)
  return isPlaceName(place) ? place : undefined
}

/** Keeps the page's place in the history: one entry lies below it as long as it is away from home. */
export function rememberPlace(place: PlaceName): void {
  const entry = { [key]: place }
  if (place !== 'home' && (rememberedPlace() ?? 'home') === 'home') {
    history.replaceState({ [key]: 'home' }, '', `/${location.hash}`)
    history.pushState(entry, '', `/${location.hash}`)
  } else {
    history.replaceState(entry, '', `/${location.hash}`)
  }
}

/** @param place of the page now */
export function useBackButton(place: PlaceName): void {
  useEffect(() => {
    const back = () => {
      if (place === 'home') return
      history.pushState({ [key]: place }, '', `/${location.hash}`)
      backOfScreen()?.()
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [place])
}
