/**
 * Starts the portal's page, or that of the direct way (`/direct`). The portal's tells the desk around it (and no other page) whether
 * somebody is logged in; it shows no code of its own.
 */
import { login, performLogin } from '@kazashi/site/page'
import { createFlow, MoreBelow, pageSettings, startPage } from '@kazashi/ui'
import { z } from 'zod'
import { performDirectLogin } from './direct/api.ts'
import { directLogin } from './direct/login.ts'
import { DirectPortal } from './direct/screen.tsx'
import { Portal } from './screen.tsx'

const settings = z.object({ origins: z.object({ desk: z.url() }) })

function openPortal(desk: string) {
  const flow = createFlow(login, performLogin)
  if (window.parent !== window)
    flow.subscribe(() => {
      const { name } = flow.state()
      const loggedIn = name === 'in' || name === 'leaving'
      window.parent.postMessage({ type: 'kazashi-qr', text: null, loggedIn }, desk)
    })
  flow.send({ type: 'start' })
  return <Portal flow={flow} />
}

function openDirect() {
  const flow = createFlow(directLogin, performDirectLogin)
  flow.send({ type: 'start' })
  return <DirectPortal flow={flow} />
}

async function open(): Promise<void> {
  const { desk } = settings.parse(await pageSettings()).origins
  const isDirect = location.pathname === '/direct'
  startPage(
    <>
      {isDirect ? openDirect() : openPortal(desk)}
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
