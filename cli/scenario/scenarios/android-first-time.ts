/** From the card to the first login, on an Android phone, without a screen: 2-A…2-E, 1-A①, 1-B①. */
import { certificateKinds } from '@kazashi/lifecycle'
import { answerLogin, status } from '@kazashi/phone'
import { parseCertificate } from '@kazashi/pki'
import { apply, register, signWithCard, tryToApply, waitForNotice } from '../applying.ts'
import { askAndOpen, handIn, type SignedLogin, sendAgain, signLogin } from '../at-the-portal.ts'
import { checkAnchors, checkCertificate } from '../certificate-checks.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { type TheCard, takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone, otherPassword, otherPin, type ThePhone } from '../the-phone.ts'
import type { World } from '../world.ts'

const checkCertificates = (world: World, phone: ThePhone, card: TheCard): Promise<void> =>
  world.step('1-A①', 'スマホ用電子証明書', async (step) => {
    for (const kind of certificateKinds) {
      const certificate = phone.certificates()[kind]?.certificate ?? new Uint8Array()
      const pair = { kind, certificate, cards: card.certificates[kind].certificate }
      await checkCertificate(world, pair, step)
    }
  })

/** @returns the answer that was accepted */
const firstLogin = (world: World, phone: ThePhone): Promise<SignedLogin> =>
  world.step('1-B①', 'ログイン', async (step) => {
    const signed = await signLogin(world, phone)
    const { browser, request } = signed
    const { origins } = world.sandbox
    step.assert(
      new URL(browser.appUrl).origin === origins.app,
      "the QR code of the portal's login opens the app",
    )
    step.assert(
      !JSON.stringify(request).includes(`"${browser.code}"`),
      'the link does not tell the number on the screen',
    )
    step.assert(request.audience === origins.gate, 'the request speaks for its own gate')
    step.assert(
      request.relyingParty === browser.relyingParty,
      'screen and phone name the same site, the portal',
    )
    await world.files.cms('login', signed.cms)
    const said = await handIn(world, signed)
    step.assert(said === 'accepted', `the portal accepts the answer${said && ` (${said})`}`)
    const { sub, statusCheckedAt } = await browser.me()
    const { certificate = new Uint8Array() } = phone.certificates().authentication ?? {}
    const { serialNumber } = parseCertificate(certificate)
    step.assert(
      sub.length > 0 && !sub.includes(serialNumber),
      'the portal knows the person by a name of its own, and no serial number',
    )
    step.fact('status checked at', statusCheckedAt)
    const again = await signLogin(world, phone)
    await handIn(world, again)
    step.assert((await again.browser.me()).sub === sub, 'and by the same name the next time')
    return signed
  })

export const androidFirstTime = scenario({
  name: 'android-first-time',
  rows: ['1-A①', '2-A', '2-C', '2-D', '5-A1', '2-E', '1-B①'],
  promises: [
    '1-A①.accepted',
    '1-A①.own-key',
    '2-C.signed-by-card',
    '2-E①.register',
    '2-E③.works',
    '1-B①.login',
    '1-B①.once',
  ],
  summary: 'card, application, codes, notification, registration, login with an Android phone',
  takesReader: true,
  async goodWay(world) {
    await checkAnchors(world)
    await byDay(world)
    const card = await takeCard(world)
    const phone = await newPhone(world, 'android')
    const application = await apply(world, phone, card)
    await waitForNotice(world, phone, application)
    await register(world, phone, application)
    await checkCertificates(world, phone, card)
    const login = await firstLogin(world, phone)
    await everyoneSees(world, '2-E', '登録のあと', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: 'good', authentication: 'good' },
    })
    return { card, phone, login }
  },
  async refusals(world, { card, phone, login }) {
    await world.step('1-B①', '同じ回答を二度', async (step) => {
      step.assert(await sendAgain(world, login), 'the phone hears once more that it was accepted')
    })
    const { request, browser } = await askAndOpen(world, phone.phone)
    await world.refusal('1-B①', '暗証番号を間違える', 'SECRET_WRONG', () =>
      answerLogin(phone.phone, request, otherPin(phone.pin())),
    )
    await world.step('1-B①', '間違えたあと', async (step) => {
      const all = status(phone.phone).credential?.certificates ?? []
      const left = all.find(({ kind }) => kind === 'authentication')?.triesLeft
      step.assert(left === 2, 'it costs one of three attempts')
      step.assert((await browser.state()).state === 'pending', 'the portal is not told of it')
    })
    await world.refusal('2-C', 'すでに登録したスマホで申請', 'CREDENTIAL_PRESENT', () =>
      tryToApply(phone, card),
    )
    const another = await newPhone(world, 'android')
    const mistaken = { ...card, signingPassword: otherPassword(card.signingPassword) }
    await world.refusal('2-C', 'カードのパスワードを間違える', 'CARD_SECRET_WRONG', () =>
      signWithCard(another, mistaken),
    )
  },
})
