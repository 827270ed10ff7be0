/** The kiosk's page: one screen for each state of a visit. */
import {
  Button,
  ErrorSummary,
  type Flow,
  Panel,
  Screen,
  useFlow,
  useLanguage,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import type { KioskEvent, KioskState } from './kiosk.ts'
import { Choosing, Ordering } from './order.tsx'
import { Brand } from './parts.tsx'
import { Paying, Taking } from './paying.tsx'
import { Hold, Pin } from './proof.tsx'
import { refusalTexts } from './refusal-texts.ts'
import { Staff, Start } from './start.tsx'
import { texts } from './texts.ts'

export function Kiosk({ flow }: { readonly flow: Flow<KioskState, KioskEvent> }) {
  const state = useFlow(flow)
  const t = useTexts(texts)
  const words = useTexts(refusalTexts)
  const { language } = useLanguage()
  const { send } = flow
  const again = <Button onPress={() => send({ type: 'look' })}>{t.again}</Button>
  const waiting = (title: string, note: string) => (
    <Screen key={state.name} brand={<Brand />} title={title}>
      <Waiting>{note}</Waiting>
    </Screen>
  )
  const returned = (yen: number) =>
    yen > 0 && (
      <div role="status">
        <Panel tone="info">{t.returned(t.yen(yen))}</Panel>
      </div>
    )
  switch (state.name) {
    case 'looking':
    case 'beginning':
    case 'ordering':
      return waiting(t.looking, t.working)
    case 'reading':
      return waiting(t.readingTitle, t.working)
    case 'printing':
      return waiting(t.printing, t.printingNote(state.count))
    case 'ending':
      return waiting(t.ending, t.working)
    case 'closed': {
      const { why = 'night', opensAt } = state.status
      const form = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
        timeZone: 'Asia/Tokyo',
        dateStyle: 'long',
        timeStyle: 'short',
      })
      return (
        <Screen
          key="closed"
          brand={<Brand />}
          drawing="waiting-night"
          title={t.closed}
          actions={again}
        >
          <Panel tone="plain" title={t.closedWhy[why]}>
            {opensAt !== undefined && <p>{t.opens(form.format(new Date(opensAt)))}</p>}
          </Panel>
        </Screen>
      )
    }
    case 'start':
      return <Start key="start" state={state} send={send} />
    case 'holding':
      return <Hold key="holding" state={state} send={send} />
    case 'pin':
      return <Pin key="pin" state={state} send={send} />
    case 'choosing':
      return <Choosing key="choosing" state={state} send={send} />
    case 'options':
      return <Ordering key="options" state={state} send={send} />
    case 'paying':
      return <Paying key="paying" state={state} send={send} />
    case 'taking':
      return <Taking key="taking" state={state} send={send} />
    case 'ended':
      return (
        <Screen
          key="ended"
          brand={<Brand />}
          drawing="success"
          title={t.ended[state.why]}
          actions={again}
        >
          {returned(state.returned)}
          <p>{t.endedNote}</p>
        </Screen>
      )
    case 'refused':
      return (
        <Screen key="refused" brand={<Brand />} title={t.refused} actions={again}>
          <ErrorSummary words={words[state.code]} code={state.code} />
          {returned(state.returned)}
          {state.code === 'OUT_OF_PAPER' && <Staff paper={false} send={send} />}
        </Screen>
      )
  }
}
