/** An explanation that opens in place, by mouse, touch or keyboard. */
import type { ReactNode } from 'react'

export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group rounded-8 border border-line px-3">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 py-2 text-accent">
        <span
          aria-hidden="true"
          className="inline-block text-sm motion-safe:transition-transform group-open:rotate-90"
        >
          ▶
        </span>
        {title}
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  )
}
