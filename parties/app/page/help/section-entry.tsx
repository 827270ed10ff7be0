/** The summary of the course's section for the screen below; the course's own number stands before its name. */
import { useTexts } from '@kazashi/ui'
import type { Section } from '../sections/sections.ts'
import { sectionTexts } from '../sections/texts.ts'

export default function SectionEntry({ section }: { section: Section }) {
  const { title, todo } = useTexts(sectionTexts)[section]
  return (
    <section className="flex flex-col gap-2 rounded-12 bg-accent-soft px-4 py-3">
      <h2 className="text-lg">
        {section} {title}
      </h2>
      <ul className="flex list-disc flex-col gap-1 pl-[1.4em]">
        {todo.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  )
}
