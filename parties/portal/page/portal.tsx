/** The portal's page: login with QR code, code to compare or a link on the same phone; then all that the portal knows. */
import {
  Button,
  ButtonLink,
  Disclosure,
  ErrorSummary,
  type Flow,
  Screen,
  Spinner,
  useFlow,
  useLanguage,
  useTexts,
} from '@kazashi/ui'
import type { LoginSessionEvent, LoginSessionState, Person, Request } from './login-session.ts'
import { toldAs } from './refusal-codes.ts'
import { texts } from './texts.ts'

/** The app goes back to this page only when it was opened from it. */
function onThisPhone(appUrl: string): string {
  const url = new URL(appUrl)
  url.searchParams.set('via', 'link')
  return url.href
}

export function Portal(props: {
  flow: Flow<LoginSessionState, LoginSessionEvent>
  /** In a frame of the desk it is the screen of a computer: no link to the app on this device. */
  framed: boolean
}) {
  const state = useFlow(props.flow)
  const t = useTexts(texts)
  const { send } = props.flow
  const brand = <b className="flex min-h-11 items-center">{t.name}</b>
  switch (state.name) {
    case 'looking':
    case 'asking':
      return (
        <Screen key={state.name} brand={brand} title={t.asking}>
          <Spinner large />
        </Screen>
      )
    case 'out':
      return (
        <Screen key={state.name} brand={brand} title={t.title}>
          <p>{t.lead}</p>
          <Button onPress={() => send({ type: 'login' })}>{t.login}</Button>
        </Screen>
      )
    case 'waiting':
      return (
        <Screen key={state.name} brand={brand} title={t.waiting}>
          <Waiting request={state.request} framed={props.framed} />
          <Button look="second" onPress={() => send({ type: 'cancel' })}>
            {t.cancel}
          </Button>
        </Screen>
      )
    case 'refused':
      return (
        <Screen key={state.name} brand={brand} title={t.refused}>
          <ErrorSummary words={t.refusals[toldAs[state.code]]} code={state.code} />
          <Button onPress={() => send({ type: 'login' })}>{t.again}</Button>
        </Screen>
      )
    case 'in':
      return (
        <Screen key={state.name} brand={brand} title={t.in}>
          <LoggedIn person={state.person} />
        </Screen>
      )
  }
}

function Waiting({ request, framed }: { request: Request; framed: boolean }) {
  const t = useTexts(texts)
  return (
    <>
      <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-3">
        <img
          src={request.qrUrl}
          alt={t.qr}
          className="size-44 rounded-8 border border-line bg-white p-1"
        />
        <div className="rounded-12 bg-accent-soft px-6 py-3 text-center">
          <h2 className="text-base">{t.code}</h2>
          <p data-testid="code" className="font-mono text-4xl font-bold tracking-widest">
            {request.code}
          </p>
        </div>
      </div>
      {!framed && (
        <ButtonLink look="main" href={onThisPhone(request.appUrl)}>
          {t.samePhone}
        </ButtonLink>
      )}
      <ol className="list-decimal pl-6">
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Disclosure title={t.unread}>
        <p>{t.paste}</p>
        <p data-testid="app-url" className="break-all font-mono text-base">
          {request.appUrl}
        </p>
      </Disclosure>
      <p role="status" className="flex items-center gap-3">
        <Spinner /> {t.wait}
      </p>
    </>
  )
}

function LoggedIn({ person }: { person: Person }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const moment = (at: string, timeStyle: 'short' | undefined) =>
    new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
      timeZone: 'Asia/Tokyo',
      dateStyle: 'long',
      ...(timeStyle === undefined ? {} : { timeStyle }),
    }).format(new Date(at))
  const facts = [
    [t.until, moment(person.notAfter, undefined)],
    [t.checked, moment(person.statusCheckedAt, 'short')],
    [t.serial, person.serialNumber],
  ] as const
  return (
    <>
      <p role="status">
        <span aria-hidden="true" className="font-bold text-good">
          ✓{' '}
        </span>
        {t.inLead}
      </p>
      <dl className="divide-y divide-line rounded-12 border border-line px-4">
        {facts.map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 py-2">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="ml-auto font-bold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-base text-ink-soft">{t.knows}</p>
    </>
  )
}
