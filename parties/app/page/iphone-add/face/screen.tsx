/** 3-C ④: the movement of the face: explained, the ways to record it, and the declared substitute "practice", in which nothing is recorded. */
import { Button, Choice, Drawing, RowGroup, Screen, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { Fault } from '../../faults/fault.tsx'
import type { Frame } from '../../frame.ts'
import type { Device } from '../../phone/device.ts'
import { type FaceMove, faceMoves, type IphoneApplyEvent, type IphoneStateOf } from '../table.ts'
import { type People, peopleOfSeat } from './people.ts'
import { ChoosePerson, Recording } from './recording.tsx'
import { recordingTexts } from './recording-texts.ts'
import { texts } from './texts.ts'

/** The face in its frame, turned as the screen directs, seen as in a mirror. */
const Face = ({ move }: { readonly move: FaceMove }) => (
  <p className="flex justify-center">
    <Drawing name={`face-${move}`} size="large" />
  </p>
)

type Send = (event: IphoneApplyEvent) => void

export function IphoneFace(props: {
  device: Pick<Device, 'phone' | 'readerUrl' | 'fetch'>
  state: IphoneStateOf<'face' | 'face-person' | 'face-recording' | 'face-moving' | 'face-done'>
  send: Send
  frame: Frame
}) {
  const { device, state, send, frame } = props
  const t = useTexts(texts)
  const next = (text: string) => <Button onPress={() => send({ type: 'next' })}>{text}</Button>
  if (state.name === 'face-moving') return <Moving move={state.move} send={send} frame={frame} />
  if (state.name === 'face-person') return <Choosing device={device} send={send} frame={frame} />
  if (state.name === 'face-recording') {
    return <Recording device={device} source={state.source} send={send} frame={frame} />
  }
  if (state.name === 'face-done') {
    return (
      <Screen {...frame} done drawing="success" title={t.done} actions={next(t.next)}>
        <p role="status">{t.doneLeads[state.method ?? 'unsaid']}</p>
        <p>{t.doneNext}</p>
      </Screen>
    )
  }
  return (
    <Screen {...frame} title={t.title} actions={next(t.start)}>
      {state.refusal !== undefined && <Fault refusal={state.refusal} />}
      <p>{t.lead}</p>
      <Face move="front" />
      <section className="rounded-12 bg-accent-soft px-4 py-3">
        <h2 className="text-lg">{t.practiceTitle}</h2>
        <p>{t.practice}</p>
      </section>
      <RowGroup>
        <Choice
          icon="person"
          text={t.withPerson}
          note={t.withPersonNote}
          onPress={() => send({ type: 'choose-person' })}
        />
        <Choice
          icon="face"
          text={t.withCamera}
          note={t.withCameraNote}
          onPress={() => send({ type: 'record', source: { name: 'camera' } })}
        />
      </RowGroup>
      <section className="grouped py-3">
        <h2 className="text-lg">{t.camera}</h2>
        <p>{t.cameraText}</p>
        <p className="mt-2">{t.cameraDenied}</p>
      </section>
    </Screen>
  )
}

function Moving({ move, send, frame }: { move: FaceMove; send: Send; frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.moves[move]}
      actions={<Button onPress={() => send({ type: 'next' })}>{t.moved}</Button>}
    >
      <p role="status">{t.count(faceMoves.indexOf(move) + 1, faceMoves.length)}</p>
      <Face move={move} />
      <p className="text-center text-ink-soft">{t.practiceTitle}</p>
    </Screen>
  )
}

interface ChoosingProps {
  readonly device: Pick<Device, 'readerUrl' | 'fetch'>
  readonly send: Send
  readonly frame: Frame
}

function Choosing({ device, send, frame }: ChoosingProps) {
  const t = useTexts(recordingTexts)
  const [people, setPeople] = useState<People | 'failed'>()
  useEffect(() => {
    peopleOfSeat(device).then(setPeople, () => setPeople('failed'))
  }, [device])
  return (
    <ChoosePerson
      failed={people === 'failed'}
      people={
        people === 'failed'
          ? undefined
          : people?.map((person) => ({
              name: person.name,
              note: t.born(person.birthDate),
              onChoose: () => send({ type: 'record', source: { name: 'practice-person', person } }),
            }))
      }
      onOther={() => send({ type: 'back' })}
      frame={frame}
    />
  )
}
