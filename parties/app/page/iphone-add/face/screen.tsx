/** 3-C ④: the movement of the face. This is the declared substitute "practice": no camera is asked for. */
import { Button, Drawing, Screen, useTexts } from '@kazashi/ui'
import type { Frame } from '../../frame.ts'
import { type FaceMove, faceMoves, type IphoneApplyEvent, type IphoneStateOf } from '../table.ts'
import { texts } from './texts.ts'

/** The face in its frame, turned as the screen directs, seen as in a mirror. */
const Face = ({ move }: { readonly move: FaceMove }) => (
  <p className="flex justify-center">
    <Drawing name={`face-${move}`} size="large" />
  </p>
)

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
      <Screen {...frame} done drawing="success" title={t.done} actions={next(t.next)}>
        <p role="status">{t.doneLead}</p>
        <p>{t.doneNext}</p>
      </Screen>
    )
  }
  return (
    <Screen {...frame} title={t.title} actions={next(t.start)}>
      <p>{t.lead}</p>
      <Face move="front" />
      <section className="rounded-12 bg-accent-soft px-4 py-3">
        <h2 className="text-lg">{t.practiceTitle}</h2>
        <p>{t.practice}</p>
      </section>
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
