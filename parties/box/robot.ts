/**
 * A phone without a screen, for programs: the same procedures as the app's, with a card of its own. It applies, registers and logs in
 * by itself. It lives as long as the process: its keys cannot be taken out of it (HTML §2.7).
 */
import { randomBytes, randomInt } from 'node:crypto'
import { authorityPort } from '@kazashi/authority/api'
import { type CardContents, memoryTransport, VirtualCard } from '@kazashi/card'
import { certificateKinds, type PhonePlatform } from '@kazashi/lifecycle'
import {
  type AuthorityPort,
  answerLogin,
  asksForPassword,
  awaitNotice,
  currentConsentVersion,
  memoryPhoneStore,
  openLoginRequest,
  openPhone,
  type Phone,
  prepareApplication,
  prepareIphoneApplication,
  registerCredential,
  sendLogin,
  setIphoneSecrets,
  setSecrets,
  signApplication,
  signByPassword,
  signIphoneApplication,
  submitApplication,
} from '@kazashi/phone'
import type { CardNote } from './views.ts'

export interface RobotSurroundings {
  /** Origin. */
  readonly authority: string
  readonly fetch: typeof globalThis.fetch
  /** The sandbox's time. */
  readonly now: () => Promise<Date>
}

export interface RobotCard {
  readonly slip: CardNote['slip']
  readonly contents: CardContents
  /** Durable when it resolves. */
  readonly save: (contents: CardContents) => Promise<void>
}

/** As the list of supported phones has them. */
const models = {
  android: { model: 'Kazashi CLI', osVersion: '15' },
  iphone: { model: 'iPhone 16', osVersion: '18.5' },
} as const

/** Milliseconds from an application to its notice at the pace of programs. */
const longestWait = 30_000
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

export class Robot {
  readonly platform: PhonePlatform
  readonly #phone: Phone
  readonly #authority: AuthorityPort
  readonly #sync: () => Promise<void>
  readonly #fetch: typeof globalThis.fetch
  readonly #pin = String(randomInt(10_000)).padStart(4, '0')
  readonly #password = `KZ${randomInt(10 ** 8, 10 ** 9)}`
  /** One thing after the other, as a person has two hands. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(
    platform: PhonePlatform,
    phone: Phone,
    authority: AuthorityPort,
    sync: () => Promise<void>,
    fetch: typeof globalThis.fetch,
  ) {
    this.platform = platform
    this.#phone = phone
    this.#authority = authority
    this.#sync = sync
    this.#fetch = fetch
  }

  /** A phone as it comes from the shop. */
  static async open(
    platform: PhonePlatform,
    { authority: origin, fetch, now: told }: RobotSurroundings,
  ): Promise<Robot> {
    let ahead = (await told()).getTime() - Date.now()
    const now = () => new Date(Date.now() + ahead)
    const phone = await openPhone({
      store: memoryPhoneStore(),
      platform,
      ...models[platform],
      now,
      random,
    })
    const authority = authorityPort(origin, phone.deviceKey, fetch, {
      now,
      onTime: phone.authorityTime.learn,
      pace: () => 'at-once',
    })
    const sync = async () => {
      const time = await told()
      ahead = time.getTime() - Date.now()
      phone.authorityTime.learn(time)
    }
    return new Robot(platform, phone, authority, sync, fetch)
  }

  get isRegistered(): boolean {
    return this.#phone.record.credential !== undefined
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(async () => {
      await this.#sync()
      return work()
    })
    this.#turn = done.catch(() => undefined)
    return done
  }

  async #sign({ slip, contents, save }: RobotCard): Promise<void> {
    const transport = memoryTransport(new VirtualCard(contents, random), { persist: save })
    const { signingPassword, cardDataPin } = slip
    const consentVersion = currentConsentVersion
    const phone = this.#phone
    if (this.platform === 'android') {
      const choice = { purpose: 'new', kinds: certificateKinds, consentVersion } as const
      const draft = await prepareApplication(phone, this.#authority, choice)
      await signApplication(draft, transport, signingPassword)
      const secrets = { signingPassword: this.#password, authenticationPin: this.#pin }
      return setSecrets(phone, secrets)
    }
    const faceCheck = { method: 'practice', passedAt: phone.now() } as const
    const draft = await prepareIphoneApplication(phone, this.#authority, {
      consentVersion,
      faceCheck,
    })
    await signIphoneApplication(draft, { transport, cardDataPin, signingPassword })
    return setIphoneSecrets(phone, {
      signingPassword: this.#password,
      authenticationPin: this.#pin,
    })
  }

  async #register(): Promise<void> {
    const { application } = this.#phone.record
    if (this.isRegistered || application?.stage !== 'applied') return
    await registerCredential(this.#phone, this.#authority, application.view.id)
  }

  /**
   * 2-C to 2-E, 3-C to 3-D. At night the application is taken, and registered when the robot is asked for something by day.
   * @throws {PhoneError}; {AuthorityProblem}
   */
  apply(card: RobotCard): Promise<void> {
    return this.#inTurn(async () => {
      await this.#sign(card)
      const { id, appliedAt, expectedAt } = await submitApplication(this.#phone, this.#authority)
      if (Date.parse(expectedAt) - Date.parse(appliedAt) > longestWait) return
      await awaitNotice(this.#authority, id, AbortSignal.timeout(longestWait))
      await this.#register()
    })
  }

  /**
   * 1-B①: answers a request: hands over and signs what it asks for.
   * @param code on the screen that is to be logged in; none: that browser is led back
   * @returns where it is led back @throws {PhoneError}; {AuthorityProblem}; an error with the code of the relying party's refusal
   */
  logIn(request: string, code: string | undefined): Promise<string | undefined> {
    return this.#inTurn(async () => {
      await this.#register()
      const asked = await openLoginRequest(this.#phone, request, this.#fetch)
      const response = await answerLogin(this.#phone, asked, this.#pin, { code })
      const signed = asksForPassword(asked)
        ? await signByPassword(this.#phone, asked, response, this.#password)
        : {}
      const outcome = await sendLogin(asked, response, this.#fetch, signed)
      if (outcome.accepted) return outcome.returnUrl
      const reason = outcome.problem?.code ?? String(outcome.status)
      throw Object.assign(new Error(`the site refused: ${reason}`), { code: reason })
    })
  }
}
