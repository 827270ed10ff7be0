/** 2-C ②③: 「メニュー」, and in it 「スマホ用電子証明書を申請する」. Only what works stands in it. */
import type { NoticeView } from '@kazashi/phone'
import { Button, LanguageSwitch, Screen, useLanguage, useTexts } from '@kazashi/ui'
import { momentText } from '../moment.ts'
import { texts } from './texts.ts'

export function Menu(props: {
  canRegister: boolean
  onBack: () => void
  onApply: () => void
  onRegister: () => void
  onNotices: () => void
  onHelp: () => void
}) {
  const t = useTexts(texts)
  return (
    <Screen title={t.title} onBack={props.onBack} onHelp={props.onHelp}>
      <h2 className="text-lg">{t.certificates}</h2>
      <Choice onPress={props.onApply} text={t.apply} />
      {props.canRegister && <Choice onPress={props.onRegister} text={t.register} />}
      <h2 className="text-lg">{t.other}</h2>
      <Choice onPress={props.onNotices} text={t.notices} />
      <Choice onPress={props.onHelp} text={t.help} />
      <p className="text-center">
        <LanguageSwitch />
      </p>
    </Screen>
  )
}

function Choice({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <Button look="second" onPress={onPress}>
      <span className="flex-1 text-left">{text}</span>
      <span aria-hidden="true">▶</span>
    </Button>
  )
}

/** The inbox. */
export function Notices(props: {
  notices: readonly NoticeView[]
  onBack: () => void
  onHelp: () => void
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <Screen title={t.notices} onBack={props.onBack} onHelp={props.onHelp}>
      {props.notices.length === 0 ? (
        <p>{t.noNotices}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {props.notices.map((notice) => (
            <li key={notice.id} className="rounded-12 border border-line px-4 py-3">
              <p className="text-base text-ink-soft">{momentText(notice.at, language)}</p>
              <p>{t.ready}</p>
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}
