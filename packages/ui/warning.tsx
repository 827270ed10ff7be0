/** Something to think about before going on: said aloud and brought into view, but no refusal. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from './icon.tsx'

export function Warning({ title, children }: { title: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'end' })
  }, [])
  return (
    <div
      ref={place}
      role="alert"
      className="rounded-12 bg-warn-soft px-4 py-3 forced-colors:border"
    >
      <p className="flex gap-2 font-bold text-warn">
        <Icon name="warn" tone="mt-0.5" />
        <span>{title}</span>
      </p>
      {children}
    </div>
  )
}
