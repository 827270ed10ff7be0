/** Starts the bank's page: the login by the gate, and behind it the accounts; or the clerk's desk (`/clerk`). */
import { login, performLogin } from '@kazashi/site/page'
import { createFlow, MoreBelow, pageSettings, startPage } from '@kazashi/ui'
import { z } from 'zod'
import { Clerk } from './clerk.tsx'
import { Bank } from './screen.tsx'

const settings = z.object({ origins: z.object({ desk: z.url() }) })

async function open(): Promise<void> {
  const { desk } = settings.parse(await pageSettings()).origins
  if (location.pathname === '/clerk')
    return startPage(
      <>
        <Clerk />
        <MoreBelow />
      </>,
      desk,
    )
  const flow = createFlow(login, performLogin)
  // The reason of a signing that came to nothing is told by the bank, inside; the login's own by the login.
  flow.send({ type: 'start' })
  startPage(
    <>
      <Bank flow={flow} />
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
