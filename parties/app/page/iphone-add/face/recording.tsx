/** 3-C ④: the face before the camera, its movements followed as the screen directs. */
import { type Course, type Direction, directionOf } from '@kazashi/face'
import { Button, Choice, RowGroup, Screen, useTexts, Warning } from '@kazashi/ui'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Frame } from '../../frame.ts'
import type { Device } from '../../phone/device.ts'
import type { FaceSource, IphoneApplyEvent } from '../table.ts'
import { type CameraTrouble, type OpenedCamera, openCamera } from './camera.ts'
import { followFace } from './follow.ts'
import { type PracticePerson, practicePerson } from './practice-person.ts'
import { recordingTexts } from './recording-texts.ts'
import { faceObserver } from './same-face.ts'

/** The recording as it is shown. */
export type Live =
  | { readonly name: 'loading' }
  | { readonly name: 'following'; readonly course: Course }
  | { readonly name: 'trouble'; readonly trouble: CameraTrouble | 'library' }

interface RecordingProps {
  readonly device: Pick<Device, 'phone'>
  readonly source: FaceSource
  readonly send: (event: IphoneApplyEvent) => void
  readonly frame: Frame
}

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop()
}

export function Recording({ device, source, send, frame }: RecordingProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [live, setLive] = useState<Live>({ name: 'loading' })
  const [person, setPerson] = useState<PracticePerson>()
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    const ended = new AbortController()
    const { signal } = ended
    const show = (next: Live) => {
      if (!signal.aborted) setLive(next)
    }
    const record = async () => {
      show({ name: 'loading' })
      // The camera is asked for first: whoever refuses it loads nothing.
      const opened = await open(source, device.phone.now())
      if ('trouble' in opened) return show({ name: 'trouble', trouble: opened.trouble })
      const { stream } = opened
      signal.addEventListener('abort', () => stop(stream))
      if (signal.aborted) return stop(stream)
      setPerson('look' in opened ? opened : undefined)
      const element = video.current
      if (element === null) return
      element.srcObject = stream
      await element.play()
      const observer = await faceObserver()
      const descriptor = await followFace({
        observe: (first) => observer.observe(element, first),
        random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
        onCourse: (course) => show({ name: 'following', course }),
        signal,
      })
      if (descriptor !== undefined) send({ type: 'recorded', descriptor })
    }
    record().catch(() => show({ name: 'trouble', trouble: 'library' }))
    return () => ended.abort()
  }, [source, attempt])
  return (
    <RecordingScreen
      live={live}
      video={video}
      person={person}
      onAgain={() => setAttempt(attempt + 1)}
      onOther={() => send({ type: 'back' })}
      frame={frame}
    />
  )
}

async function open(source: FaceSource, now: Date): Promise<OpenedCamera | PracticePerson> {
  if (source.name === 'practice-person') return practicePerson(source.person, now)
  return await openCamera(navigator.mediaDevices)
}

interface Shown {
  readonly live: Live
  readonly video?: RefObject<HTMLVideoElement | null>
  readonly person?: Pick<PracticePerson, 'look' | 'close'> | undefined
  readonly onAgain: () => void
  readonly onOther: () => void
  readonly frame: Frame
}

export function RecordingScreen({ live, video, person, onAgain, onOther, frame }: Shown) {
  const t = useTexts(recordingTexts)
  if (live.name === 'trouble') {
    const { what, next } = t.troubles[live.trouble]
    return (
      <Screen
        {...frame}
        title={t.troubleTitle}
        actions={
          <>
            <Button onPress={onAgain}>{t.again}</Button>
            <Button look="second" onPress={onOther}>
              {t.other}
            </Button>
          </>
        }
      >
        <Warning title={what}>
          <p>{next}</p>
        </Warning>
      </Screen>
    )
  }
  const course = live.name === 'following' ? live.course : undefined
  const asked = course && directionOf(course)
  const hint = course?.hint
  return (
    <Screen {...frame} title={titleOf(t, course)}>
      <p role="status" className="min-h-12 text-lg leading-snug font-bold">
        {course === undefined
          ? t.loading
          : hint === undefined
            ? said(t, course, asked)
            : t.hints[hint]}
      </p>
      <div className="relative mx-auto w-full max-w-64 overflow-hidden rounded-12 bg-surface">
        <video
          ref={video}
          muted
          playsInline
          aria-label={t.picture}
          className="aspect-[3/4] w-full scale-x-[-1] object-cover"
        />
        <Outline good={course !== undefined && hint === undefined} />
      </div>
      {course !== undefined && (
        <Done course={course} words={t.count(course.done, course.order.length)} />
      )}
      {person !== undefined && <Moving person={person} />}
    </Screen>
  )
}

type Words = ReturnType<typeof useTexts<(typeof recordingTexts)['ja']>>

const titleOf = (t: Words, course: Course | undefined): string => {
  if (course === undefined) return t.getReady
  const asked = directionOf(course)
  return asked === undefined ? t.over : t.moves[asked]
}

const said = (t: Words, course: Course, asked: Direction | undefined): string => {
  if (asked === undefined) return t.over
  if (asked === 'front') return t.hold
  if (!course.ready) return t.ahead
  if (asked === 'blink') return course.closed ? t.openEyes : t.closeEyes
  return t.turn[asked]
}

/** Where the face belongs: the ring is dashed until it is well there. */
const Outline = ({ good }: { readonly good: boolean }) => (
  <svg aria-hidden="true" viewBox="0 0 240 320" className="absolute inset-0 size-full">
    <ellipse
      cx="120"
      cy="148"
      rx="88"
      ry="118"
      fill="none"
      stroke="white"
      strokeWidth="9"
      opacity="0.75"
    />
    <ellipse
      cx="120"
      cy="148"
      rx="88"
      ry="118"
      fill="none"
      stroke={good ? 'var(--color-good, #197a4b)' : 'var(--color-warn, #c74700)'}
      strokeWidth="5"
      strokeDasharray={good ? undefined : '12 9'}
    />
  </svg>
)

/** As many fields as there are movements; those that count are filled. */
const Done = ({ course, words }: { readonly course: Course; readonly words: string }) => (
  <div className="mt-3">
    <div aria-hidden="true" className="flex gap-2">
      {course.order.map((move, at) => (
        <span
          key={move}
          className={`h-2 flex-1 rounded-full ${at < course.done ? 'bg-accent' : 'bg-line'}`}
        />
      ))}
    </div>
    <p className="mt-1 text-center text-ink-soft">{words}</p>
  </div>
)

/** The practice person is moved by hand. Sides are those of the person, seen as in a mirror. */
function Moving({ person }: { readonly person: Pick<PracticePerson, 'look' | 'close'> }) {
  const t = useTexts(recordingTexts)
  const [shut, setShut] = useState(false)
  const close = (next: boolean) => {
    setShut(next)
    person.close(next)
  }
  const turn = (to: 'ahead' | 'right' | 'left', text: string) => (
    <Button look="choice" onPress={() => person.look(to)}>
      {text}
    </Button>
  )
  return (
    <section className="mt-4">
      <h2 className="text-base font-bold">{t.movePerson}</h2>
      <div className="mt-2 grid grid-cols-3 gap-2">
        {turn('left', t.personLeft)}
        {turn('ahead', t.personAhead)}
        {turn('right', t.personRight)}
      </div>
      <div className="mt-2">
        <Button look="choice" onPress={() => close(!shut)}>
          {shut ? t.personOpens : t.personCloses}
        </Button>
      </div>
    </section>
  )
}

export interface PersonToChoose {
  readonly name: string
  readonly note: string
  readonly onChoose: () => void
}

/** Whose practice person stands before the camera. */
export function ChoosePerson(props: {
  readonly people: readonly PersonToChoose[] | undefined
  readonly failed: boolean
  readonly onOther: () => void
  readonly frame: Frame
}) {
  const t = useTexts(recordingTexts)
  const { people, failed, onOther, frame } = props
  return (
    <Screen {...frame} title={t.whoTitle}>
      <p>{t.who}</p>
      {people === undefined && !failed && <p role="status">{t.looking}</p>}
      {(failed || people?.length === 0) && (
        <>
          <Warning title={t.nobody}>
            <p>{t.nobodyNext}</p>
          </Warning>
          <Button look="second" onPress={onOther}>
            {t.other}
          </Button>
        </>
      )}
      {people !== undefined && people.length > 0 && (
        <RowGroup>
          {people.map(({ name, note, onChoose }) => (
            <Choice
              key={`${name} ${note}`}
              icon="person"
              text={name}
              note={note}
              onPress={onChoose}
            />
          ))}
        </RowGroup>
      )}
    </Screen>
  )
}
