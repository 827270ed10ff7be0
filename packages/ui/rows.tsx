/** Rows: an icon, a title, one line, rules between. Frameless on the page of an Android phone, a white group on that of an iPhone. */
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

const lines = 'grouped divide-y divide-line'

/** Rows that belong together: choices, or other lines. */
export const RowGroup = ({ children }: { readonly children: ReactNode }) => (
  <div className={lines}>{children}</div>
)

export interface Fact {
  readonly icon: IconName
  /** About what, in a word or two. */
  readonly about: string
  readonly fact: string
  readonly note?: string | undefined
}

/** What comes, what to do, what to keep: after something is finished there are three of them. */
export const FactRows = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={lines}>
    {facts.map(({ icon, about, fact, note }) => (
      // Terms and facts stand in it by themselves: a group of a list of terms has no other boxes (HTML §4.4.9).
      <div key={about} className="relative py-3.5 pl-[calc(1.5em+16px)]">
        <Icon name={icon} tone="absolute top-4 left-0 text-accent" />
        <dt className="text-sm text-ink-soft">{about}</dt>
        <dd className="text-lg leading-snug font-bold">{fact}</dd>
        {note !== undefined && <dd className="text-sm text-ink-soft">{note}</dd>}
      </div>
    ))}
  </dl>
)
