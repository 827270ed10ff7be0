/**
 * Starts the gate's page. It sends the text of the QR code to the desk around it (and to no other page), in place of a camera.
 */
import { createFlow, MoreBelow, pageSettings, startPage } from '@kazashi/ui'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { CasesPage } from './cases.tsx'
import { performGateLogin } from './gate-api.ts'
import { gateLogin } from './login.ts'
import { Login, Start, Stopped } from './screen.tsx'

const settings = z.object({
  origins: z.object({ desk: z.url() }),
  discovery: z.url(),
  rehearses: z.boolean(),
})

/** Written into the page by the gate, of a request that it cannot lead back. */
const metaOf = (name: string): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content

const loginPath = /^\/login\/([\w-]+)$/

async function open(): Promise<void> {
  const { origins, discovery, rehearses } = settings.parse(await pageSettings())
  const framed = window.parent !== window
  const tell = (text: string | null) => {
    if (framed)
      window.parent.postMessage({ type: 'kazashi-qr', text, loggedIn: false }, origins.desk)
  }
  const show = (page: ReactNode) =>
    startPage(
      <>
        {page}
        <MoreBelow />
      </>,
      origins.desk,
    )
  const error = metaOf('oauth-error')
  const id = loginPath.exec(location.pathname)?.[1]
  if (error !== undefined)
    return show(<Stopped error={error} description={metaOf('oauth-error-description') ?? ''} />)
  if (location.pathname === '/cases' && rehearses) return show(<CasesPage />)
  if (id === undefined) return show(<Start discovery={discovery} rehearses={rehearses} />)
  const flow = createFlow(
    gateLogin,
    performGateLogin(id, (address) => location.replace(address)),
  )
  flow.subscribe(() => {
    const state = flow.state()
    tell(state.name === 'waiting' ? state.request.appUrl : null)
  })
  show(<Login flow={flow} framed={framed} />)
  flow.send({ type: 'start' })
}

// A page that the back button brings out of the browser's memory knows nothing of what came after it.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

void open()
