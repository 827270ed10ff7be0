/** Starts a page: language, and the one place where a page is put into its document. */
import { type ReactNode, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { noteSandbox } from './operating.ts'
import { firstLanguage, LanguageProvider } from './texts.tsx'
import { followTrace } from './trace.ts'

/** The part after `#` in the address: never sent to a server, so it may carry a reader's token. */
export const fragment = (): URLSearchParams => new URLSearchParams(location.hash.slice(1))

let root: Root | undefined

/** Shows a page in place of the one before. @param deskOrigin the one page that may say, by a message, which language is to be shown */
export function startPage(page: ReactNode, deskOrigin?: string): void {
  const place = document.getElementById('page')
  if (place === null) return
  root ??= createRoot(place)
  root.render(
    <StrictMode>
      <LanguageProvider first={firstLanguage(fragment())} followed={deskOrigin}>
        {page}
      </LanguageProvider>
    </StrictMode>,
  )
}

/** The settings that a party's server gives its page (`/config.json`). @throws TypeError when it cannot be reached */
export async function pageSettings(): Promise<unknown> {
  const answer = await fetch('/config.json')
  const settings: unknown = await answer.json()
  noteSandbox(settings)
  await followTrace(settings)
  return settings
}
