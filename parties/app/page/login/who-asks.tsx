/**
 * 1-B①: the site that asks, and the code on its screen. Typed here, it says which screen is to be logged in: a stranger who sends a
 * link has another screen. A site that opened the app on this phone is gone back to, and needs no code.
 */
import { Button, CheckBox, Icon, Screen, useComposed, useTexts } from '@kazashi/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { useToldUntilTyped } from '../secrets/told-until-typed.ts'
import { Titles } from './documents.tsx'
import { passwordTexts } from './password-texts.ts'
import { signTexts } from './sign-texts.ts'
import type { LoginEvent, LoginState } from './table.ts'
import { whoTexts } from './who-texts.ts'

/** Longer than the code: a PIN that was typed by mistake is seen as such, and told. */
const longest = 6

/** Digits as people type them, full-width ones too. */
const digitsIn = (typed: string): string =>
  typed.normalize('NFKC').replaceAll(/\D/g, '').slice(0, longest)

export function WhoAsks(props: {
  readonly state: Extract<LoginState, { name: 'asked' }>
  readonly send: (event: LoginEvent) => void
  readonly frame: Frame
  readonly cameByLink: boolean
}) {
  const { state, send, frame } = props
  const t = useTexts(whoTexts)
  const form = useId()
  const [byLink, setByLink] = useState(props.cameByLink)
  const [code, setCode] = useState(state.code ?? '')
  const [typed, setTyped] = useState(false)
  const { told, onChange } = useToldUntilTyped(state.refusal)
  const { asked } = state
  const { claims = [], optional = [], documents = [] } = asked
  const needed = claims.filter((one) => !optional.includes(one))
  const [chosen, setChosen] = useState(state.chosen ?? [])
  const sign = useTexts(signTexts)
  const given = useTexts(passwordTexts)
  return (
    <Screen
      {...frame}
      title={documents.length > 0 ? sign.who : t.title}
      actions={
        <>
          <Button type="submit" form={form}>
            {t.next}
          </Button>
          <Button look="second" onPress={() => send({ type: 'decline' })}>
            {t.decline}
          </Button>
        </>
      }
    >
      {told !== undefined && <Fault refusal={told} />}
      <dl className="grouped grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 py-2">
        <Line name={t.who} value={asked.relyingParty} />
        <Line name={t.purpose} value={asked.purpose} />
        <Line name={t.site} value={new URL(asked.audience).host} />
        {needed.length > 0 && (
          <Line
            name={t.claims}
            value={needed.map((one) => given.claims[one]).join(given.between)}
          />
        )}
      </dl>
      {documents.length > 0 && <Titles documents={documents} />}
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTyped(false)
          send({
            type: 'agree',
            ...(!byLink && { code }),
            ...(optional.length > 0 && { chosen }),
          })
        }}
      >
        {optional.length > 0 && (
          <fieldset className="mb-4">
            <legend className="pb-1 font-bold">
              {documents.length > 0 ? sign.optional : t.optional}
            </legend>
            {optional.map((one) => (
              <CheckBox
                key={one}
                checked={chosen.includes(one)}
                onChange={(isChosen) =>
                  setChosen(
                    optional.filter((each) => (each === one ? isChosen : chosen.includes(each))),
                  )
                }
              >
                {given.claims[one]}
              </CheckBox>
            ))}
          </fieldset>
        )}
        {!byLink && (
          <Code
            value={code}
            onChange={(digits) => {
              setCode(digits)
              setTyped(true)
              onChange()
            }}
            wrong={state.fault !== undefined && !typed}
          />
        )}
      </form>
      {needed.length + chosen.length + documents.length > 0 && <p>{t.bothSecrets}</p>}
      <p className="text-ink-soft">{byLink ? t.here : t.whose}</p>
      {byLink && (
        <Button look="plain" onPress={() => setByLink(false)}>
          {t.elsewhere}
        </Button>
      )}
    </Screen>
  )
}

function Code(props: {
  readonly value: string
  readonly onChange: (code: string) => void
  readonly wrong: boolean
}) {
  const t = useTexts(whoTexts)
  const input = useRef<HTMLInputElement>(null)
  const onTyped = (typed: string) => props.onChange(digitsIn(typed))
  const onChange = useComposed(input, onTyped, props.onChange)
  useEffect(() => {
    if (props.wrong) input.current?.focus() // brings the field and its error into view
  }, [props.wrong])
  return (
    <TextField
      name="login-code"
      inputMode="numeric"
      autoComplete="off"
      value={props.value}
      isInvalid={props.wrong}
      onChange={onChange}
      className="flex flex-col items-center gap-1 rounded-12 bg-accent-soft px-4 py-3"
    >
      <Label className="font-bold">{t.code}</Label>
      <Text slot="description" className="text-center">
        {t.codeLead}
      </Text>
      <Input
        ref={input}
        className="min-h-14 w-32 rounded-8 border-2 border-edge bg-field px-3 text-center font-mono text-3xl font-bold tracking-widest data-[invalid]:border-bad"
      />
      <FieldError className="flex gap-2 font-bold text-bad">
        <Icon name="error" size="sign" tone="mt-1.5" />
        <span>{t.form}</span>
      </FieldError>
    </TextField>
  )
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="font-bold">{value}</dd>
    </div>
  )
}
