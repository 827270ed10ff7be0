/** Something to think about before going on: said aloud and brought into view, but no refusal. */
import { type ReactNode, useEffect, useRef } from 'react'

export function Warning({ title, children }: { title: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'end' })
  }, [])
  return (
    <div
      ref={place}
      role="alert"
      className="scroll-mb-28 rounded-12 border-2 border-warn bg-warn-soft px-4 py-3"
    >
      <p className="font-bold text-warn">
        <span aria-hidden="true">⚠ </span>
        {title}
      </p>
      {children}
    </div>
  )
}
