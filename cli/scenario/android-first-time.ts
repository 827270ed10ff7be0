/** From the card to the first login, on an Android phone, without a screen: 2-C, 2-D, 2-E, 1-A①, 1-B①. */
import { randomBytes, randomInt } from 'node:crypto'
import { authorityPort } from '@kazashi/authority/api'
import { isOpen } from '@kazashi/lifecycle'
import {
  answerLogin,
  awaitNotice,
  currentConsentVersion,
  memoryPhoneStore,
  openLoginRequest,
  openPhone,
  type Phone,
  PhoneError,
  prepareApplication,
  registerCredential,
  sendLogin,
  setSecrets,
  signApplication,
  status,
  submitApplication,
} from '@kazashi/phone'
import { parseCertificate } from '@kazashi/pki'
import { checkCertificate } from './certificate-checks.ts'
import type { Course } from './course.ts'
import type { KeptFiles } from './kept-files.ts'
import { askForLogin } from './portal-browser.ts'
import { openSandbox, type Sandbox } from './sandbox.ts'
import { ScenarioError } from './scenario-error.ts'
import { type CardChoice, takeCard } from './the-card.ts'

export interface ScenarioOptions extends CardChoice {
  readonly server: string
}

/** Milliseconds: 'some minutes' are some seconds in the sandbox. */
const longestWait = 120_000
/** Only for the phone of this run; nobody else ever sees it. */
const signingPassword = `KZ${randomInt(10 ** 8, 10 ** 9)}`
const digits = (n: number) => Array.from({ length: n }, () => String(randomInt(10))).join('')
const authenticationPin = digits(4)
const otherPin = String((Number(authenticationPin) + 1) % 10_000).padStart(4, '0')

async function newPhone(sandbox: Sandbox, files: KeptFiles): Promise<Phone> {
  return openPhone({
    ...{ store: memoryPhoneStore(), platform: 'android', model: 'Kazashi CLI', osVersion: '16' },
    now: sandbox.now,
    random: (length) => new Uint8Array(randomBytes(length)),
    onExchange: (command, response) => files.exchange('phone', command, response),
  })
}

const installed = (phone: Phone, kind: 'signing' | 'authentication'): Uint8Array =>
  phone.record.installed[kind]?.certificate ?? new Uint8Array()

async function logIn(phone: Phone, sandbox: Sandbox, course: Course, files: KeptFiles) {
  const { origins, fetch } = sandbox
  const [browser, request] = await course.step('1-B①', 'ログインの受付', async (step) => {
    const asked = await askForLogin(origins.portal, fetch)
    const link = new URL(asked.appUrl)
    step.assert(link.origin === origins.app, "the portal's QR code opens the app")
    const opened = await openLoginRequest(phone, link.searchParams.get('request') ?? '', fetch)
    step.assert(opened.code === asked.code, 'phone and portal show the same code')
    step.assert(
      opened.audience === origins.portal,
      'the request speaks for the portal it came from',
    )
    return [asked, opened] as const
  })
  await course.step('1-B①', '暗証番号を間違える', async (step) => {
    const refused = await answerLogin(phone, request, otherPin).catch((error: unknown) => error)
    const code = refused instanceof PhoneError ? refused.code : undefined
    step.assert(code === 'SECRET_WRONG', 'a wrong PIN is refused by the phone itself')
    const left = () =>
      status(phone).credential?.certificates.find(({ kind }) => kind === 'authentication')
        ?.triesLeft
    step.assert(left() === 2, 'it costs one of three tries')
    step.assert((await browser.state()).state === 'pending', 'the portal is not told of it')
  })
  await course.step('1-B①', 'ログイン', async (step) => {
    const cms = await answerLogin(phone, request, authenticationPin)
    await files.cms('login', cms)
    const outcome = await sendLogin(request, cms, fetch)
    const why = outcome.accepted ? '' : (outcome.problem?.code ?? String(outcome.status))
    step.assert(outcome.accepted, `the portal accepts the answer${why && ` (${why})`}`)
    step.assert((await browser.state()).state === 'accepted', 'the browser that asked is told so')
    const { serialNumber, statusCheckedAt } = await browser.me()
    const own = parseCertificate(installed(phone, 'authentication')).serialNumber
    step.assert(
      serialNumber === own,
      "the portal knows the phone's certificate by its serial number",
    )
    step.fact('status checked at', statusCheckedAt)
    const certificates = status(phone).credential?.certificates ?? []
    step.assert(
      certificates.every(({ kind, triesLeft }) => triesLeft === (kind === 'signing' ? 5 : 3)),
      'the right PIN gave the tries back',
    )
    const again = await sendLogin(request, cms, fetch)
    step.assert(!again.accepted && again.status === 409, 'the same answer is not taken twice')
  })
}

/** Throws where a step fails; the step is in the course then, with `passed: false`. */
export async function androidFirstTime(
  options: ScenarioOptions,
  course: Course,
  files: KeptFiles,
): Promise<void> {
  const sandbox = await course.step('1-A①', '信頼の起点', async (step) => {
    const opened = await openSandbox(options.server)
    for (const kind of ['signing', 'authentication'] as const) {
      const anchor = opened.anchors.find((each) => each.kind === kind)
      step.assert(anchor !== undefined, `there is a trust anchor for ${kind} certificates`)
      if (anchor === undefined) continue
      const { subject } = parseCertificate(anchor.certificate)
      step.assert(subject.text.includes('SANDBOX'), `it is named SANDBOX: ${subject.text}`)
      await files.certificate(`trust-${kind}`, anchor.certificate)
    }
    return opened
  })

  await course.step('5-A1', '発行時間', async (step) => {
    const moved = await sandbox.intoIssuingHours()
    step.assert(isOpen(sandbox.now()), 'it is between 8:00 and 19:30 in the sandbox')
    step.fact('sandbox clock', sandbox.now().toISOString())
    if (moved !== undefined) step.fact('moved to', moved.toISOString())
  })

  const card = await course.step('2-A', 'マイナンバーカード', async (step) => {
    const taken = await takeCard(sandbox, options, files)
    const { ski } = parseCertificate(taken.signing)
    step.assert(ski !== undefined, 'the card has a signing certificate')
    step.fact('card', taken.holder)
    await files.certificate('card-signing', taken.signing)
    await files.certificate('card-authentication', taken.authentication)
    return taken
  })

  const phone = await newPhone(sandbox, files)
  const authority = authorityPort(sandbox.origins.authority, phone.deviceKey, sandbox.fetch, {
    now: sandbox.now,
  })

  await course.step('2-C', '利用申請', async (step) => {
    const choice = {
      kinds: ['signing', 'authentication'],
      consentVersion: currentConsentVersion,
    } as const
    const draft = await prepareApplication(phone, authority, choice)
    const seen: string[] = []
    const signed = await signApplication(draft, card.transport, card.signingPassword, (at) =>
      seen.push(at),
    )
    await card.transport.close()
    step.assert(seen.at(-1) === 'signed', "the card's signing key signed the application")
    step.assert(
      status(phone).stage === 'signed',
      'the phone keeps it, for the case that the app is closed',
    )
    await files.cms('application', signed.cms)
  })

  const application = await course.step('2-D', '暗証番号の設定と申請完了', async (step) => {
    await setSecrets(phone, { signingPassword, authenticationPin })
    step.assert(
      status(phone).stage === 'secrets-set',
      "the phone's keys are behind their own secrets",
    )
    const view = await submitApplication(phone, authority)
    step.assert(view.kinds.length === 2, 'the authority took the application for both kinds')
    const { application: kept } = phone.record
    if (kept?.stage === 'applied') {
      const again = await authority.apply(kept.cms, kept.idempotencyKey)
      step.assert(again.id === view.id, 'handing it in again gives the same receipt')
    }
    step.fact('receipt number', view.receiptNumber)
    step.fact('expected at', view.expectedAt)
    return view
  })

  await course.step('2-D', 'プッシュ通知', async (step) => {
    const late = AbortSignal.timeout(longestWait)
    const notice = await awaitNotice(authority, application.id, late).catch((cause: unknown) => {
      if (late.aborted) throw new ScenarioError('NOTICE_LATE', application.receiptNumber, cause)
      throw cause
    })
    step.assert(notice.kind === 'ready-to-register', 'a notice says that registration can begin')
    step.fact('notice at', notice.at)
  })

  await course.step('2-E', '登録', async (step) => {
    const credential = await registerCredential(phone, authority, application.id)
    step.assert(
      status(phone).stage === 'registered',
      'the phone has both certificates and uses their keys',
    )
    step.fact('credential', credential.id)
  })

  await course.step('1-A①', 'スマホ用電子証明書', async (step) => {
    for (const kind of ['signing', 'authentication'] as const) {
      const pair = { kind, certificate: installed(phone, kind), cards: card[kind] }
      await checkCertificate(sandbox, pair, step, files)
    }
  })

  await logIn(phone, sandbox, course, files)
}
