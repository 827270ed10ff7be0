/** The choices of the terminal: card or phone, which phone, and how the holder of a card is known. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { Drawing, type DrawingName, Icon, useTexts } from '@kazashi/ui'
import type { Facility } from '../wire.ts'
import { BackAction, CallAction, Frame, LanguageAction, Note } from './frame.tsx'
import type { StartNote, TerminalEvent } from './machine.ts'
import { texts } from './texts.ts'
import { Tile } from './tile.tsx'

type Send = (event: TerminalEvent) => void

export function Start(props: {
  readonly facility: Facility
  readonly note: StartNote | undefined
  readonly left: boolean
  readonly send: Send
}) {
  const { facility, note, left, send } = props
  const t = useTexts(texts)
  return (
    <Frame
      name={t.title}
      title={t.title}
      restless
      actions={
        <>
          <LanguageAction />
          <CallAction onPress={() => send({ type: 'call' })} />
        </>
      }
    >
      {note !== undefined && (
        <Note
          tone={note === 'called' ? 'good' : 'info'}
          icon={note === 'called' ? 'check' : 'clockback'}
          status
        >
          {note === 'called' ? t.calledNote : t.idleNote}
        </Note>
      )}
      {left && (
        <Note tone="warn" icon="warn" status>
          {t.left}
        </Note>
      )}
      <div className="grid flex-1 grid-cols-1 gap-4 sm:grid-cols-2 md:gap-6">
        <Tile
          drawing="card-reader"
          title={t.card}
          note={t.cardWhere}
          onPress={() => send({ type: 'choose', what: 'card' })}
        />
        {facility.hasReader && (
          <Tile
            drawing="clinic"
            title={t.phone}
            note={t.phoneWhere}
            onPress={() => send({ type: 'choose', what: 'phone' })}
          />
        )}
      </div>
      {!facility.hasReader && (
        <Note tone="warn" icon="info">
          {t.noReader}
        </Note>
      )}
      {facility.hasReader && facility.firstVisitNeedsCard && (
        <Note tone="warn" icon="info">
          {t.first}
        </Note>
      )}
    </Frame>
  )
}

export function PhoneKind({ send }: { readonly send: Send }) {
  const t = useTexts(texts)
  const tile = (device: PhonePlatform, drawing: DrawingName, title: string, note: string) => (
    <Tile
      drawing={drawing}
      title={title}
      note={note}
      onPress={() => send({ type: 'phone', device })}
    />
  )
  return (
    <Frame
      name={t.kindTitle}
      title={t.kindTitle}
      onIdle={() => send({ type: 'idle' })}
      actions={
        <>
          <BackAction onPress={() => send({ type: 'back' })} />
          <CallAction onPress={() => send({ type: 'call' })} />
        </>
      }
    >
      <div className="grid flex-1 grid-cols-1 gap-4 sm:grid-cols-2 md:gap-6">
        {tile('iphone', 'reader-iphone', t.iphone, t.iphoneNote)}
        {tile('android', 'reader-android', t.android, t.androidNote)}
      </div>
    </Frame>
  )
}

const ways = [
  ['face', 'face'],
  ['pin', 'key'],
  ['eye', 'person'],
] as const

export function CardWay({ send }: { readonly send: Send }) {
  const t = useTexts(texts)
  return (
    <Frame
      name={t.wayTitle}
      title={t.wayTitle}
      onIdle={() => send({ type: 'idle' })}
      actions={
        <>
          <BackAction onPress={() => send({ type: 'back' })} />
          <CallAction onPress={() => send({ type: 'call' })} />
        </>
      }
    >
      <ul className="flex flex-col gap-4 md:gap-6">
        {ways.map(([way, icon]) => {
          const [title = '', note = ''] = t.ways[way]
          return (
            <li key={way}>
              <Tile
                mark={<Icon name={icon} size="large" tone="text-accent" />}
                title={title}
                note={note}
                onPress={() => send({ type: 'way', way })}
              />
            </li>
          )
        })}
      </ul>
      <div className="flex flex-1 items-center justify-center">
        <Drawing name="card-reader" size="large" />
      </div>
    </Frame>
  )
}
