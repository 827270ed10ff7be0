/** Loads the entry when help is opened for a section: the first screen does not wait for it. Help stays whole without. */
import { type ComponentType, useEffect, useState } from 'react'
import type { Section } from '../sections/sections.ts'

export function SectionHelp({ section }: { section: Section }) {
  const [Entry, setEntry] = useState<ComponentType<{ section: Section }>>()
  useEffect(() => {
    import('./section-entry.tsx').then(
      (module) => setEntry(() => module.default),
      () => undefined, // no network: telephone numbers and answers are there all the same
    )
  }, [])
  return Entry === undefined ? null : <Entry section={section} />
}
