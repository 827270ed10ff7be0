/** The street of places on the desk: each page opens in a window of its own, and card and phone are let go on the machines. */
import { Chip, Drawing, type DrawingName, useLanguage, useTexts } from '@kazashi/ui'
import type { Origins } from './box.ts'
import type { DropName } from './drop.ts'
import { Popover } from './popover.tsx'
import { addressOf, isMachine, type MachineName, type Machines, type PlaceName } from './street.ts'
import { texts } from './street-texts.ts'
import type { DeskState } from './use-desk.ts'

const drawings = {
  bank: 'bank',
  cashless: 'cashless',
  kiosk: 'kiosk',
  clinic: 'clinic',
  mobile: 'carrier',
} as const satisfies Record<PlaceName, DrawingName>

export function Street(props: {
  readonly desk: DeskState
  readonly origins: Origins
  readonly places: readonly PlaceName[]
  readonly machines: Machines
  readonly over: DropName | undefined
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { desk, places, over } = props
  return (
    <section
      aria-label={t.places}
      className="flex flex-col rounded-12 bg-ground px-2 pb-1 shadow-1 dark:outline-1 dark:outline-line"
    >
      <div className="flex items-center justify-between gap-2 pl-1 low:-mb-1">
        <h2 className="text-sm">
          {t.places}{' '}
          <span className="font-normal text-ink-soft low:hidden large:hidden">{t.lead}</span>
        </h2>
        <Popover icon="card" label={t.licenceTitle} side="right">
          <p className="max-w-72">{t.licence}</p>
        </Popover>
      </div>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(6.5rem,100%),1fr))] gap-1 low:grid-cols-[repeat(auto-fit,minmax(min(5rem,100%),1fr))]">
        {places.map((name) => (
          <li
            key={name}
            {...(isMachine(name) && { 'data-drop': name })}
            className={`relative flex min-w-0 flex-col items-center rounded-8 border-2 ${over === name ? 'border-accent bg-accent-soft' : 'border-transparent'}`}
          >
            <a
              href={addressOf(name, props, language)}
              target="_blank"
              rel="noreferrer"
              onClick={() => desk.openedElsewhere(name)}
              aria-label={t.open(t.names[name])}
              draggable={false}
              className="flex min-h-11 w-full flex-col items-center rounded-8 px-1 pb-1 text-center text-sm leading-snug hover:bg-accent-soft low:pb-0"
            >
              <span className="flex w-full justify-center border-b-4 border-line low:w-auto low:border-0">
                <span className="contents low:hidden">
                  <Drawing name={drawings[name]} size="small" />
                </span>
                <span className="hidden low:contents">
                  <Drawing name={drawings[name]} size="mark" />
                </span>
              </span>
              <span
                className={`font-bold ${language === 'ja' ? 'whitespace-nowrap large:whitespace-normal' : 'leading-tight low:text-xs'}`}
              >
                {t.names[name]}
              </span>
            </a>
            <p className="text-center text-xs text-ink-soft low:hidden">{t.notes[name]}</p>
            {isMachine(name) && <WhatLiesHere desk={desk} name={name} />}
            {over === name && (
              <p className="pointer-events-none absolute inset-x-0 -bottom-2 z-20 rounded-full bg-accent px-2 text-center text-xs font-bold text-on-accent">
                {t.dropHere}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function WhatLiesHere({ desk, name }: { desk: DeskState; name: MachineName }) {
  const t = useTexts(texts)
  const lies = desk.street.cardAt(name)
  const holder = desk.cards.find(({ id }) => id === lies)?.face.name.replace('\u3000', ' ')
  return (
    <p role="status" className="empty:hidden">
      {lies !== undefined && (
        <Chip tone="good" icon="card">
          {t.cardLies}
          <span className="sr-only">{holder}</span>
        </Chip>
      )}
    </p>
  )
}
