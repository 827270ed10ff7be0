/** The frame of a screen: banner, 「戻る」 top left, 「ヘルプ」 top right, where one is, one heading, the actions at the bottom. */
import { createContext, type ReactNode, use, useEffect, useRef } from 'react'
import { ActionBar } from './action-bar.tsx'
import { Button } from './button.tsx'
import { Drawing, type DrawingName } from './drawing.tsx'
import { Icon } from './icon.tsx'
import { SandboxBanner } from './sandbox-banner.tsx'
import { type Step, StepBar } from './step-bar.tsx'
import { defineTexts, LanguageSwitch, useLanguage, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: {
    back: '戻る',
    help: 'ヘルプ',
  },
  en: {
    back: 'Back',
    help: 'Help',
  },
})

/** An app's message at the top of every screen: that there is no network, for example. */
export const AboveScreen = createContext<ReactNode>(undefined)

export interface ScreenProps {
  readonly title: string
  readonly children: ReactNode
  readonly onBack?: (() => void) | undefined
  readonly onHelp?: (() => void) | undefined
  readonly step?: Step | undefined
  /** Stand at the bottom, in reach of the thumb, whatever is scrolled: the next step first, the way out below. */
  readonly actions?: ReactNode
  /** In place of 「戻る」 where there is nowhere to go back to. */
  readonly brand?: ReactNode
  /** In place of 「ヘルプ」 on the home screen. */
  readonly corner?: ReactNode
  /** What the person has now, or what happens, above the heading. */
  readonly drawing?: DrawingName
  /** Something has come to its good end: the heading stands in a green field. */
  readonly done?: boolean
  /** Beside the heading: a state, for example. */
  readonly beside?: ReactNode
  /** A table, not a step of a procedure. */
  readonly wide?: boolean
}

/** Actions of 「戻る」 on the screens there are, the newest last. */
const backs: { current: (() => void) | undefined }[] = []

/** Action of the device's own back button; undefined: the screen has no way back. */
export const backOfScreen = (): (() => void) | undefined => backs.at(-1)?.current

/** One column: 30 full-width characters and less a line; its margins stay as they are when the text grows. */
const narrow = 'mx-auto w-full max-w-[34rem] px-5 large:px-4'
/** For a reference that is looked through at a computer. */
const wide = 'mx-auto w-full max-w-[72rem] px-5 large:px-4'

/** A page in a frame takes the focus from no other: whoever types beside it would be torn away. */
const mayFocus = () => window.parent === window || document.hasFocus()

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
  const { language } = useLanguage()
  const shownIn = useRef(language)
  useEffect(() => {
    document.title = title
    // In another language it is the same screen: a person stays where they are on it.
    if (shownIn.current !== language) {
      shownIn.current = language
      return
    }
    // A new screen is read from its heading; an error on it takes the focus itself.
    const lost = document.activeElement === document.body || document.activeElement === null
    if (lost && screensShown > 0 && mayFocus()) heading.current?.focus({ preventScroll: true })
    screensShown += 1
    window.scrollTo(0, 0)
  }, [title, language])
  const { drawing, done = false, beside, actions } = props
  const column = props.wide ? wide : narrow
  return (
    <div className="flex min-h-dvh flex-col bg-ground text-[1.0625rem] text-ink short:text-base short:leading-normal">
      <SandboxBanner />
      <div role="status" className={`${column} empty:hidden`}>
        {use(AboveScreen)}
      </div>
      <header
        className={`${column} flex min-h-14 flex-wrap items-center justify-between gap-x-2 short:min-h-11`}
      >
        {props.onBack === undefined ? (
          (props.brand ?? <span />)
        ) : (
          <Button look="head" onPress={props.onBack}>
            <Icon name="back" size="sign" /> {t.back}
          </Button>
        )}
        {props.corner ??
          (props.onHelp === undefined ? (
            <LanguageSwitch />
          ) : (
            <Button look="head" onPress={props.onHelp}>
              {t.help} <Icon name="help" />
            </Button>
          ))}
      </header>
      <main className="flex flex-1 flex-col">
        <div className={`${column} flex flex-1 flex-col gap-4 pb-6 short:gap-2.5`}>
          {props.step !== undefined && <StepBar step={props.step} />}
          <div
            className={`flex gap-x-4 gap-y-3 ${drawing === undefined ? 'flex-wrap items-start justify-between' : 'items-center large:flex-col'} ${done ? '-mx-5 flex-col bg-good-soft px-5 pt-4 pb-5 text-center large:-mx-4 large:px-4' : 'large:items-start'}`}
          >
            {drawing !== undefined && (
              <span className={done ? 'arriving' : ''}>
                <Drawing name={drawing} size={done ? 'middle' : 'beside'} />
              </span>
            )}
            <h1
              ref={heading}
              tabIndex={-1}
              className="min-w-0 text-2xl short:text-xl large:text-lg"
            >
              {title}
            </h1>
            {beside}
          </div>
          {props.children}
        </div>
        {actions !== undefined && actions !== false && (
          <ActionBar column={column}>{actions}</ActionBar>
        )}
      </main>
    </div>
  )
}
