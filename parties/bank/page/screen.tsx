/** The bank's page: the way to the gate, then the accounts. */
import { type LoginEvent, LoginScreens, type LoginState } from '@kazashi/site/page'
import { Drawing, type Flow, useTexts } from '@kazashi/ui'
import { Inside } from './inside.tsx'
import { texts } from './texts.ts'

export function Brand() {
  const t = useTexts(texts)
  return (
    <b className="flex min-h-11 items-center gap-2 leading-snug">
      <Drawing name="bank" size="mark" /> {t.name}
    </b>
  )
}

export function Bank({ flow }: { readonly flow: Flow<LoginState, LoginEvent> }) {
  const words = useTexts(texts)
  const brand = <Brand />
  return (
    <LoginScreens
      flow={flow}
      brand={brand}
      drawing="bank"
      words={words}
      inside={(onLogout) => <Inside brand={brand} onLogout={onLogout} />}
    />
  )
}
