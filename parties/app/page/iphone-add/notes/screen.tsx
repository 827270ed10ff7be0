/** 3-C ③: the notes, and agreeing to the terms; the application carries the hash of the terms' text. */
import { Button, CheckBox, Screen, useTexts } from '@kazashi/ui'
import { ConsentNotes } from '../../consent/consent-notes.tsx'
import type { Frame } from '../../frame.ts'
import type { IphoneApplyEvent, IphoneStateOf } from '../table.ts'
import { texts } from './texts.ts'

export function IphoneNotes(props: {
  state: IphoneStateOf<'notes'>
  send: (event: IphoneApplyEvent) => void
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={<Button onPress={() => send({ type: 'next' })}>{t.next}</Button>}
    >
      <p>{t.lead}</p>
      <section>
        <h2 className="text-lg">{t.notesTitle}</h2>
        <ul className="mt-2 flex list-disc flex-col gap-2 pl-[1.4em]">
          {t.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <h2 className="text-lg">{t.termsTitle}</h2>
      <ConsentNotes />
      <CheckBox
        checked={state.agreed}
        onChange={(checked) => send({ type: 'agreed', checked })}
        {...(state.missing ? { error: t.agreeMissing } : {})}
      >
        {t.agree}
      </CheckBox>
    </Screen>
  )
}
