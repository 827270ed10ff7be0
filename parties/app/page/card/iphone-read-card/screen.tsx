/** 3-C ⑦⑧, 3-E, 3-F ④: the card at the iPhone. A failed reading is tried again in place. */
import {
  Button,
  Disclosure,
  HoldPicture,
  isOperating,
  Progress,
  Screen,
  Spinner,
  useTexts,
} from '@kazashi/ui'
import { Fault } from '../../faults/fault.tsx'
import type { Refusal } from '../../faults/refusal.ts'
import type { Frame } from '../../frame.ts'
import { type IphoneReadingStage, iphoneReadingStages } from './stages.ts'
import { texts } from './texts.ts'

export function IphoneReadCard(props: {
  /** start: before 「読み取り開始」 (3-F); waiting: for the card; reading: it is there. */
  readonly phase: 'start' | 'waiting' | 'reading'
  /** Progress of 3-C; undefined: a procedure that needs the signature only. */
  readonly stage?: IphoneReadingStage | undefined
  readonly refusal?: Refusal | undefined
  readonly onStart: () => void
  readonly frame: Frame
}) {
  const { phase, stage, refusal, onStart, frame } = props
  const t = useTexts(texts)
  const reading = phase === 'reading'
  const stopped = refusal !== undefined && refusal.code !== 'CARD_AWAY'
  const start = phase === 'start' || stopped
  return (
    <Screen
      {...frame}
      title={reading ? (stage === 'asking' ? t.asking : t.reading) : t.title}
      actions={
        start &&
        !reading && <Button onPress={onStart}>{phase === 'start' ? t.start : t.again}</Button>
      }
    >
      {refusal !== undefined && <Fault refusal={refusal} />}
      <p role="status">
        {reading && stage === 'asking' && t.askingLead}
        {reading && stage !== undefined && stage !== 'asking' && t.readingLead}
        {reading && stage === undefined && t.sending}
        {!reading && t.lead}
      </p>
      <HoldPicture where="top" reading={reading} />
      {reading && stage !== undefined && <Stages stage={stage} />}
      {reading && stage === undefined && (
        <p className="flex justify-center">
          <Spinner large />
        </p>
      )}
      {!reading && (
        <>
          {!start && <p className="font-bold">{t.wait}</p>}
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

function Stages({ stage }: { stage: IphoneReadingStage }) {
  const t = useTexts(texts)
  const at = iphoneReadingStages.indexOf(stage)
  const stateOf = (index: number) => {
    if (index < at || (at === 0 && index === 0)) return 'done'
    return index === at ? 'now' : 'later'
  }
  return (
    <Progress
      label={t.progress}
      steps={iphoneReadingStages.map((one, index) => ({
        label: t.stages[one],
        state: stateOf(index),
      }))}
    />
  )
}

export function IphoneCardWasRead({ onNext, frame }: { onNext: () => void; frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      done
      drawing="success"
      title={t.doneTitle}
      actions={<Button onPress={onNext}>{t.next}</Button>}
    >
      <p role="status">{t.doneLead}</p>
    </Screen>
  )
}
