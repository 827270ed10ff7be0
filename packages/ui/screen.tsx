/** The frame of a screen: banner, 「< 戻る」 top left, 「ヘルプ ?」 top right, where one is, one heading, the action at the bottom. */
import { createContext, type ReactNode, use, useEffect, useRef } from 'react'
import { Button } from './button.tsx'
import { SandboxBanner } from './sandbox-banner.tsx'
import { defineTexts, LanguageSwitch, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: {
    back: '戻る',
    help: 'ヘルプ',
    step: (at: number, of: number, name: string) => `${at} / ${of} ${name}`,
    progress: '手続きの進み具合',
  },
  en: {
    back: 'Back',
    help: 'Help',
    step: (at: number, of: number, name: string) => `${at} / ${of} ${name}`,
    progress: 'Progress',
  },
})

/** An app's message at the top of every screen: that there is no network, for example. */
export const AboveScreen = createContext<ReactNode>(undefined)

export interface ScreenProps {
  readonly title: string
  readonly children: ReactNode
  readonly onBack?: (() => void) | undefined
  readonly onHelp?: (() => void) | undefined
  readonly step?: { readonly at: number; readonly of: number; readonly name: string } | undefined
  /** Stands at the bottom, in reach of the thumb. */
  readonly actions?: ReactNode
  /** In place of 「< 戻る」 where there is nowhere to go back to. */
  readonly brand?: ReactNode
  /** In place of 「ヘルプ ?」 on the home screen. */
  readonly corner?: ReactNode
}

/** Actions of 「< 戻る」 on the screens there are, the newest last. */
const backs: { current: (() => void) | undefined }[] = []

/** Action of the device's own back button; undefined: the screen has no way back. */
export const backOfScreen = (): (() => void) | undefined => backs.at(-1)?.current

/** The first screen of a page leaves the focus where the browser has it. */
let screensShown = 0

export function Screen(props: ScreenProps) {
  const t = useTexts(texts)
  const heading = useRef<HTMLHeadingElement>(null)
  const title = props.title
  const back = useRef(props.onBack)
  useEffect(() => {
    back.current = props.onBack
  })
  useEffect(() => {
    backs.push(back)
    return () => {
      backs.splice(backs.indexOf(back), 1)
    }
  }, [])
  useEffect(() => {
    document.title = title
    // A new screen is read from its heading; an error on it takes the focus itself.
    const lost = document.activeElement === document.body || document.activeElement === null
    if (lost && screensShown > 0) heading.current?.focus({ preventScroll: true })
    screensShown += 1
    window.scrollTo(0, 0)
  }, [title])
  return (
    <div className="flex min-h-dvh flex-col bg-ground text-[1.0625rem] text-ink">
      <SandboxBanner />
      <div role="status" className="mx-auto w-full max-w-[34rem] px-4 empty:hidden">
        {use(AboveScreen)}
      </div>
      <header className="mx-auto flex w-full max-w-[34rem] items-center justify-between px-4 pt-2">
        {props.onBack === undefined ? (
          (props.brand ?? <span className="min-h-11" />)
        ) : (
          <Button look="plain" onPress={props.onBack}>
            <span aria-hidden="true">&lt;</span> {t.back}
          </Button>
        )}
        {props.corner ??
          (props.onHelp === undefined ? (
            <LanguageSwitch />
          ) : (
            <Button look="plain" onPress={props.onHelp}>
              {t.help} <span aria-hidden="true">?</span>
            </Button>
          ))}
      </header>
      <main className="mx-auto flex w-full max-w-[34rem] flex-1 flex-col gap-4 px-4 pt-1 pb-6">
        {props.step !== undefined && (
          <div>
            <p className="text-base text-ink-soft">
              {t.step(props.step.at, props.step.of, props.step.name)}
            </p>
            <div
              role="progressbar"
              aria-label={t.progress}
              aria-valuemin={0}
              aria-valuemax={props.step.of}
              aria-valuenow={props.step.at}
              className="mt-1 flex gap-1"
            >
              {Array.from({ length: props.step.of }, (_, index) => index + 1).map((at) => (
                <span
                  key={at}
                  className={`h-1.5 flex-1 rounded-full ${at <= (props.step?.at ?? 0) ? 'bg-accent forced-colors:bg-[CanvasText]' : 'bg-line forced-colors:border'}`}
                />
              ))}
            </div>
          </div>
        )}
        <h1 ref={heading} tabIndex={-1} className="text-[1.5rem]">
          {title}
        </h1>
        {props.children}
        {props.actions !== undefined && (
          <div className="mt-auto flex flex-col gap-3 pt-4">{props.actions}</div>
        )}
      </main>
    </div>
  )
}
