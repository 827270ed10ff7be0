/** Starts the page of the cashless payment: the login by the gate, and behind it the wallet. */
import { login, performLogin } from '@kazashi/site/page'
import { createFlow, MoreBelow, pageSettings, startPage } from '@kazashi/ui'
import { z } from 'zod'
import { Cashless } from './screen.tsx'

const settings = z.object({ origins: z.object({ desk: z.url() }) })

async function open(): Promise<void> {
  const { desk } = settings.parse(await pageSettings()).origins
  const flow = createFlow(login, performLogin)
  flow.send({ type: 'start' })
  startPage(
    <>
      <Cashless flow={flow} />
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
