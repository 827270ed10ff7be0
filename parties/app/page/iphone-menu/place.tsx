/** 3-E ②③, 3-F ①②: the menu of an iPhone. It lists only procedures that work now. */
import { Choice, LanguageSwitch, Screen, useTexts } from '@kazashi/ui'
import { useSyncExternalStore } from 'react'
import { isInstalled } from '../installed/prompt.ts'
import { biometricEntry } from '../menu/entries.ts'
import { SignalSetting } from '../menu/signal-setting/screen.tsx'
import type { PlaceProps } from '../place.ts'
import { arrivalOf } from '../wallet/arrival.ts'
import { texts } from './texts.ts'

export default function IphoneMenu({ device, frame, go }: PlaceProps) {
  const t = useTexts(texts)
  const { name, certificates, unknown } = useSyncExternalStore(device.subscribe, device.summary)
  arrivalOf(device)
  const here = name === 'active' || name === 'suspended'
  const open = () => {
    if (unknown) return go('home')
    if (here) return go('iphone-card')
    return go(name === 'waiting' || name === 'ready' ? 'home' : 'iphone-add')
  }
  return (
    <Screen title={t.title} onBack={frame.onHome} onHelp={frame.onHelp}>
      <Choice onPress={open} text={t.card} note={unknown ? t.unknown : t.states[name]} />
      {name === 'active' && !unknown && biometricEntry({ certificates }) && (
        <Choice onPress={() => go('biometrics')} text={t.biometrics} note={t.biometricsNote} />
      )}
      {unknown && <Choice onPress={() => go('reset-phone')} text={t.resetPhone} />}
      {name === 'active' && !unknown && (
        <Choice onPress={() => go('reset-secret')} text={t.resetSecret} note={t.resetSecretNote} />
      )}
      <h2 className="text-lg">{t.other}</h2>
      <Choice onPress={() => go('notices')} text={t.notices} />
      <Choice onPress={() => go('new-phone')} text={t.newPhone} note={t.newPhoneNote} />
      {!isInstalled() && (
        <Choice onPress={() => go('install')} text={t.install} note={t.installNote} />
      )}
      <Choice onPress={() => go('loss')} text={t.loss} note={t.lossNote} />
      <Choice onPress={frame.onHelp} text={t.help} />
      <SignalSetting />
      <p className="text-center">
        <LanguageSwitch />
      </p>
      {!here && (
        <div className="mt-auto flex flex-col gap-2 border-t border-line pt-4">
          <Choice
            onPress={() => go('delete-other')}
            text={t.deleteOther}
            note={t.deleteOtherLead}
          />
        </div>
      )}
    </Screen>
  )
}
