/** The portal's name, as both of its pages have it. */
import { Drawing, useTexts } from '@kazashi/ui'
import { texts } from './texts.ts'

export function Brand() {
  const t = useTexts(texts)
  return (
    <b className="flex min-h-11 items-center gap-2 leading-snug">
      <Drawing name="portal" size="mark" /> {t.name}
    </b>
  )
}
