/** The app: which place one is in, and which screen a procedure's state has. */
import { Button, createFlow, defineTexts, type Flow, Screen, useFlow, useTexts } from '@kazashi/ui'
import { useState, useSyncExternalStore } from 'react'
import { Fault } from './faults/fault.tsx'
import type { Device } from './phone/device.ts'
import { type ApplyEvent, type ApplyState, applyMachine, stepsOf } from './procedures/apply.ts'
import { type LoginEvent, type LoginState, loginMachine } from './procedures/login.ts'
import { firstApplyState, performApply } from './procedures/perform-apply.ts'
import { performLogin } from './procedures/perform-login.ts'
import { performRegister } from './procedures/perform-register.ts'
import { type RegisterEvent, type RegisterState, registerMachine } from './procedures/register.ts'
import { Applied, Submitting } from './screens/applied/screen.tsx'
import { CardPassword } from './screens/card-password/screen.tsx'
import { CheckList } from './screens/check-list/screen.tsx'
import { ChooseCertificates } from './screens/choose-certificates/screen.tsx'
import type { Frame } from './screens/frame.tsx'
import { Help } from './screens/help/screen.tsx'
import { Home } from './screens/home/screen.tsx'
import { Login } from './screens/login/screen.tsx'
import { Menu, Notices } from './screens/menu/screen.tsx'
import { Pin } from './screens/pin/screen.tsx'
import { CardWasRead, ReadCard } from './screens/read-card/screen.tsx'
import { Register } from './screens/register/screen.tsx'
import { SigningPassword } from './screens/signing-password/screen.tsx'

const texts = defineTexts({
  ja: {
    steps: {
      prepare: '用意するもの',
      card: 'カードのパスワード',
      choose: '電子証明書の選択',
      read: 'カードの読み取り',
      signing: 'スマホ用のパスワード（署名用）',
      pin: 'スマホ用のパスワード（利用者証明用）',
      done: '申請の完了',
    },
    stopped: '手続きを止めました',
    home: 'ホームへ',
  },
  en: {
    steps: {
      prepare: 'What you need',
      card: 'Password of the card',
      choose: 'Certificates',
      read: 'Reading the card',
      signing: 'Password of the phone (signing)',
      pin: 'PIN of the phone (authentication)',
      done: 'Application complete',
    },
    stopped: 'The procedure has stopped',
    home: 'Home',
  },
})

type Place =
  | { readonly name: 'home' | 'menu' | 'notices' }
  | { readonly name: 'apply'; readonly flow: Flow<ApplyState, ApplyEvent> }
  | { readonly name: 'register'; readonly flow: Flow<RegisterState, RegisterEvent> }
  | {
      readonly name: 'login'
      readonly flow: Flow<LoginState, LoginEvent>
      readonly cameByLink: boolean
    }

/** `/login?request=URL`, with `&via=link` where the link was pressed on this phone. */
export function firstPlace(device: Device, address: URL): Place {
  const request = address.searchParams.get('request')
  if (address.pathname !== '/login' || request === null) return { name: 'home' }
  const flow = createFlow(loginMachine, performLogin(device, request))
  flow.send({ type: 'start' })
  return { name: 'login', flow, cameByLink: address.searchParams.get('via') === 'link' }
}

export function App({ device, first }: { device: Device; first: Place }) {
  const [place, setPlace] = useState(first)
  const [helping, setHelping] = useState(false)
  const standing = useSyncExternalStore(device.subscribe, device.standing)
  const notices = useSyncExternalStore(device.subscribe, device.notices)
  const go = (next: Place) => {
    if ('flow' in place) place.flow.close()
    if (location.pathname !== '/') history.replaceState(null, '', `/${location.hash}`)
    setPlace(next)
  }
  const home = () => go({ name: 'home' })
  const menu = () => go({ name: 'menu' })
  const help = () => setHelping(true)
  const apply = () => {
    const machine = { ...applyMachine, initial: firstApplyState(device) }
    const flow = createFlow(machine, performApply(device))
    if (machine.initial.name === 'submitting') flow.send({ type: 'again' })
    go({ name: 'apply', flow })
  }
  const register = () =>
    go({ name: 'register', flow: createFlow(registerMachine, performRegister(device)) })

  if (helping) return <Help onBack={() => setHelping(false)} />
  const frame: Frame = { onHelp: help, onHome: home }
  switch (place.name) {
    case 'home':
      return <Home standing={standing} onMenu={menu} onApply={apply} onRegister={register} />
    case 'menu':
      return (
        <Menu
          canRegister={standing.name === 'ready'}
          onBack={home}
          onApply={apply}
          onRegister={register}
          onNotices={() => go({ name: 'notices' })}
          onHelp={help}
        />
      )
    case 'notices':
      return <Notices notices={notices} onBack={menu} onHelp={help} />
    case 'apply':
      return <ApplyPlace flow={place.flow} frame={frame} onLeave={home} />
    case 'register':
      return <RegisterPlace flow={place.flow} frame={{ ...frame, onBack: home }} />
    case 'login':
      return <LoginPlace flow={place.flow} frame={frame} cameByLink={place.cameByLink} />
  }
}

/** From these states 「< 戻る」 leaves the procedure, or there is nothing to go back to. */
const leaving = new Set<ApplyState['name']>(['check-list'])
const noBack = new Set<ApplyState['name']>(['read', 'submitting', 'applied', 'stopped'])

function ApplyPlace(props: {
  flow: Flow<ApplyState, ApplyEvent>
  frame: Frame
  onLeave: () => void
}) {
  const { flow } = props
  const state = useFlow(flow)
  const t = useTexts(texts)
  const { at, of, name } = stepsOf(state)
  const back = leaving.has(state.name) ? props.onLeave : () => flow.send({ type: 'back' })
  const frame: Frame = {
    ...props.frame,
    step: { at, of, name: t.steps[name] },
    onBack: noBack.has(state.name) ? undefined : back,
  }
  const { send } = flow
  switch (state.name) {
    case 'check-list':
      return <CheckList key={state.name} state={state} send={send} frame={frame} />
    case 'card-password':
      return <CardPassword key={state.name} state={state} send={send} frame={frame} />
    case 'choose':
      return <ChooseCertificates key={state.name} state={state} send={send} frame={frame} />
    case 'reading':
      return <ReadCard key={state.name} state={state} send={send} frame={frame} />
    case 'read':
      return <CardWasRead key={state.name} send={send} frame={frame} />
    case 'signing-password':
      return <SigningPassword key={state.name} state={state} send={send} frame={frame} />
    case 'pin':
      return <Pin key={state.name} state={state} send={send} frame={frame} />
    case 'submitting':
      return <Submitting key={state.name} state={state} send={send} frame={frame} />
    case 'applied':
      return <Applied key={state.name} state={state} frame={frame} />
    case 'stopped':
      return (
        <Screen
          key={state.name}
          onHelp={frame.onHelp}
          title={t.stopped}
          actions={<Button onPress={frame.onHome}>{t.home}</Button>}
        >
          <Fault refusal={state.refusal} />
        </Screen>
      )
  }
}

function RegisterPlace(props: { flow: Flow<RegisterState, RegisterEvent>; frame: Frame }) {
  const state = useFlow(props.flow)
  return <Register key={state.name} state={state} send={props.flow.send} frame={props.frame} />
}

function LoginPlace(props: {
  flow: Flow<LoginState, LoginEvent>
  frame: Frame
  cameByLink: boolean
}) {
  const state = useFlow(props.flow)
  const { frame, cameByLink } = props
  return (
    <Login
      key={state.name}
      state={state}
      send={props.flow.send}
      frame={frame}
      cameByLink={cameByLink}
    />
  )
}
