/** The text that is agreed to (2-C ⑥, 3-C ③, 4-B ⑤), to the letter, a sentence a line: an application carries its hash. */
import { currentConsent } from '@kazashi/phone'
import { Sentences, useTexts } from '@kazashi/ui'
import { texts } from './texts.ts'

const parts = currentConsent()

export function ConsentNotes() {
  const t = useTexts(texts)
  return (
    <>
      {t.japaneseOnly !== '' && <p className="text-ink-soft">{t.japaneseOnly}</p>}
      <div lang="ja" className="flex flex-col gap-5 rounded-12 bg-surface px-4 py-3">
        {parts.map(({ heading, notes }) => (
          <section key={heading}>
            <h3 className="text-base">{heading}</h3>
            <ul className="mt-2 flex list-disc flex-col gap-3 pl-[1.25em]">
              {notes.map((note) => (
                <li key={note}>
                  <Sentences>{note}</Sentences>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
