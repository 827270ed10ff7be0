/** The clock of the sandbox: year, day and time, each with a step back and forward, and the times worth going to; for learners of a class the time alone. */
import { Icon, Spinner, useLanguage, useTexts } from '@kazashi/ui'
import type { CardView } from './box.ts'
import {
  type ClockPart,
  clockParts,
  clockTexts,
  isBeforeOpening,
  jumps,
  jumpTo,
  moved,
  shortMoment,
} from './clock.ts'
import { Mark } from './lead-bar.tsx'
import { PanelButton, Popover, usePanel } from './popover.tsx'
import { texts } from './texts.ts'
import type { DeskClock } from './use-clock.ts'

/** What does its work, and says what went wrong. */
type Trying = (work: () => Promise<void>) => void

/** The jump to the next opening, as people call it at that time. @param now undefined: not known yet */
export function useMorning(now: Date | undefined): string {
  const { morning } = useTexts(texts)
  return now !== undefined && isBeforeOpening(now) ? morning.today : morning.tomorrow
}

export function ClockBar(props: {
  readonly clock: DeskClock
  readonly card: CardView | undefined
  /** Otherwise it is shown, and whose it is. */
  readonly movable: boolean
  readonly marked: boolean
  readonly trying: Trying
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { clock, card, movable, marked, trying } = props
  const morning = useMorning(clock.now)
  const shown = clock.now && clockTexts(clock.now, language)
  const steps = <Steps clock={clock} movable={movable} trying={trying} />
  const goTo = (
    <ul className="flex flex-col items-stretch gap-1">
      {jumps.map((jump) => (
        <li key={jump} className="flex flex-col">
          <PanelButton
            onPress={() => clock.move((from) => jumpTo(jump, from, datesOf(card, from)))}
          >
            {jump === 'morning' ? morning : t.jumps[jump]}
          </PanelButton>
        </li>
      ))}
      <li className="flex flex-col">
        <PanelButton onPress={clock.release}>{t.jumpNow}</PanelButton>
      </li>
    </ul>
  )
  return (
    <section aria-label={t.clock} className="relative">
      {marked && movable && <Mark at="end" />}
      <p role="status" className="absolute top-1/2 right-full mr-2 -translate-y-1/2">
        {clock.moving && (
          <>
            <Spinner />
            <span className="sr-only">{t.moving}</span>
          </>
        )}
      </p>
      <p className="sr-only" data-testid="clock">
        {shown && `${shown.year} ${shown.day} ${shown.hour}`}
      </p>
      <div className="flex flex-col items-start rounded-12 px-1 wide:flex-row wide:items-center wide:gap-x-2 wide:bg-surface">
        <span className="hidden wide:contents">
          {steps}
          {movable && (
            <Popover icon="clockfwd" label={t.jump} side="right">
              {goTo}
            </Popover>
          )}
        </span>
        {clock.now && (
          <span className="wide:hidden">
            {movable ? (
              <Popover icon="clock" label={<Compact now={clock.now} />} side="right">
                <div className="mb-2 flex flex-col border-b border-line pb-2">{steps}</div>
                {goTo}
              </Popover>
            ) : (
              <b aria-hidden="true" className="text-sm tabular-nums">
                {shortMoment(clock.now, language)}
              </b>
            )}
          </span>
        )}
        {!movable && <p className="text-xs wide:px-2 wide:text-sm">{t.instructors}</p>}
      </div>
    </section>
  )
}

/** A step back and forward for each part. In a panel they leave it open: one step often follows another. */
function Steps(props: {
  readonly clock: DeskClock
  readonly movable: boolean
  readonly trying: Trying
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const panel = usePanel()
  const { clock, movable, trying } = props
  const shown = clock.now && clockTexts(clock.now, language)
  const step = (part: ClockPart, steps: number) => {
    const work = () => clock.move((from) => moved(from, part, steps))
    if (panel === undefined) trying(work)
    else panel.attempt(work, 'stays')
  }
  return clockParts.map((part) => (
    <span key={part} className="flex items-center justify-between">
      {movable && <Step label={t.back[part]} icon="back" onPress={() => step(part, -1)} />}
      <b aria-hidden="true" className="min-w-10 text-center text-sm tabular-nums">
        {shown?.[part]}
      </b>
      {movable && <Step label={t.forward[part]} icon="next" onPress={() => step(part, 1)} />}
    </span>
  ))
}

/** Date and time on one button; the year, which is rarely looked for, small above it. */
function Compact({ now }: { readonly now: Date }) {
  const { language } = useLanguage()
  return (
    <span className="flex flex-col items-start leading-tight tabular-nums">
      <span className="text-xs text-ink-soft">{clockTexts(now, language).year}</span>
      <b className="text-sm">{shortMoment(now, language)}</b>
    </span>
  )
}

function Step(props: {
  readonly label: string
  readonly onPress: () => void
  readonly icon: 'back' | 'next'
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      onClick={props.onPress}
      className="flex min-h-11 min-w-11 cursor-pointer items-center justify-center rounded-8 text-accent hover:bg-accent-soft"
    >
      <Icon name={props.icon} size="sign" />
    </button>
  )
}

/** Without a person on the desk, today stands for both days. */
function datesOf(card: CardView | undefined, now: Date) {
  const today = now.toISOString().slice(0, 10)
  const { birthDate = today, certificatesUntil, cardExpiry = today } = card?.face ?? {}
  return { birthDate, lastDay: certificatesUntil ?? cardExpiry }
}
