/** 2-C ②③, 2-F ①②, 4-B ②③, 5-B3: 「メニュー」. It lists only procedures that work now. */
import { Choice, LanguageSwitch, Screen, useTexts } from '@kazashi/ui'
import type { Frame } from '../frame.ts'
import { isInstalled } from '../installed/prompt.ts'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import type { Go } from '../place-name.ts'
import { type MenuEntry, menuEntries } from './entries.ts'
import { SignalSetting } from './signal-setting/screen.tsx'
import { texts } from './texts.ts'

export function Menu(props: { summary: PhoneSummary; frame: Frame; go: Go }) {
  const { summary, frame, go } = props
  const t = useTexts(texts)
  const choice = ({ words, place }: MenuEntry) => {
    const note = t.notes[words]
    return (
      <Choice
        key={words}
        text={t.entries[words]}
        {...(note === '' ? {} : { note })}
        onPress={() => go(place)}
      />
    )
  }
  const { certificates, other } = menuEntries(summary, isInstalled())
  return (
    <Screen {...frame} title={t.title}>
      <h2 className="text-lg">{t.certificates}</h2>
      {certificates.map(choice)}
      <h2 className="text-lg">{t.other}</h2>
      {other.map(choice)}
      <SignalSetting />
      <p className="text-center">
        <LanguageSwitch />
      </p>
    </Screen>
  )
}
