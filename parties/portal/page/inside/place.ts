/** Where one is inside the portal, by the address: the browser's back button and a reload stay there. */
import { useSyncExternalStore } from 'react'

export type Place =
  | { readonly name: 'home' }
  | { readonly name: 'procedures' }
  | { readonly name: 'application'; readonly id: string }
  | { readonly name: 'own'; readonly part: OwnPart }
  | { readonly name: 'records' }

export const ownParts = ['check-ups', 'medicines', 'vaccinations', 'handbook'] as const
export type OwnPart = (typeof ownParts)[number]

export function placeAt(path: string): Place {
  const [first = '', second = ''] = path.split('/').slice(1)
  if (first === 'procedures') return { name: 'procedures' }
  if (first === 'applications' && second !== '') return { name: 'application', id: second }
  if (first === 'records') return { name: 'records' }
  if (first === 'own')
    return { name: 'own', part: ownParts.find((part) => part === second) ?? 'check-ups' }
  return { name: 'home' }
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
window.addEventListener('popstate', tell)

export function goTo(path: string): void {
  history.pushState(undefined, '', `${path}${location.hash}`)
  tell()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname)
