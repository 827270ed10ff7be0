/** Starts a page of the clinic: the face terminal, or the reception's desk (`/reception`). */
import { createFlow, fragment, pageSettings, startPage } from '@kazashi/ui'
import { z } from 'zod'
import { Reception } from './reception/reception.tsx'
import { terminal } from './terminal/machine.ts'
import { performTerminal } from './terminal/perform.ts'
import { terminalReader } from './terminal/reader.ts'
import { Terminal } from './terminal/terminal.tsx'

const settings = z.object({ origins: z.object({ desk: z.url() }) })

async function open(): Promise<void> {
  const { desk } = settings.parse(await pageSettings()).origins
  if (location.pathname === '/reception') return startPage(<Reception />, desk)
  const reader = terminalReader(fragment().get('reader') ?? undefined)
  const flow = createFlow(terminal, performTerminal(reader))
  startPage(<Terminal flow={flow} reader={reader} />, desk)
  flow.send({ type: 'start' })
}

// A page that the back button brings out of the browser's memory shows nobody's visit.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

void open()
