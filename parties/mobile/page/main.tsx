/** Starts the tablet's page, or the list of the staff (`/staff`). Whatever visit a page before had left is ended first. */
import {
  createFlow,
  fragment,
  type Language,
  MoreBelow,
  pageSettings,
  startPage,
} from '@kazashi/ui'
import { z } from 'zod'
import { api } from './api.ts'
import { counter } from './counter.ts'
import { performCounter } from './perform.ts'
import { Tablet } from './screen.tsx'
import { Staff } from './staff.tsx'

const settings = z.object({ origins: z.object({ desk: z.url() }) })

/** Milliseconds that the last screen stays for the next customer. */
const endStays = 20_000

const languageNow = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'ja')

function openTablet() {
  const reader = fragment().get('reader') ?? undefined
  const flow = createFlow(counter, performCounter(reader, languageNow))
  let timer: ReturnType<typeof setTimeout> | undefined
  flow.subscribe(() => {
    clearTimeout(timer)
    if (flow.state().name === 'ended')
      timer = setTimeout(() => flow.send({ type: 'back' }), endStays)
  })
  return <Tablet flow={flow} />
}

async function open(): Promise<void> {
  const { desk } = settings.parse(await pageSettings()).origins
  if (location.pathname !== '/staff') await api.end().catch(() => undefined)
  startPage(
    <>
      {location.pathname === '/staff' ? <Staff /> : openTablet()}
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
