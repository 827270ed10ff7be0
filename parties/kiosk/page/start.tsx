/** The start of a visit: what is held to the kiosk, and the panel of the staff. */
import {
  Button,
  ButtonLink,
  Choice,
  Disclosure,
  Drawing,
  Icon,
  Panel,
  Screen,
  useTexts,
} from '@kazashi/ui'
import { carriers } from './kiosk.ts'
import { Brand, type Props, pictures, type Send, useStep } from './parts.tsx'
import { texts } from './texts.ts'

export function Start({ state, send }: Props<'start'>) {
  const t = useTexts(texts)
  const { status } = state
  return (
    <Screen brand={<Brand />} title={t.start} step={useStep(1)}>
      {!status.paper && (
        <div role="status">
          <Panel tone="warn">{t.noPaper}</Panel>
        </div>
      )}
      {carriers.map((carrier) => (
        <div
          key={carrier}
          className="flex items-center gap-4 rounded-12 bg-surface px-4 py-2 kiosk:gap-8 kiosk:px-8 kiosk:py-12 kiosk:[&>svg]:size-[5.5rem]"
        >
          <Drawing name={pictures[carrier]} size="beside" />
          <div className="min-w-0 flex-1">
            <Choice
              text={t.carriers[carrier].name}
              note={t.carriers[carrier].note}
              onPress={() => send({ type: 'carrier', carrier })}
            />
          </div>
        </div>
      ))}
      <p className="flex gap-2 text-base text-ink-soft">
        <Icon name="clock" /> {t.hours}
      </p>
      <p>
        <ButtonLink href="/check">{t.check}</ButtonLink>
      </p>
      {status.sandbox && <Staff paper={status.paper} send={send} />}
    </Screen>
  )
}

export function Staff({ paper, send }: { readonly paper: boolean; readonly send: Send }) {
  const t = useTexts(texts)
  return (
    <Disclosure title={t.staff}>
      <Button look="small" onPress={() => send({ type: 'staff', paper: !paper })}>
        {paper ? t.paperOut : t.paperIn}
      </Button>
    </Disclosure>
  )
}
