/** Digits to be pressed on the screen of a machine: they are typed into the form's field, which a keyboard reaches as well. */
import { Button } from 'react-aria-components'
import { Icon } from './icon.tsx'
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: { erase: '消す', digits: '数字' },
  en: { erase: 'Erase', digits: 'Digits' },
})

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Sets the value as typing would: React listens to the event, not to the property. */
function type(form: string, change: (value: string) => string): void {
  const input = document.querySelector<HTMLInputElement>(`#${form} input`)
  if (input === null) return
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  set?.call(input, change(input.value))
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** @param props.form id of the form that has the one field */
export function Keypad({ form }: { readonly form: string }) {
  const t = useTexts(texts)
  const key = (digit: string) => (
    <Button
      key={digit}
      onPress={() => type(form, (value) => value + digit)}
      className="min-h-14 cursor-pointer rounded-12 border-2 border-line bg-ground text-2xl font-bold hover:bg-accent-soft md:min-h-28! md:text-[2.75rem]!"
    >
      {digit}
    </Button>
  )
  return (
    <fieldset aria-label={t.digits} className="grid grid-cols-3 gap-3 md:gap-4">
      {digits.map(key)}
      <Button
        onPress={() => type(form, (value) => value.slice(0, -1))}
        className="flex min-h-14 cursor-pointer items-center justify-center gap-2 rounded-12 font-bold text-accent hover:bg-accent-soft"
      >
        <Icon name="back" size="sign" /> {t.erase}
      </Button>
      {key('0')}
    </fieldset>
  )
}
