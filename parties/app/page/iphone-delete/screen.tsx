/** 3-E ④⑤: the card on this iPhone, 「削除」 at the bottom, the two ways, the last question. */
import { status } from '@kazashi/phone'
import {
  Button,
  CardPicture,
  Chip,
  Choice,
  Facts,
  RowGroup,
  Screen,
  useLanguage,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { useSyncExternalStore } from 'react'
import { Fault } from '../faults/fault.tsx'
import type { Refusal } from '../faults/refusal.ts'
import type { Frame } from '../frame.ts'
import { dayText } from '../moment.ts'
import type { Device } from '../phone/device.ts'
import { troubleOf, usabilityOf } from '../phone/phone-summary.ts'
import { certificateWords } from '../status/certificate-words.ts'
import { StorageNote } from '../storage-note/note.tsx'
import { SubstitutionNote } from '../substitution/note.tsx'
import type { DeleteWay, IphoneDeleteEvent } from './table.ts'
import { texts } from './texts.ts'

type Send = (event: IphoneDeleteEvent) => void

export function OnThisPhone(props: { device: Device; onDelete: () => void; frame: Frame }) {
  const { device, onDelete, frame } = props
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const { language } = useLanguage()
  const summary = useSyncExternalStore(device.subscribe, device.summary)
  const { name, certificates, holder, substituted, unknown } = summary
  if (certificates.length === 0 || unknown) {
    return (
      <Screen {...frame} title={t.title}>
        <p>{unknown ? words.unknown : t.nothing}</p>
      </Screen>
    )
  }
  const ends = Math.min(...certificates.map(({ notAfter }) => notAfter.getTime()))
  const { wallet } = status(device.phone)
  const suspended = name === 'suspended'
  const usability = usabilityOf(certificates)
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={
        <Button look="second" onPress={onDelete}>
          {t.delete}
        </Button>
      }
    >
      <p>
        <Chip tone={suspended ? 'stop' : usability === 'good' ? 'good' : 'warn'}>
          {suspended ? t.suspended : words.usable[usability]}
        </Chip>
      </p>
      <CardPicture
        title={t.title}
        name={holder}
        stopped={suspended || usability === 'over'}
        facts={[[t.until, t.untilValue(dayText(new Date(ends), language))]]}
      />
      <SubstitutionNote substituted={substituted} />
      <div className="grouped">
        <Facts
          facts={[
            ...certificates.map((one): [string, string] => [
              t[one.kind],
              words.states[troubleOf(one) ?? 'valid'],
            ]),
            ...(wallet === 'usable' || wallet === 'suspended'
              ? [[t.attributes, words.states[wallet === 'usable' ? 'valid' : 'suspended']] as const]
              : []),
            ...certificates.flatMap(({ kind, biometrics }) =>
              kind === 'authentication'
                ? [[t.biometrics, biometrics ? t.biometricsOn : t.biometricsOff] as const]
                : [],
            ),
          ]}
        />
      </div>
      <h2 className="text-lg">{t.uses}</h2>
      <ul className="flex list-disc flex-col gap-2 pl-[1.4em]">
        {t.useList.map((use) => (
          <li key={use}>{use}</li>
        ))}
      </ul>
      <StorageNote platform="iphone" />
    </Screen>
  )
}

export function Ways(props: {
  refusal: Refusal | undefined
  onChoose: (way: DeleteWay) => void
  frame: Frame
}) {
  const { refusal, onChoose, frame } = props
  const t = useTexts(texts)
  // With a locked password only the card is left.
  const ways = refusal === undefined ? (['phone', 'card'] as const) : (['card'] as const)
  return (
    <Screen {...frame} title={t.waysTitle}>
      {refusal === undefined ? <p>{t.waysLead}</p> : <Fault refusal={refusal} />}
      <RowGroup>
        {ways.map((way) => (
          <Choice
            key={way}
            icon={way}
            text={t.ways[way]}
            note={t.wayNotes[way]}
            onPress={() => onChoose(way)}
          />
        ))}
      </RowGroup>
    </Screen>
  )
}

export function Sure({ send, frame }: { send: Send; frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.sureTitle}
      actions={
        <>
          <Button look="danger" onPress={() => send({ type: 'sure' })}>
            {t.sure}
          </Button>
          <Button look="second" onPress={frame.onHome}>
            {t.not}
          </Button>
        </>
      }
    >
      <p>{t.sureLead}</p>
      <ul className="flex list-disc flex-col gap-2 rounded-12 bg-warn-soft py-3 pr-4 pl-[calc(1.4em+12px)] font-bold">
        {t.sureList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t.sureKeeps}</p>
    </Screen>
  )
}

export function Checking({ frame }: { frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen {...frame} title={t.checking}>
      <Waiting>{t.checkingLead}</Waiting>
    </Screen>
  )
}

export function Deleting(props: { refusal: Refusal | undefined; send: Send; frame: Frame }) {
  const { refusal, send, frame } = props
  const t = useTexts(texts)
  if (refusal !== undefined) {
    return (
      <Screen
        {...frame}
        title={t.notYet}
        actions={
          <>
            <Button onPress={() => send({ type: 'again' })}>{t.again}</Button>
            <Button look="second" onPress={frame.onHome}>
              {t.home}
            </Button>
          </>
        }
      >
        <Fault refusal={refusal} />
      </Screen>
    )
  }
  return (
    <Screen {...frame} title={t.deleting}>
      <Waiting>{t.deletingLead}</Waiting>
    </Screen>
  )
}
