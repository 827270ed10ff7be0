/** The frame of the terminal's screens: banner, one heading, actions at the bottom; it asks whoever leaves it alone. */
import {
  ActionBar,
  Button,
  Icon,
  LanguageSwitch,
  SandboxBanner,
  useLanguage,
  useTexts,
} from '@kazashi/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import { texts } from './texts.ts'
import { useIdle } from './use-idle.ts'

export function Frame(props: {
  readonly title: ReactNode
  /** Of the document, where the heading is more than a text. */
  readonly name: string
  readonly children: ReactNode
  readonly actions: ReactNode
  /** Something to point at, above the actions. */
  readonly arrow?: ReactNode
  /** Nobody is waited for: the first screen, and while something is read. */
  readonly restless?: boolean
  readonly onIdle?: (() => void) | undefined
}) {
  const { name, restless = false, onIdle } = props
  const t = useTexts(texts)
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(document.title === '' || document.activeElement === document.body)
  const { language } = useLanguage()
  const spoken = useRef(language)
  useEffect(() => {
    document.title = name
    if (spoken.current !== language) {
      spoken.current = language
      return
    }
    if (!first.current) heading.current?.focus({ preventScroll: true })
    first.current = false
    window.scrollTo(0, 0)
  }, [name, language])
  const { left, stay } = useIdle(onIdle !== undefined && !restless, () => onIdle?.())
  return (
    <div data-terminal="" className="flex min-h-dvh flex-col bg-surface text-[1.0625rem] text-ink">
      <SandboxBanner />
      <header className="border-b border-line bg-ground px-5 pt-5 pb-4 md:px-11 md:pt-8 md:pb-6">
        <h1 ref={heading} tabIndex={-1} className="text-2xl">
          {props.title}
        </h1>
      </header>
      <main className="flex flex-1 flex-col gap-4 px-5 py-5 md:gap-6 md:px-11 md:py-8">
        {props.children}
      </main>
      {props.arrow}
      {left !== undefined && (
        <div
          role="alertdialog"
          aria-label={t.idleTitle}
          className="bg-warn-soft px-5 py-4 md:px-11"
        >
          <p className="font-bold text-warn">{t.idleTitle}</p>
          <p>{t.idleLead(left)}</p>
          <div className="mt-2">
            <Button look="second" onPress={stay}>
              {t.idleStay}
            </Button>
          </div>
        </div>
      )}
      {props.actions !== undefined && (
        <ActionBar column="px-5 md:px-11 md:pb-6">
          <div className="flex flex-wrap gap-3 md:gap-5">{props.actions}</div>
        </ActionBar>
      )}
    </div>
  )
}

/** The way out beside the next step. */
export const Beside = ({ children }: { readonly children: ReactNode }) => (
  <div className="shrink-0 grow-0 basis-auto">{children}</div>
)
export const NextStep = ({ children }: { readonly children: ReactNode }) => (
  <div className="min-w-[min(100%,9em)] flex-1">{children}</div>
)

export function BackAction({ onPress }: { readonly onPress: () => void }) {
  const t = useTexts(texts)
  return (
    <Beside>
      <Button look="second" onPress={onPress}>
        <Icon name="back" size="sign" /> {t.back}
      </Button>
    </Beside>
  )
}

export function CallAction({ onPress }: { readonly onPress: () => void }) {
  const t = useTexts(texts)
  return (
    <Beside>
      <Button look="second" onPress={onPress}>
        <Icon name="call" /> {t.call}
      </Button>
    </Beside>
  )
}

export const LanguageAction = () => (
  <div className="flex items-center">
    <LanguageSwitch />
  </div>
)

/** A note between the lines: a tint and an icon, so that it is no colour alone. */
export function Note(props: {
  readonly tone: 'info' | 'warn' | 'good' | 'plain'
  readonly icon: Parameters<typeof Icon>[0]['name']
  readonly children: ReactNode
  readonly status?: boolean
}) {
  const tones = {
    info: 'bg-accent-soft',
    warn: 'bg-warn-soft',
    good: 'bg-good-soft text-good',
    plain: 'bg-ground',
  }
  return (
    <div
      {...(props.status && { role: 'status' })}
      className={`flex items-start gap-4 rounded-16 px-5 py-4 ${tones[props.tone]}`}
    >
      <Icon name={props.icon} tone="mt-1" />
      <div className="min-w-0 flex-1">{props.children}</div>
    </div>
  )
}
