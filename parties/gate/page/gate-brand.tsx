import { Drawing, useTexts } from '@kazashi/ui'
import { texts } from './texts.ts'

export function GateBrand() {
  const t = useTexts(texts)
  return (
    <b className="flex min-h-11 items-center gap-2 leading-snug">
      <Drawing name="phone-android" size="mark" /> {t.name}
    </b>
  )
}
