/** The inbox: what the authority has told this phone, the newest first. */
import type { NoticeView } from '@kazashi/phone'
import { Screen, useLanguage, useTexts } from '@kazashi/ui'
import type { Go } from '../../place.ts'
import type { Frame } from '../frame.tsx'
import { momentText } from '../moment.ts'
import { texts } from './texts.ts'

export function Notices(props: { notices: readonly NoticeView[]; frame: Frame; go: Go }) {
  const { notices, frame } = props
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <Screen {...frame} title={t.title}>
      {notices.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {notices.map((notice) => (
            <li key={notice.id} className="rounded-12 border border-line px-4 py-3">
              <p className="text-base text-ink-soft">{momentText(notice.at, language)}</p>
              <p>{t.kinds[notice.kind]}</p>
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}
