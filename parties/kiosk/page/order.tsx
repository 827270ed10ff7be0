/** The certificate is chosen, and what stands on it. */
import { Button, Choice, RowGroup, Screen, useTexts } from '@kazashi/ui'
import { Options, useOrder } from './options.tsx'
import { Brand, idle, type Props, useStep, useStop } from './parts.tsx'
import { texts } from './texts.ts'

export function Choosing({ state, send }: Props<'choosing'>) {
  const t = useTexts(texts)
  const { person } = state
  return (
    <Screen
      brand={<Brand />}
      title={t.choose(person.name)}
      step={useStep(3)}
      actions={useStop(send)}
    >
      <p>{t.from(person.municipality)}</p>
      <RowGroup>
        {person.offers.map(({ type, fee, unavailable }) =>
          unavailable === undefined ? (
            <Choice
              key={type}
              icon="document"
              text={t.types[type].name}
              note={t.types[type].note}
              chip={<b>{t.yen(fee)}</b>}
              onPress={() => send({ type: 'certificate', certificate: type })}
            />
          ) : (
            <div key={type} className="py-3 text-ink-soft">
              <p className="font-bold">{t.types[type].name}</p>
              <p className="text-sm">{t.unavailable[unavailable]}</p>
            </div>
          ),
        )}
      </RowGroup>
      {idle(send)}
    </Screen>
  )
}

export function Ordering({ state, send }: Props<'options'>) {
  const t = useTexts(texts)
  const order = useOrder(state.type, state.person)
  const { name } = t.types[state.type]
  const go = () => {
    if (order.order.about.length === 0) order.setFault(true)
    else send({ type: 'order', order: order.order })
  }
  return (
    <Screen
      title={name}
      onBack={() => send({ type: 'back' })}
      step={useStep(3)}
      actions={
        <>
          <Button onPress={go}>{t.order(name, order.order.copies, t.yen(order.fee))}</Button>
          {useStop(send)}
        </>
      }
    >
      <Options {...order} />
      {idle(send)}
    </Screen>
  )
}
