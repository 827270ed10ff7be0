/** Fetches the contents of the desk, then shows them. */
import { defineTexts, Screen, startPage, useTexts } from '@kazashi/ui'
import { connectBox, readOrigins } from './box.ts'
import { Desk } from './desk.tsx'

const texts = defineTexts({
  ja: {
    title: '開けませんでした',
    lead: 'かざしが動いているか確かめて、このページを読み込み直してください。',
  },
  en: {
    title: 'The page could not be opened',
    lead: 'Check that Kazashi is running, then load this page again.',
  },
})

function Closed() {
  const t = useTexts(texts)
  return (
    <Screen title={t.title}>
      <p role="alert">{t.lead}</p>
    </Screen>
  )
}

async function open(): Promise<void> {
  const origins = await readOrigins()
  const box = connectBox(origins)
  const [reader, cards] = await Promise.all([box.newReader(), box.cards()])
  startPage(<Desk origins={origins} box={box} reader={reader} cards={cards} />)
}

open().catch(() => startPage(<Closed />))
