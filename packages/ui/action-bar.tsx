/**
 * The actions of a screen, always at its bottom, above a rule, in reach of the thumb. Where they would cover too much of a small
 * window they stand at the end of the page. What has the focus is never under them (WCAG 2.2, 2.4.11): the page knows their height.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { forgetBarHeight, tellBarHeight } from './bar-height.ts'
import { keepFieldInView } from './field-in-view.ts'

/** Part of the window's height that the bar may cover. */
const mostCovered = 0.4

export function ActionBar(props: { readonly column: string; readonly children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  const [stays, setStays] = useState(true)
  useEffect(() => {
    const element = bar.current
    if (element === null) return undefined
    const measure = () => {
      const height = element.offsetHeight
      const mayStay = height <= mostCovered * window.innerHeight
      setStays(mayStay)
      tellBarHeight(mayStay ? height : 0)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    window.addEventListener('resize', measure)
    const letGo = keepFieldInView(element)
    return () => {
      letGo()
      observer.disconnect()
      window.removeEventListener('resize', measure)
      forgetBarHeight()
    }
  }, [])
  return (
    <div
      ref={bar}
      data-bar=""
      className={`border-t border-line bg-bar ${stays ? 'sticky bottom-0 z-10' : ''}`}
    >
      <div className={`${props.column} flex flex-col gap-2 pt-3 pb-4`}>{props.children}</div>
    </div>
  )
}
