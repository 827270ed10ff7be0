/** Starts the portal's page, and sends the text of the QR code to the desk around it (and to no other page), in place of a camera. */
import { createFlow, pageSettings, startPage } from '@kazashi/ui'
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
    if (framed) window.parent.postMessage({ type: 'kazashi-qr', text }, origins.desk)
  })
  flow.send({ type: 'start' })
  startPage(<Portal flow={flow} framed={framed} />, origins.desk)
}

void open()
