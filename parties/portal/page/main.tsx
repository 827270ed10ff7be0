/**
 * Starts the portal's page. It sends the text of the QR code to the desk around it (and to no other page), in place of a camera, and
 * whether somebody is logged in.
 */
import { createFlow, MoreBelow, pageSettings, startPage } from '@kazashi/ui'
import { z } from 'zod'
import { loginSession } from './login-session.ts'
import { Portal } from './portal.tsx'
import { performLoginSession } from './portal-api.ts'

const settings = z.object({ origins: z.object({ desk: z.url() }) })

async function open(): Promise<void> {
  const { origins } = settings.parse(await pageSettings())
  const framed = window.parent !== window
  const flow = createFlow(loginSession, performLoginSession)
  flow.subscribe(() => {
    const state = flow.state()
    const text = state.name === 'waiting' ? state.request.appUrl : null
    const loggedIn = state.name === 'in' || state.name === 'leaving'
    if (framed) window.parent.postMessage({ type: 'kazashi-qr', text, loggedIn }, origins.desk)
  })
  flow.send({ type: 'start' })
  startPage(
    <>
      <Portal flow={flow} framed={framed} />
      <MoreBelow />
    </>,
    origins.desk,
  )
}

// A page that the back button brings out of the browser's memory knows nothing of what came after it.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

void open()
