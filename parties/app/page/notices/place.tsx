/** The inbox: the authority's notices to this phone, the newest first; and the push setting. */
import { Button, Icon, Screen, useLanguage, useTexts } from '@kazashi/ui'
import { useSyncExternalStore } from 'react'
import { pastText } from '../moment.ts'
import type { PlaceProps } from '../place.ts'
import { PushPart } from '../push/part.tsx'
import { texts } from './texts.ts'

export default function NoticesPlace({ device, frame, go }: PlaceProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const notices = useSyncExternalStore(device.subscribe, device.notices)
  const summary = useSyncExternalStore(device.subscribe, device.summary)
  const { platform } = device.description
  const toRegister = summary.name === 'ready' && platform === 'android'
  return (
    <Screen
      {...frame}
      onBack={frame.onLeave}
      title={t.title}
      actions={toRegister && <Button onPress={() => go('register')}>{t.toRegister}</Button>}
    >
      {notices.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className="grouped flex flex-col divide-y divide-line">
          {notices.map((notice) => (
            <li key={notice.id} className="flex gap-4 py-3">
              <Icon name="notice" tone="mt-0.5 text-accent" />
              <div className="min-w-0 flex-1">
                <p className="text-sm text-ink-soft">{pastText(notice.at, language)}</p>
                <p>{t.kinds[platform][notice.kind]}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <PushPart device={device} settable />
    </Screen>
  )
}
