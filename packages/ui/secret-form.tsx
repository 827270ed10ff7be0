/**
 * The form of every secret: the field, the same again where one is chosen, the tries left, the tick before the last try. The
 * words and the rule of a secret come from its procedure; the button that sends the form is the screen's, by the form's id.
 */
import { type ReactNode, useId, useState } from 'react'
import { CheckBox } from './check-box.tsx'
import { CodeField } from './code-field.tsx'
import { defineTexts, useTexts } from './texts.tsx'
import { TriesLeft } from './tries-left.tsx'

const texts = defineTexts({
  ja: { unconfirmed: 'よく確かめてから、このチェックを付けてください。' },
  en: { unconfirmed: 'Check it carefully, then tick this box.' },
})

const unconfirmed = 'last-try-unconfirmed'

export interface SecretEntry {
  readonly value: string
  /** Of the field below, where there is one. */
  readonly repeated: string
  readonly lastTryConfirmed: boolean
}

export interface SecretFormProps<Fault extends string> {
  readonly id: string
  readonly kind: 'password' | 'pin'
  readonly name: string
  readonly label: string
  readonly hint: string
  /** `new`: one is chosen; `known`: one is entered. `untold`: no password manager keeps it. */
  readonly secret: 'new' | 'known' | 'untold'
  /** Whether an entry has the form of the secret: its error goes as soon as it has. */
  readonly fits: (value: string) => boolean
  /** Found in the last entry. `differs` belongs to the second field, where there is one, `last-try-unconfirmed` to the tick. */
  readonly fault: Fault | undefined
  readonly faults: Readonly<Record<Exclude<Fault, typeof unconfirmed>, string>>
  /** A second field for the same secret: the sentence above it, and its label. */
  readonly repeat?: { readonly lead: string; readonly label: string }
  readonly tries?: Parameters<typeof TriesLeft>[0]
  /** Only one try is left: the words of a tick without which it is not used. */
  readonly lastTry?: string | undefined
  /** The secret is chosen in another way: no field. */
  readonly unneeded?: boolean
  readonly children?: ReactNode
  readonly onChange?: () => void
  readonly onEnter: (entry: SecretEntry) => void
}

export function SecretForm<Fault extends string = never>(props: SecretFormProps<Fault>) {
  const { id, kind, name, fits, fault, faults, repeat, lastTry } = props
  const t = useTexts(texts)
  const lead = useId()
  const [value, setValue] = useState('')
  const [repeated, setRepeated] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  /** The entry that `fault` is about; undefined: it is as it was sent. */
  const [sent, setSent] = useState<string>()
  const change = (set: (typed: string) => void) => (typed: string) => {
    set(typed)
    setSent((before) => before ?? value)
    props.onChange?.()
  }
  const words = fault === undefined || fault === unconfirmed ? undefined : wordsOf(faults, fault)
  const ofSecond = fault === 'differs' && repeat !== undefined
  const corrected = sent !== undefined && (sent === '' ? value !== '' : fits(value))
  const common = {
    kind,
    autoComplete: ({ new: 'new-password', known: 'current-password', untold: 'off' } as const)[
      props.secret
    ],
  }
  const errorAt = (here: boolean, gone: boolean) =>
    here && !gone && words !== undefined ? { error: words } : {}
  return (
    <form
      id={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setSent(undefined)
        props.onEnter({ value, repeated, lastTryConfirmed: confirmed })
      }}
      className="flex flex-col gap-4 short:gap-3"
    >
      {props.unneeded !== true && (
        <CodeField
          {...common}
          name={name}
          label={props.label}
          hint={props.hint}
          value={value}
          onChange={change(setValue)}
          {...errorAt(!ofSecond, corrected)}
        />
      )}
      {repeat !== undefined && (
        <>
          <p id={lead} className="font-bold">
            {repeat.lead}
          </p>
          <CodeField
            {...common}
            name={`${name}-again`}
            label={repeat.label}
            describedBy={lead}
            value={repeated}
            onChange={change(setRepeated)}
            {...errorAt(ofSecond, sent !== undefined && value === repeated)}
          />
        </>
      )}
      {props.tries !== undefined && <TriesLeft {...props.tries} />}
      {lastTry !== undefined && (
        <CheckBox
          checked={confirmed}
          onChange={setConfirmed}
          {...(fault === unconfirmed && !confirmed ? { error: t.unconfirmed } : {})}
        >
          {lastTry}
        </CheckBox>
      )}
      {props.children}
    </form>
  )
}

const wordsOf = <Fault extends string>(
  faults: Readonly<Record<Exclude<Fault, typeof unconfirmed>, string>>,
  fault: Fault,
): string => faults[fault as Exclude<Fault, typeof unconfirmed>]
