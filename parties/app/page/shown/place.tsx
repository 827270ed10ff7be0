/** 「見せた記録」 (1-A②): what was shown, to whom and when, newest first. It can be deleted one by one or whole. */
import { forgetShown, type ShownEntry, shownEntries } from '@kazashi/phone/presentation'
import { Button, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import { useCallback, useEffect, useState } from 'react'
import { useElementWords } from '../elements/words.ts'
import { Fault } from '../faults/fault.tsx'
import { type Refusal, refusalOf } from '../faults/refusal.ts'
import { pastText } from '../moment.ts'
import type { PlaceProps } from '../place.ts'
import { texts } from './texts.ts'

function useEntries({ phone }: PlaceProps['device']) {
  const [entries, setEntries] = useState<readonly ShownEntry[]>()
  const [refusal, setRefusal] = useState<Refusal>()
  const told = (thrown: unknown) => setRefusal(refusalOf(thrown))
  const read = useCallback(() => shownEntries(phone).then(setEntries), [phone])
  useEffect(() => {
    read().catch((thrown: unknown) => setRefusal(refusalOf(thrown)))
  }, [read])
  const forget = (id?: string) => void forgetShown(phone, id).then(read).catch(told)
  return { entries, refusal, forget }
}

export default function ShownPlace({ device, frame }: PlaceProps) {
  const t = useTexts(texts)
  const { entries, refusal, forget } = useEntries(device)
  const [asksAll, setAsksAll] = useState(false)
  if (asksAll)
    return (
      <Screen
        {...frame}
        onBack={() => setAsksAll(false)}
        title={t.sure}
        actions={
          <>
            <Button
              look="danger"
              onPress={() => {
                forget()
                setAsksAll(false)
              }}
            >
              {t.sureYes}
            </Button>
            <Button look="second" onPress={() => setAsksAll(false)}>
              {t.sureNo}
            </Button>
          </>
        }
      >
        <p>{t.sureLead}</p>
      </Screen>
    )
  return (
    <Screen {...frame} onBack={frame.onLeave} title={t.title}>
      {refusal !== undefined && <Fault refusal={refusal} />}
      <p className="text-ink-soft">{t.lead}</p>
      {entries === undefined && refusal === undefined && <Waiting>{t.title}</Waiting>}
      {entries?.length === 0 && <p role="status">{t.none}</p>}
      {entries !== undefined && entries.length > 0 && (
        <>
          <ul className="grouped flex flex-col divide-y divide-line">
            {entries.map((one) => (
              <Entry key={one.id} entry={one} onDelete={() => forget(one.id)} />
            ))}
          </ul>
          <Button look="second" onPress={() => setAsksAll(true)}>
            {t.deleteAll}
          </Button>
        </>
      )}
    </Screen>
  )
}

function Entry({ entry, onDelete }: { readonly entry: ShownEntry; readonly onDelete: () => void }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const words = useElementWords()
  const at = pastText(entry.at, language)
  const elements = entry.elements.map(
    ({ identifier, retained }) =>
      words.nameOf(identifier) + (retained && entry.outcome === 'shown' ? t.kept : ''),
  )
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="text-sm text-ink-soft">{at}</p>
      <p className="font-bold break-words">
        {entry.asker} <span className="font-normal text-ink-soft">{entry.host}</span>
      </p>
      {!entry.known && <p className="text-sm text-ink-soft">{t.unknown}</p>}
      <p>
        {t.outcomes[entry.outcome]}: {elements.join(t.between)}
      </p>
      <Button look="plain" onPress={onDelete} label={t.delete(entry.asker, at)}>
        {t.deleteShort}
      </Button>
    </li>
  )
}
