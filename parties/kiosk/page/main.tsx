/** Starts the kiosk's page, or that which checks papers (`/check`). Whatever visit a page before had left is ended first. */
import { createFlow, fragment, MoreBelow, pageSettings, startPage } from '@kazashi/ui'
import { z } from 'zod'
import { api } from './api.ts'
import { Check } from './check/screen.tsx'
import { kiosk } from './kiosk.ts'
import { performKiosk } from './perform.ts'
import { Kiosk } from './screen.tsx'

const settings = z.object({ origins: z.object({ desk: z.url() }) })

/** Milliseconds that the last screen stays for the next person. */
const endStays = 15_000

function openKiosk() {
  const flow = createFlow(kiosk, performKiosk(fragment().get('reader') ?? undefined))
  let timer: ReturnType<typeof setTimeout> | undefined
  flow.subscribe(() => {
    clearTimeout(timer)
    const { name } = flow.state()
    if (name === 'ended' || name === 'refused')
      timer = setTimeout(() => flow.send({ type: 'look' }), name === 'ended' ? endStays : 60_000)
  })
  void api
    .end()
    .catch(() => undefined)
    .finally(() => flow.send({ type: 'look' }))
  return <Kiosk flow={flow} />
}

async function open(): Promise<void> {
  const { desk } = settings.parse(await pageSettings()).origins
  const page = location.pathname === '/check' ? <Check /> : openKiosk()
  startPage(
    <>
      {page}
      <MoreBelow />
    </>,
    desk,
  )
}

// A page that the back button brings out of the browser's memory knows nothing of what came after it.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

void open()
