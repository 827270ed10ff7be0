/** One of a few: the whole line of each can be pressed; an error in words stands above them. */
import { Label, Radio, RadioGroup, Text } from 'react-aria-components'

export function OptionGroup<Value extends string>(props: {
  readonly label: string
  readonly hint?: string
  readonly options: readonly (readonly [value: Value, words: string])[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly error?: string | undefined
}) {
  const { error, hint, options } = props
  return (
    <RadioGroup
      value={props.value ?? null}
      onChange={(chosen) => {
        const found = options.find(([value]) => value === chosen)
        if (found) props.onChange(found[0])
      }}
      isInvalid={error !== undefined}
      className="flex flex-col gap-1"
    >
      <Label className="font-bold">{props.label}</Label>
      {(hint ?? error) !== undefined && (
        <Text
          slot="description"
          className={`text-base ${error === undefined ? 'text-ink-soft' : 'font-bold text-bad'}`}
        >
          {error ?? hint}
        </Text>
      )}
      {options.map(([value, words]) => (
        <Radio
          key={value}
          value={value}
          className="group flex min-h-11 cursor-pointer items-center gap-3 rounded-8 py-1"
        >
          <span
            aria-hidden="true"
            className="flex size-[1.5em] shrink-0 items-center justify-center rounded-full border-2 border-edge bg-field group-data-[selected]:border-accent"
          >
            <span className="size-[0.75em] rounded-full group-data-[selected]:bg-accent forced-colors:group-data-[selected]:bg-[CanvasText]" />
          </span>
          <span>{words}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
