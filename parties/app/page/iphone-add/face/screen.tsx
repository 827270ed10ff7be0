/** 3-C ④: the movement of the face. This is the declared substitute "practice": no camera is asked for. */
import { Button, DoneMark, Screen, useTexts } from '@kazashi/ui'
import type { Frame } from '../../frame.ts'
import { type FaceMove, faceMoves, type IphoneApplyEvent, type IphoneStateOf } from '../table.ts'
import { FacePicture } from './picture.tsx'
import { texts } from './texts.ts'

type Send = (event: IphoneApplyEvent) => void

export function IphoneFace(props: {
  state: IphoneStateOf<'face' | 'face-moving' | 'face-done'>
  send: Send
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const next = (text: string) => <Button onPress={() => send({ type: 'next' })}>{text}</Button>
  if (state.name === 'face-moving') return <Moving move={state.move} send={send} frame={frame} />
  if (state.name === 'face-done') {
    return (
      <Screen {...frame} title={t.done} actions={next(t.next)}>
        <DoneMark />
        <p role="status">{t.doneLead}</p>
        <p>{t.doneNext}</p>
      </Screen>
    )
  }
  return (
    <Screen {...frame} title={t.title} actions={next(t.start)}>
      <p>{t.lead}</p>
      <FacePicture move="front" />
      <section className="rounded-12 border-2 border-accent bg-accent-soft px-4 py-3">
        <h2 className="text-lg">{t.practiceTitle}</h2>
        <p>{t.practice}</p>
      </section>
      <section className="rounded-12 border border-line px-4 py-3">
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
      <FacePicture move={move} />
      <p className="text-center text-ink-soft">{t.practiceTitle}</p>
    </Screen>
  )
}
