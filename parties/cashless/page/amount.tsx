/** An amount of yen: digits in any width, and a few to choose from. */
import { Button, TextLine, useTexts } from '@kazashi/ui'
import { texts } from './texts.ts'

/** undefined: no whole number of yen above 0 */
export function amountOf(text: string): number | undefined {
  const digits = text.normalize('NFKC').replaceAll(/[\s,円]/g, '')
  return /^[1-9]\d{0,6}$/.test(digits) ? Number(digits) : undefined
}

export function Amount(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly tried: boolean
  readonly some: readonly number[]
}) {
  const t = useTexts(texts)
  const { value, onChange } = props
  return (
    <>
      <TextLine
        name="amount"
        label={props.label}
        hint={t.amountHint}
        type="tel"
        autoComplete="off"
        value={value}
        onChange={onChange}
        error={props.tried && amountOf(value) === undefined ? t.missing.amount : undefined}
      />
      <div className="grid grid-cols-2 gap-2">
        {props.some.map((yen) => (
          <Button
            key={yen}
            look="choice"
            pressed={amountOf(value) === yen}
            onPress={() => onChange(String(yen))}
          >
            {t.yen(yen)}
          </Button>
        ))}
      </div>
    </>
  )
}
