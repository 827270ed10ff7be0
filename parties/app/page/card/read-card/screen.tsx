/** 2-C ⑦⑧⑨: hold the card, wait while it is read, success, 「次へ」. A failed reading is tried again in place. */
import {
  Button,
  Disclosure,
  HoldPicture,
  isOperating,
  Progress,
  Screen,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { Fault } from '../../faults/fault.tsx'
import type { Frame } from '../../frame.ts'
import { type CheckOfSigned, type ReadingState, readingStages } from '../card-steps.ts'
import { texts } from './texts.ts'

export function ReadCard(props: {
  state: ReadingState
  send: (event: { readonly type: 'again' }) => void
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const reading = state.phase === 'reading'
  const asking = state.stage === 'asking'
  const at = state.stage === undefined ? -1 : readingStages.indexOf(state.stage)
  const mustAsk = state.refusal !== undefined && state.refusal.code !== 'CARD_AWAY'
  return (
    <Screen
      {...frame}
      title={reading ? (asking ? t.asking : t.reading) : t.waiting}
      actions={mustAsk && <Button onPress={() => send({ type: 'again' })}>{t.again}</Button>}
    >
      {state.refusal !== undefined && <Fault refusal={state.refusal} />}
      <p role="status">{reading ? t[asking ? 'askingLead' : 'readingLead'] : t.waitingLead}</p>
      <HoldPicture where="middle" reading={reading} />
      {reading ? (
        <Progress
          label={t.progress}
          steps={readingStages.map((stage, index) => ({
            label: t.stages[stage],
            state:
              index < at || (at === 0 && index === 0) ? 'done' : index === at ? 'now' : 'later',
          }))}
        />
      ) : (
        <>
          <Disclosure title={t.how}>
            <ul className="list-disc pl-[1.4em]">
              {t.hints.map((hint) => (
                <li key={hint}>{hint}</li>
              ))}
            </ul>
          </Disclosure>
          {!isOperating() && <p className="text-base text-ink-soft">{t.onDesk}</p>}
        </>
      )}
    </Screen>
  )
}

export function CardWasRead(props: {
  state: { readonly check?: CheckOfSigned }
  send: (event: { readonly type: 'next' }) => void
  frame: Frame
  /** 4-B ⑧: 「同意して次へ」. */
  agreeing?: boolean
}) {
  const { state, send, frame, agreeing = false } = props
  const t = useTexts(texts)
  if (state.check === 'running') return <AskingAgain frame={frame} />
  return (
    <Screen
      {...frame}
      done
      drawing="success"
      title={t.doneTitle}
      actions={
        <Button onPress={() => send({ type: 'next' })}>{agreeing ? t.agree : t.next}</Button>
      }
    >
      <p role="status">{t.doneLead}</p>
      {agreeing && <p className="rounded-12 bg-warn-soft px-4 py-3 large:px-3">{t.agreeLead}</p>}
    </Screen>
  )
}

/** An application signed on an earlier visit is checked: it may be too old by now. */
export function AskingAgain({ frame }: { frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen {...frame} title={t.asking}>
      <Waiting>{t.askingAgain}</Waiting>
    </Screen>
  )
}
