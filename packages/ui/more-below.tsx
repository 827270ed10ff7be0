/** Where a part of the page lies below the window, a shade and an arrow at its end say so: not every system shows a scroll bar. */
import { useEffect, useState } from 'react'
import { Icon } from './icon.tsx'

/** Pixels that nobody misses: rounding, and the margin at the end of a page. */
const nothing = 24

function useMoreBelow(): boolean {
  const [more, setMore] = useState(false)
  useEffect(() => {
    const page = document.documentElement
    const measure = () =>
      setMore(page.scrollHeight - page.clientHeight - Math.ceil(window.scrollY) > nothing)
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    window.addEventListener('scroll', measure, { passive: true })
    window.addEventListener('resize', measure)
    measure()
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', measure)
      window.removeEventListener('resize', measure)
    }
  }, [])
  return more
}

export function MoreBelow() {
  if (!useMoreBelow()) return null
  return (
    <div
      aria-hidden="true"
      data-testid="more-below"
      className="pointer-events-none fixed inset-x-0 bottom-(--bar-height,0px) flex h-12 items-end justify-center bg-linear-to-t from-ground to-transparent"
    >
      <span className="mb-1 flex rounded-full border border-line bg-ground p-1 text-accent shadow-1">
        <Icon name="down" size="sign" />
      </span>
    </div>
  )
}
