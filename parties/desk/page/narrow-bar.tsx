/** The four places of the desk in one line at the bottom of a narrow window: a press brings one of them to its top. */
import { forgetBarHeight, Icon, type IconName, tellBarHeight, useTexts } from '@kazashi/ui'
import { useEffect, useRef } from 'react'
import { texts } from './texts.ts'

/** Ids of the sections. */
export const narrowPlaces = {
  phone: 'desk-phone',
  people: 'desk-people',
  computer: 'desk-computer',
  happened: 'desk-happened',
} as const
type NarrowPlace = keyof typeof narrowPlaces

const icons = [
  ['phone', 'phone'],
  ['people', 'card'],
  ['computer', 'store'],
  ['happened', 'history'],
] as const satisfies readonly (readonly [NarrowPlace, IconName])[]

export function NarrowBar() {
  const t = useTexts(texts)
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = bar.current
    if (element === null) return undefined
    // None in a wide window, which has no such bar.
    const observer = new ResizeObserver(() => tellBarHeight(element.offsetHeight))
    observer.observe(element)
    return () => {
      observer.disconnect()
      forgetBarHeight()
    }
  }, [])
  return (
    <nav
      ref={bar}
      data-bar=""
      aria-label={t.places}
      className="sticky bottom-0 z-30 flex border-t border-line bg-ground wide:hidden large:hidden"
    >
      {icons.map(([place, icon]) => (
        <button
          key={place}
          type="button"
          onClick={() => document.getElementById(narrowPlaces[place])?.scrollIntoView()}
          className="flex min-h-14 min-w-0 flex-1 cursor-pointer flex-col items-center justify-center gap-0.5 px-1 text-xs font-bold text-accent hover:bg-accent-soft"
        >
          <Icon name={icon} size="row" />
          {t.placeNames[place]}
        </button>
      ))}
    </nav>
  )
}
