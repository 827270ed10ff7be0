/** 2-C ②③, 2-F ①②, 4-B ②③, 5-B3: 「メニュー」. It lists only procedures that work now. */
import { Choice, type IconName, LanguageSwitch, RowGroup, Screen, useTexts } from '@kazashi/ui'
import type { Frame } from '../frame.ts'
import { isInstalled } from '../installed/prompt.ts'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import type { Go } from '../place-name.ts'
import { type MenuEntry, menuEntries } from './entries.ts'
import { SignalSetting } from './signal-setting/screen.tsx'
import { texts } from './texts.ts'
import { ThemeSetting } from './theme-setting/screen.tsx'

const icons = {
  apply: 'certificate',
  goOn: 'play',
  switch: 'transfer',
  register: 'check',
  resume: 'reset',
  revoke: 'trash',
  hold: 'nfc',
  biometrics: 'face',
  resetPhone: 'reset',
  resetSecret: 'key',
  status: 'phone',
  notices: 'notice',
  newPhone: 'move',
  install: 'download',
  loss: 'call',
  help: 'help',
} as const satisfies Record<MenuEntry['words'], IconName>

export function Menu(props: { summary: PhoneSummary; frame: Frame; go: Go }) {
  const { summary, frame, go } = props
  const t = useTexts(texts)
  const choice = ({ words, place }: MenuEntry) => {
    const note = t.notes[words]
    return (
      <Choice
        key={words}
        icon={icons[words]}
        text={t.entries[words]}
        grave={words === 'revoke'}
        {...(note === '' ? {} : { note })}
        onPress={() => go(place)}
      />
    )
  }
  const { certificates, other } = menuEntries(summary, isInstalled())
  return (
    <Screen {...frame} title={t.title}>
      <h2 className="-mb-2 text-sm text-ink-soft">{t.certificates}</h2>
      <RowGroup>{certificates.map(choice)}</RowGroup>
      <h2 className="-mb-2 pt-2 text-sm text-ink-soft">{t.other}</h2>
      <RowGroup>{other.map(choice)}</RowGroup>
      <div className="grouped flex flex-col divide-y divide-line py-1">
        <SignalSetting />
        <ThemeSetting />
      </div>
      <p className="text-center">
        <LanguageSwitch />
      </p>
    </Screen>
  )
}
