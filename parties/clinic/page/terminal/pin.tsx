/** Four digits, of an Android phone or of a card. They are sent to it by VERIFY, and to nobody else. */
import { Button, Icon, Keypad, SecretForm, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import type { Device } from '../wire.ts'
import type { Fault } from './fault.ts'
import { BackAction, Beside, Frame, NextStep, Note } from './frame.tsx'
import type { TerminalEvent } from './machine.ts'
import { texts } from './texts.ts'

const form = 'pin'
const isPin = (value: string): boolean => /^\d{4}$/.test(value)

export function Pin(props: {
  readonly device: Device
  readonly fault: Fault | undefined
  readonly send: (event: TerminalEvent) => void
}) {
  const { device, fault, send } = props
  const t = useTexts(texts)
  const [short, setShort] = useState(false)
  const kind = device === 'card' ? 'card' : 'android'
  const isLast = fault?.code === 'PIN_LAST' || fault?.triesLeft === 1
  const { triesLeft } = fault ?? {}
  const title = t.pinTitle[kind]
  return (
    <Frame
      name={title}
      title={title}
      onIdle={() => send({ type: 'idle' })}
      actions={
        <>
          <BackAction onPress={() => send({ type: 'back' })} />
          {kind === 'android' && (
            <Beside>
              <Button look="second" onPress={() => send({ type: 'recognised' })}>
                <Icon name="face" /> {t.recognised}
              </Button>
            </Beside>
          )}
          <NextStep>
            <Button type="submit" form={form}>
              {t.next}
            </Button>
          </NextStep>
        </>
      }
    >
      {isLast ? (
        <Note tone="warn" icon="warn">
          {t.lastTry}
        </Note>
      ) : (
        triesLeft !== undefined && (
          <Note tone="warn" icon="info">
            {t.triesLeft(triesLeft)}
          </Note>
        )
      )}
      <div className="mx-auto flex w-full max-w-xl flex-col gap-4 md:gap-6">
        <SecretForm
          id={form}
          kind="pin"
          name="pin"
          label={t.pinLabel}
          hint={t.pinHint[kind]}
          secret="untold"
          fits={isPin}
          fault={short ? 'short' : undefined}
          faults={{ short: t.pinShort }}
          onChange={() => setShort(false)}
          onEnter={({ value }) => {
            if (isPin(value)) send({ type: 'pin', pin: value })
            else setShort(true)
          }}
        />
        <Keypad form={form} />
      </div>
    </Frame>
  )
}
