/** 「困った状態をためす」: each state one press away, what has befallen, and the way back. */
import { entryOf as caseOf } from '@kazashi/cases'
import { Button, Icon, useLanguage, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import { Popover, usePanel } from './popover.tsx'
import { type Befallen, entryOf, type TroubleName, troublesFor } from './troubles.ts'
import { troublesTexts } from './troubles-texts.ts'
import type { DeskState } from './use-desk.ts'
import type { Troubles } from './use-troubles.ts'

interface TroublesProps {
  readonly desk: DeskState
  readonly troubles: Troubles
  readonly movesClock: boolean
}

/** Where there is no room for all of them, behind one button. */
export function TroublesPanel(props: TroublesProps) {
  const t = useTexts(troublesTexts)
  return (
    <Popover icon="warn" label={t.short} side="above">
      <div className="w-[34rem] max-w-full">
        <TroubleList {...props} />
      </div>
    </Popover>
  )
}

export function TroubleList({ desk, troubles, movesClock }: TroublesProps) {
  const t = useTexts(troublesTexts)
  const { language } = useLanguage()
  const panel = usePanel()
  const [tooEarly, setTooEarly] = useState(false)
  const bringAbout = async (name: TroubleName) => {
    setTooEarly(false)
    if (!(await troubles.bringAbout(name))) setTooEarly(true)
  }
  const press = (name: TroubleName) => {
    const work = () => bringAbout(name)
    if (panel === undefined) desk.trying(work)
    else panel.attempt(work, name === 'let-go' ? 'stays' : 'closes')
  }
  const signing = desk.card?.slip.signingPassword !== ''
  return (
    <>
      <h2 className="mb-1 text-sm">{t.title}</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(8rem,100%),1fr))] gap-2">
        {troublesFor({ movesClock, signing }).map((name) => {
          const { icon, of } = entryOf(name)
          return (
            <li key={name}>
              <button
                type="button"
                title={of && caseOf(of).what[language]}
                onClick={() => press(name)}
                className="flex size-full min-h-11 cursor-pointer items-center gap-2 rounded-8 bg-ground px-2.5 py-1 text-left text-sm leading-snug font-bold shadow-1 hover:bg-accent-soft dark:outline-1 dark:outline-line"
              >
                <Icon name={icon} size="sign" />
                <span className="min-w-0">{t.names[name]}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <p role="status" className="mt-1 text-sm text-warn empty:hidden">
        {tooEarly && t.notWaiting}
      </p>
    </>
  )
}

/** What has befallen, and what brings it back. */
export function BefallenLines({ desk, troubles }: Pick<TroublesProps, 'desk' | 'troubles'>) {
  const { befallen } = troubles
  if (befallen.length === 0) return undefined
  return (
    <ul className="flex flex-col gap-1">
      {befallen.map((one) => (
        <BefallenLine key={`${one.name} ${one.whose}`} one={one} desk={desk} troubles={troubles} />
      ))}
    </ul>
  )
}

function BefallenLine(props: { one: Befallen } & Pick<TroublesProps, 'desk' | 'troubles'>) {
  const t = useTexts(troublesTexts)
  const { one, desk, troubles } = props
  const { name } = one
  const isBack = entryOf(name).back !== 'on-the-phone'
  const hints: Readonly<Record<string, string>> = t.onThePhone
  return (
    <li className="flex flex-wrap items-center gap-x-2 rounded-8 bg-warn-soft px-3 text-sm text-ink">
      <p role="status" className="min-w-0 flex-1 basis-48 py-1">
        <b className="text-warn">{t.now[name]}</b>
        {!isBack && ` ${hints[name] ?? t.onThePhone.other}`}
      </p>
      {isBack ? (
        <Button look="plain" onPress={() => desk.trying(() => troubles.bringBack(one))}>
          {t.back}
        </Button>
      ) : (
        <Button look="plain" onPress={() => troubles.hide(one)}>
          {t.close}
        </Button>
      )}
    </li>
  )
}
