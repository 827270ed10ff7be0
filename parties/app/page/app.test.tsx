/** The app around its places: where 「< 戻る」 leads. */
import { LanguageProvider } from '@kazashi/ui'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { App } from './app.tsx'
import { emptySummary, type PhoneSummary } from './phone/phone-summary.ts'
import { someCertificate, someDevice } from './test-screen.tsx'

afterEach(() => history.replaceState(null, ''))

const inUse: Partial<PhoneSummary> = {
  name: 'active',
  certificates: [someCertificate('signing'), someCertificate('authentication')],
}

async function open(summary: Partial<PhoneSummary>) {
  const device = await someDevice({ summary })
  const now = () => new Date('2026-11-23T01:00:00.000Z')
  render(
    <LanguageProvider first="ja">
      <App
        description={device.description}
        kept={{ ...emptySummary, ...summary }}
        opening={Promise.resolve(device)}
        clock={{ now, sync: async () => undefined, onTime: () => undefined }}
        network={device.network}
        line={{
          onClock: () => () => undefined,
          onErase: () => () => undefined,
          onLine: () => () => undefined,
          tell: () => undefined,
          pace: () => 'at-once',
        }}
      />
    </LanguageProvider>,
  )
  const press = async (name: RegExp) => userEvent.click(await screen.findByRole('button', { name }))
  // The code of a procedure is loaded when it is opened, which takes its time on a busy machine.
  const at = (title: string) =>
    expect.poll(() => screen.queryByRole('heading', { level: 1 })?.textContent).toBe(title)
  return { press, at }
}

test('1-D back leads to where a place was opened: to the menu from the menu, to home from home', async () => {
  const { press, at } = await open(inUse)
  await press(/くわしい状態を見る/)
  await at('このスマホの状態')
  await press(/戻る/)
  await at('このスマホのカード')
  await press(/メニュー/)
  await at('メニュー')
  await press(/状態/)
  await at('このスマホの状態')
  await press(/戻る/)
  await at('メニュー')
  await press(/失効/)
  await at('スマホ用電子証明書の失効')
  await press(/戻る/)
  await at('メニュー')
  await press(/戻る/)
  await at('このスマホのカード')
})
