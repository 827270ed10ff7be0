/** The gate's screens: a login with the phone, a request of a site that came to nothing, and what is said to whoever opens the gate itself. */
import {
  loginToldAs,
  refusalTexts,
  useOnPhone,
  WaitingOnComputer,
  WaitingOnPhone,
  waitingTexts,
} from '@kazashi/login/page'
import {
  Button,
  ButtonLink,
  Disclosure,
  ErrorSummary,
  type Flow,
  Panel,
  Screen,
  useFlow,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { casesTexts } from './cases-texts.ts'
import { GateBrand } from './gate-brand.tsx'
import type { GateEvent, GateState } from './login.ts'
import { texts } from './texts.ts'

const cardCommand = ({ appUrl, code }: { readonly appUrl: string; readonly code: string }) =>
  `npx kazashi card login --reader NAME --address "${appUrl}" --code ${code}`

export function Login(props: {
  readonly flow: Flow<GateState, GateEvent>
  /** In a frame of the desk it is the screen of a computer. */
  readonly framed: boolean
}) {
  const { flow, framed } = props
  const state = useFlow(flow)
  const t = useTexts(texts)
  const w = useTexts(waitingTexts)
  const words = useTexts(refusalTexts)
  const here = useOnPhone() && !framed
  const { send } = flow
  const stop = (
    <Button look="second" onPress={() => send({ type: 'stop' })}>
      {t.stop}
    </Button>
  )
  switch (state.name) {
    case 'asking':
    case 'leaving': {
      const to = state.name === 'leaving' ? state.relyingParty : undefined
      return (
        <Screen
          key={state.name}
          brand={<GateBrand />}
          title={state.name === 'asking' ? t.asking : t.leaving}
        >
          <Waiting>{to === undefined ? undefined : t.leavingTo(to)}</Waiting>
        </Screen>
      )
    }
    case 'waiting':
      return (
        <Screen
          key={state.name}
          brand={<GateBrand />}
          title={here ? w.waitingHere : w.waiting}
          actions={stop}
        >
          {state.hindered && (
            <ErrorSummary
              words={{ ...words[loginToldAs[state.hindered]], why: t.hindered }}
              code={state.hindered}
            />
          )}
          <p className="font-bold">
            {(state.request.signs ? t.signsFor : t.forWhom)(state.request.relyingParty)}
          </p>
          {here ? (
            <WaitingOnPhone request={state.request} />
          ) : (
            <>
              <WaitingOnComputer request={state.request} framed={framed} />
              <Disclosure title={t.byCard}>
                <p>{t.byCardHow}</p>
                <p lang="en" className="font-mono text-base break-all">
                  {cardCommand(state.request)}
                </p>
              </Disclosure>
            </>
          )}
        </Screen>
      )
    case 'refused': {
      const isLost = state.code === 'LOGIN_REQUEST_UNKNOWN'
      return (
        <Screen
          key={state.name}
          brand={<GateBrand />}
          title={t.refused}
          actions={
            isLost ? undefined : (
              <>
                <Button onPress={() => send({ type: 'again' })}>{t.again}</Button>
                {stop}
              </>
            )
          }
        >
          <ErrorSummary
            words={isLost ? t.unknown : words[loginToldAs[state.code]]}
            code={state.code}
          />
        </Screen>
      )
    }
  }
}

/** @param props.error of OAuth, and its description for those who write the site */
export function Stopped(props: { readonly error: string; readonly description: string }) {
  const t = useTexts(texts)
  return (
    <Screen brand={<GateBrand />} title={t.stopped}>
      <ErrorSummary words={t.stoppedWords[props.error] ?? t.other} code={props.error} />
      <Disclosure title={t.detail}>
        <p lang="en" className="font-mono text-base break-words">
          {props.error}: {props.description}
        </p>
      </Disclosure>
    </Screen>
  )
}

/** @param props.discovery address of the OpenID Connect configuration @param props.rehearses there is a catalogue of cases */
export function Start(props: { readonly discovery: string; readonly rehearses: boolean }) {
  const { discovery, rehearses } = props
  const t = useTexts(texts)
  const c = useTexts(casesTexts)
  return (
    <Screen brand={<GateBrand />} drawing="computer" title={t.title}>
      <p>{t.lead}</p>
      <Panel tone="plain" title={t.developers}>
        <p>{t.discovery}</p>
        <p className="font-mono text-base break-all">{discovery}</p>
      </Panel>
      {rehearses && (
        <ButtonLink look="second" href="/cases">
          {c.link}
        </ButtonLink>
      )}
    </Screen>
  )
}
