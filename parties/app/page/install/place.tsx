/** 2-B, 3-B: 「ホーム画面に追加する」: the reason, and the steps; the browser's own question where it has one. */
import { Button, Screen, useTexts } from '@kazashi/ui'
import { useState, useSyncExternalStore } from 'react'
import { askToInstall, canAskToInstall, subscribeInstall } from '../installed/prompt.ts'
import type { PlaceProps } from '../place.ts'
import { texts } from './texts.ts'

export default function InstallPlace({ device, frame }: PlaceProps) {
  const t = useTexts(texts)
  const askable = useSyncExternalStore(subscribeInstall, canAskToInstall)
  const [asked, setAsked] = useState(false)
  const isIphone = device.description.platform === 'iphone'
  const add = () => {
    setAsked(true)
    void askToInstall()
  }
  return (
    <Screen
      {...frame}
      onBack={frame.onLeave}
      title={t.title}
      actions={
        askable ? (
          <Button onPress={add}>{t.add}</Button>
        ) : (
          <Button look="second" onPress={frame.onHome}>
            {t.home}
          </Button>
        )
      }
    >
      <p>{t.lead}</p>
      {window.top !== window && <p className="rounded-12 bg-warn-soft px-4 py-3">{t.frame}</p>}
      {(askable || asked) && <p role="status">{t.asked}</p>}
      <h2 className="text-lg">{askable || asked ? t.here : t.steps}</h2>
      <ol className="flex list-decimal flex-col gap-2 pl-[1.4em]">
        {(isIphone ? t.iphone : t.android).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {isIphone && <p>{t.notice}</p>}
      {isIphone && <p>{t.storage}</p>}
      <p className="text-ink-soft">{t.fee}</p>
      <p className="text-ink-soft">{isIphone ? t.oldIphone : t.old}</p>
    </Screen>
  )
}
