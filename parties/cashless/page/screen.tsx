/** The page of the cashless payment: the way to the gate, then the wallet. */
import { type LoginEvent, LoginScreens, type LoginState } from '@kazashi/site/page'
import { Drawing, type Flow, useTexts } from '@kazashi/ui'
import { Inside } from './inside.tsx'
import { texts } from './texts.ts'

export function Cashless({ flow }: { readonly flow: Flow<LoginState, LoginEvent> }) {
  const words = useTexts(texts)
  const brand = (
    <b className="flex min-h-11 items-center gap-2 leading-snug">
      <Drawing name="cashless" size="mark" /> {words.name}
    </b>
  )
  return (
    <LoginScreens
      flow={flow}
      brand={brand}
      drawing="cashless"
      words={words}
      inside={(onLogout) => <Inside brand={brand} onLogout={onLogout} />}
    />
  )
}
