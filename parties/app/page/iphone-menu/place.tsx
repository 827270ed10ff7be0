/** 3-E ②③, 3-F ①②: the menu of an iPhone. It lists only procedures that work now. */
import { Choice, isOperating, LanguageSwitch, RowGroup, Screen, useTexts } from '@kazashi/ui'
import { useSyncExternalStore } from 'react'
import { isInstalled } from '../installed/prompt.ts'
import { biometricEntry } from '../menu/entries.ts'
import { SignalSetting } from '../menu/signal-setting/screen.tsx'
import { ThemeSetting } from '../menu/theme-setting/screen.tsx'
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
      <RowGroup>
        <Choice
          icon="card"
          onPress={open}
          text={t.card}
          note={unknown ? t.unknown : t.states[name]}
        />
        {name === 'active' && !unknown && biometricEntry({ certificates }) && !isOperating() && (
          <Choice icon="nfc" onPress={() => go('hold')} text={t.hold} note={t.holdNote} />
        )}
        {name === 'active' && !unknown && (
          <Choice icon="eye" onPress={() => go('present')} text={t.present} note={t.presentNote} />
        )}
        {name === 'active' && !unknown && biometricEntry({ certificates }) && (
          <Choice
            icon="face"
            onPress={() => go('biometrics')}
            text={t.biometrics}
            note={t.biometricsNote}
          />
        )}
        {unknown && <Choice icon="reset" onPress={() => go('reset-phone')} text={t.resetPhone} />}
        {name === 'active' && !unknown && (
          <Choice
            icon="key"
            onPress={() => go('reset-secret')}
            text={t.resetSecret}
            note={t.resetSecretNote}
          />
        )}
      </RowGroup>
      <h2 className="-mb-2 pt-2 text-sm text-ink-soft">{t.other}</h2>
      <RowGroup>
        <Choice icon="notice" onPress={() => go('notices')} text={t.notices} />
        <Choice icon="history" onPress={() => go('shown')} text={t.shown} note={t.shownNote} />
        <Choice
          icon="move"
          onPress={() => go('new-phone')}
          text={t.newPhone}
          note={t.newPhoneNote}
        />
        {!isInstalled() && (
          <Choice
            icon="download"
            onPress={() => go('install')}
            text={t.install}
            note={t.installNote}
          />
        )}
        <Choice icon="call" onPress={() => go('loss')} text={t.loss} note={t.lossNote} />
        <Choice icon="help" onPress={frame.onHelp} text={t.help} />
      </RowGroup>
      <div className="grouped flex flex-col divide-y divide-line py-1">
        <SignalSetting />
        <ThemeSetting />
      </div>
      <p className="text-center">
        <LanguageSwitch />
      </p>
      {!here && (
        <div className="mt-auto pt-4">
          <RowGroup>
            <Choice
              icon="trash"
              grave
              onPress={() => go('delete-other')}
              text={t.deleteOther}
              note={t.deleteOtherLead}
            />
          </RowGroup>
        </div>
      )}
    </Screen>
  )
}
