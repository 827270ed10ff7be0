/** What all pages inside share: the frame with its ways, faults in words, and waiting. */
import {
  Button,
  ErrorSummary,
  Icon,
  type IconName,
  LanguageSwitch,
  Panel,
  Screen,
  useLanguage,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { createContext, type ReactNode, use } from 'react'
import { Brand } from '../parts.tsx'
import type { Asked, Refusal } from './ask.ts'
import { goTo, placeAt, usePath } from './place.ts'
import type { Words } from './shapes.ts'
import { texts } from './texts.ts'

/** A link inside the portal: opened here, or elsewhere as any link. */
export function InsideLink(props: {
  readonly to: string
  readonly children: ReactNode
  readonly look?: string
  readonly current?: boolean
}) {
  const {
    to,
    children,
    look = 'quiet-link inline-flex min-h-11 min-w-11 items-center',
    current,
  } = props
  return (
    <a
      href={to}
      className={look}
      {...(current === true ? { 'aria-current': 'page' as const } : {})}
      onClick={(click) => {
        if (click.metaKey || click.ctrlKey || click.shiftKey) return
        click.preventDefault()
        goTo(to)
      }}
    >
      {children}
    </a>
  )
}

const ways: readonly (readonly [
  to: string,
  text: 'home' | 'procedures' | 'own' | 'recordsShort',
  icon: IconName,
])[] = [
  ['/', 'home', 'home'],
  ['/procedures', 'procedures', 'document'],
  ['/own', 'own', 'chart'],
  ['/records', 'recordsShort', 'eye'],
]

function Ways() {
  const t = useTexts(texts)
  const at = placeAt(usePath()).name
  return (
    <nav aria-label={t.where} className="border-b border-line">
      <ul className="flex flex-wrap gap-x-6 max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3 large:grid-cols-1!">
        {ways.map(([to, text, icon]) => {
          const isHere = placeAt(to).name === at || (to === '/procedures' && at === 'application')
          return (
            <li key={to}>
              <InsideLink
                to={to}
                current={isHere}
                look={`inline-flex min-h-12 items-center gap-2 border-b-4 font-bold ${isHere ? 'border-accent text-accent' : 'border-transparent text-ink'}`}
              >
                <Icon name={icon} /> {t[text]}
              </InsideLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** The way out, on every page inside. */
export const WayOut = createContext<ReactNode>(undefined)

export function Inside(props: {
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly step?: { readonly at: number; readonly of: number; readonly name: string }
  readonly narrow?: boolean
}) {
  const { title, children, actions, step, narrow = false } = props
  return (
    <Screen
      title={title}
      brand={<Brand />}
      corner={
        <span className="flex flex-wrap items-center gap-x-3">
          <LanguageSwitch />
          {use(WayOut)}
        </span>
      }
      wide={!narrow}
      {...(actions !== undefined && { actions })}
      {...(step && { step })}
    >
      <Ways />
      {children}
    </Screen>
  )
}

export function useWords() {
  const { language } = useLanguage()
  return (words: Words): string => words[language]
}

export function Refused({ refusal }: { readonly refusal: Refusal }) {
  const t = useTexts(texts)
  const isNetwork = refusal.code === 'NETWORK'
  return (
    <ErrorSummary
      words={{
        what: isNetwork ? t.network.what : refusal.title,
        why: t.kept,
        next: [isNetwork ? t.network.next : refusal.next],
      }}
      code={refusal.code}
    />
  )
}

/** Something that is loaded: waiting, refused with a way to try again, or shown. */
export function Loaded<T>(props: {
  readonly asked: Asked<T> | undefined
  readonly again: () => void
  readonly children: (value: T) => ReactNode
}) {
  const t = useTexts(texts)
  const { asked, again, children } = props
  if (asked === undefined) return <Waiting>{undefined}</Waiting>
  if (asked.ok) return children(asked.value)
  return (
    <>
      <Refused refusal={asked.refusal} />
      <Button look="second" onPress={again}>
        {t.again}
      </Button>
    </>
  )
}

export const MadeUp = () => {
  const t = useTexts(texts)
  return <Panel tone="plain">{t.madeUp}</Panel>
}
