/** From 申請する to 登録完了 (2-C…2-E, 3-C, 3-D, 4-B, 5-B3): the card signs, the codes are set, the notice comes, the phone registers. */
import {
  type ApplicationPurpose,
  type CertificateKind,
  certificateKinds,
  type NoticeKind,
  type PhonePlatform,
} from '@kazashi/lifecycle'
import {
  type ApplicationView,
  awaitNotice,
  currentConsentVersion,
  prepareApplication,
  prepareIphoneApplication,
  registerCredential,
  setIphoneSecrets,
  setSecrets,
  signApplication,
  signIphoneApplication,
  status,
  submitApplication,
} from '@kazashi/phone'
import { everyoneSees } from './everyone-sees.ts'
import { ScenarioError } from './scenario-error.ts'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

export interface Wish {
  /** Default new. */
  readonly purpose?: ApplicationPurpose
  /** Default both. */
  readonly kinds?: readonly CertificateKind[]
}

/** What a person holds to the phone and reads off the paper. */
type CardInHand = Pick<TheCard, 'hold' | 'signingPassword' | 'cardDataPin'>

/** Milliseconds: 'some minutes' are some seconds in the sandbox. */
const longestWait = 120_000

/** The rows of applying, setting the codes and registering. */
function rowsOf(platform: PhonePlatform, purpose: ApplicationPurpose = 'new') {
  if (purpose === 'switch') return { apply: '4-B', codes: '4-B', register: '4-B' }
  if (purpose === 'resume') return { apply: '5-B3', codes: '5-B3', register: '5-B3' }
  if (platform === 'iphone') return { apply: '3-C', codes: '3-D', register: '3-D' }
  return { apply: '2-C', codes: '2-D', register: '2-E' }
}

/** 2-C, 3-C: agree, on an iPhone pass the face check, hold the card. @returns CMS @throws {PhoneError}; {AuthorityProblem} */
export async function signWithCard(
  { phone, authority, platform }: ThePhone,
  card: CardInHand,
  { purpose = 'new', kinds = certificateKinds }: Wish = {},
): Promise<Uint8Array> {
  const consentVersion = currentConsentVersion
  const { signingPassword, cardDataPin } = card
  if (platform === 'android') {
    const draft = await prepareApplication(phone, authority, { purpose, kinds, consentVersion })
    return (await signApplication(draft, await card.hold(), signingPassword)).cms
  }
  const faceCheck = { method: 'practice', passedAt: phone.now() } as const
  const again = purpose === 'resume' ? { purpose } : {}
  const draft = await prepareIphoneApplication(phone, authority, {
    ...again,
    consentVersion,
    faceCheck,
  })
  const atHand = { transport: await card.hold(), cardDataPin, signingPassword }
  return (await signIphoneApplication(draft, atHand)).cms
}

/** 2-D, 3-D: the phone's own codes, one for each kind. @throws {PhoneError} */
export async function setCodes(
  { phone, platform, password, pin }: ThePhone,
  { kinds = certificateKinds }: Wish = {},
): Promise<void> {
  const [signingPassword, authenticationPin] = [password(), pin()]
  if (platform === 'iphone') return setIphoneSecrets(phone, { signingPassword, authenticationPin })
  return setSecrets(phone, {
    ...(kinds.includes('signing') && { signingPassword }),
    ...(kinds.includes('authentication') && { authenticationPin }),
  })
}

/** The same without steps, for attempts to be refused. @throws {PhoneError}; {AuthorityProblem} */
export async function tryToApply(
  the: ThePhone,
  card: TheCard,
  wish: Wish = {},
): Promise<ApplicationView> {
  await signWithCard(the, card, wish)
  await setCodes(the, wish)
  return submitApplication(the.phone, the.authority)
}

/** Up to 申請完了. */
export async function apply(
  world: World,
  the: ThePhone,
  card: CardInHand,
  wish: Wish = {},
): Promise<ApplicationView> {
  const { phone, authority, platform } = the
  const rows = rowsOf(platform, wish.purpose)
  await world.step(rows.apply, '申請', async (step) => {
    const cms = await signWithCard(the, card, wish)
    step.assert(status(phone).stage === 'signed', "the card's signing key signed the application")
    await world.files.cms('application', cms)
  })
  return world.step(rows.codes, '暗証番号の設定と申請完了', async (step) => {
    await setCodes(the, wish)
    step.assert(
      status(phone).stage === 'secrets-set',
      "the phone's keys are behind their own secrets",
    )
    const view = await submitApplication(phone, authority)
    step.assert(
      view.kinds.length === (wish.kinds ?? certificateKinds).length,
      `the application is accepted: ${view.kinds.join(' and ')}`,
    )
    step.fact('reference number', view.receiptNumber)
    step.fact('expected at', view.expectedAt)
    return view
  })
}

/** 5-A1: the push notification some minutes later. @throws {ScenarioError} NOTICE_LATE */
export const waitForNotice = (
  world: World,
  { authority }: ThePhone,
  application: ApplicationView,
): Promise<void> =>
  world.step('5-A1', 'プッシュ通知', async (step) => {
    const late = AbortSignal.timeout(longestWait)
    const notice = await awaitNotice(authority, application.id, late).catch((cause: unknown) => {
      if (late.aborted)
        throw new ScenarioError('NOTICE_LATE', { detail: application.receiptNumber, cause })
      throw cause
    })
    step.assert(
      notice.kind === 'ready-to-register',
      'a notification says that registration can begin',
    )
    step.fact('notification at', notice.at)
    const view = await authority.currentCredential()
    const waiting = view?.certificates.every(({ status }) => status === 'signed')
    step.assert(
      view?.state === 'issued' && waiting === true,
      'the app shows it as issued, to be registered',
    )
  })

/** A notice of another kind, wherever it came up. @param about the words of the step */
export const waitForWord = (
  world: World,
  row: string,
  about: string,
  { authority }: ThePhone,
  kind: NoticeKind,
): Promise<void> =>
  world.step(row, about, async (step) => {
    const late = AbortSignal.timeout(longestWait)
    const known = (await authority.notices()).some((notice) => notice.kind === kind)
    if (!known) {
      for await (const notice of authority.noticeStream(late)) if (notice.kind === kind) break
    }
    if (late.aborted) throw new ScenarioError('NOTICE_LATE', kind)
    step.assert(true, `the phone has a notification: ${kind}`)
  })

/** 登録する, or 続ける on an iPhone. */
export const register = (
  world: World,
  { phone, platform, authority, certificates }: ThePhone,
  application: ApplicationView,
  { purpose }: Wish = {},
): Promise<void> =>
  world.step(rowsOf(platform, purpose).register, '登録', async (step) => {
    const credential = await registerCredential(phone, authority, application.id)
    step.assert(status(phone).stage === 'registered', 'the phone uses its new keys')
    const has = Object.keys(certificates())
    const all = application.kinds.every((kind) => has.includes(kind))
    step.assert(all, `on the phone now: ${application.kinds.join(' and ')}`)
    step.fact('credential', credential.id)
  })

/** All of it, from the card to 登録完了, and then everyone's view of it. */
export async function applyAndRegister(
  world: World,
  the: ThePhone,
  card: TheCard,
  wish: Wish = {},
): Promise<void> {
  const application = await apply(world, the, card, wish)
  await waitForNotice(world, the, application)
  await register(world, the, application, wish)
  const { kinds = certificateKinds } = wish
  await everyoneSees(world, rowsOf(the.platform, wish.purpose).register, '登録のあと', the, {
    resident: 'active',
    portal: kinds.includes('authentication') ? 'accepted' : 'NOT_REGISTERED',
    openssl: Object.fromEntries(kinds.map((kind) => [kind, 'good' as const])),
  })
}
