/** An explanation that opens in place, by mouse, touch or keyboard, and comes into view where it fits. */
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' })
      }}
      className="group border-y border-line iphone:rounded-group iphone:border-y-0 iphone:bg-group iphone:px-4 [&+&]:-mt-[17px] iphone:[&+&]:mt-0"
    >
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-3 py-2 leading-snug text-accent">
        <span className="min-w-0 flex-1">{title}</span>
        <Icon name="down" size="sign" tone="text-ink-soft group-open:rotate-180" />
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  )
}
