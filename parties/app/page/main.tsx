/** Shows the phone's last summary, and opens the phone itself meanwhile; if it cannot be opened, the reason is shown. */
import { Button, fragment, Panel, Screen, startPage, useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import { App, Closed } from './app.tsx'
import { DeskAddress } from './faults/fault.tsx'
import { refusalOf } from './faults/refusal.ts'
import { keepInstallPrompt } from './installed/prompt.ts'
import { machineClock, sandboxClock } from './phone/clock.ts'
import { erasePhoneDatabase, openPhoneDatabase, readDevice, readSummary } from './phone/database.ts'
import { deskLine } from './phone/desk-line.ts'
import { watchNetwork } from './phone/network.ts'
import { holdPhone } from './phone/one-window.ts'
import { emptySummary } from './phone/phone-summary.ts'
import { databaseName, describeDevice, paceOf } from './phone/platform.ts'
import { readSettings } from './phone/settings.ts'
import { elsewhereTexts, goneTexts } from './texts.ts'

/** Another window has the phone. */
function Elsewhere({ onHere }: { onHere: () => void }) {
  const t = useTexts(elsewhereTexts)
  return (
    <Screen title={t.title} actions={<Button onPress={onHere}>{t.here}</Button>}>
      <p role="status">{t.lead}</p>
    </Screen>
  )
}

/** The browser has nothing of the phone any more. What the page still has in memory must not be written back: the phone begins anew. */
function Gone({ onAnew }: { onAnew: () => void }) {
  const t = useTexts(goneTexts)
  return (
    <Screen title={t.title} actions={<Button onPress={onAnew}>{t.anew}</Button>}>
      <p role="status">{t.lead}</p>
      <Panel tone="info" title={t.next}>
        <ul className="list-disc pl-[1.25em]">
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Panel>
    </Screen>
  )
}

/** Goes away by itself: the phone is opened once the other windows are closed. */
const showBlocked = () => startPage(<Closed refusal={{ code: 'STORE_BLOCKED' }} />)

async function open(steal = false): Promise<void> {
  const hash = fragment()
  const name = databaseName(hash)
  const loading = import('./phone/device.ts')
  const ended = new AbortController()
  const reload = () => location.reload()
  let release = () => {}
  /** This window has no phone any more: another one may have it. */
  const over = (page: ReactNode) => () => {
    ended.abort()
    release()
    startPage(page)
  }
  const onLost = over(<Elsewhere onHere={reload} />)
  const onGone = over(<Gone onAnew={reload} />)
  const [settings, database] = await Promise.all([
    readSettings(),
    openPhoneDatabase(name, { onBlocked: showBlocked, onLost, onGone }).catch(() => undefined),
  ])
  const line = deskLine(window, settings.origins.desk, paceOf(hash))
  line.onErase(() => erasePhoneDatabase(name, database))
  // Only a phone that can be opened is taken from another window.
  const hold = await holdPhone(name, steal)
  release = hold.release
  const { desk, authority } = settings.origins
  const show = (page: Parameters<typeof startPage>[0]) => startPage(page, desk)
  const elsewhere = () => show(<Elsewhere onHere={() => start(true)} />)
  if (!hold.mine) return elsewhere()
  void hold.taken.then(() => {
    ended.abort()
    elsewhere()
  })

  const network = watchNetwork(window)
  line.onLine(network.cut)
  const clock = settings.sandbox ? sandboxClock(authority, network.watched) : machineClock
  const kept = database && (await readSummary(database))
  const stored = database && (await readDevice(database))
  const description = describeDevice(hash, navigator.userAgent, stored)
  // The look of the one or the other kind of phone (theme.css).
  document.documentElement.dataset['face'] = description.platform
  const readerUrl = hash.get('reader')
  const opening = Promise.all([loading, clock.sync()]).then(([{ openDevice }]) =>
    openDevice({
      settings,
      description,
      database,
      clock,
      network,
      readerUrl,
      pace: line.pace,
      ended: ended.signal,
    }),
  )
  show(
    <DeskAddress value={desk}>
      <App
        description={description}
        kept={kept ?? emptySummary}
        opening={opening}
        clock={clock}
        network={network}
        line={line}
      />
    </DeskAddress>,
  )
}

function start(steal = false): void {
  open(steal).catch((thrown: unknown) => {
    startPage(<Closed refusal={refusalOf(thrown)} onAgain={() => start(steal)} />)
  })
}

keepInstallPrompt()
start()
