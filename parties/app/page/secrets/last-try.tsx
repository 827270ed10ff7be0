/** Before the last try of a secret: a box that says it was checked. Without the tick nothing is tried, and the box says so. */
import { CheckBox, defineTexts, useTexts } from '@kazashi/ui'

const texts = defineTexts({
  ja: { unconfirmed: 'よく確かめてから、このチェックを付けてください。' },
  en: { unconfirmed: 'Check it carefully, then tick this box.' },
})

/** @param words of the screen for the tick @param unconfirmed an entry came without the tick */
export function LastTry(props: {
  readonly words: string
  readonly confirmed: boolean
  readonly onChange: (confirmed: boolean) => void
  readonly unconfirmed: boolean
}) {
  const t = useTexts(texts)
  const { words, confirmed, onChange, unconfirmed } = props
  return (
    <CheckBox
      checked={confirmed}
      onChange={onChange}
      {...(unconfirmed && !confirmed ? { error: t.unconfirmed } : {})}
    >
      {words}
    </CheckBox>
  )
}

/**
 * The fault at the field; that of the last try is shown at its box.
 * @param words the words for each other fault
 */
export function errorAtField<Fault extends string>(
  words: Readonly<Record<Exclude<Fault, 'last-try-unconfirmed'>, string>>,
  fault: Fault | undefined,
): { readonly error?: string } {
  if (fault === undefined || fault === 'last-try-unconfirmed') return {}
  return { error: words[fault as Exclude<Fault, 'last-try-unconfirmed'>] }
}
