/**
 * A phone without a screen, for programs: the same procedures as the app's, with a card of its own. It applies, registers and logs in
 * by itself. It lives as long as the process: its keys cannot be taken out of it (HTML §2.7).
 */
import { randomBytes, randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { authorityPort } from '@kazashi/authority/api'
import { type CardContents, type CardTransport, memoryTransport, VirtualCard } from '@kazashi/card'
import { type ApplicationPurpose, certificateKinds, type PhonePlatform } from '@kazashi/lifecycle'
import {
  type AuthorityPort,
  agreedTo,
  answerLogin,
  asksForPassword,
  awaitNotice,
  biometricsAreOn,
  currentConsentVersion,
  heldElement,
  memoryPhoneStore,
  newBiometricInput,
  openLoginRequest,
  openPhone,
  type Phone,
  PhoneError,
  passingCost,
  prepareApplication,
  prepareIphoneApplication,
  refreshFromAuthority,
  registerCredential,
  revokeCertificates,
  sendLogin,
  setIphoneSecrets,
  setSecrets,
  signApplication,
  signByPassword,
  signIphoneApplication,
  submitApplication,
  turnOnBiometrics,
} from '@kazashi/phone'
import type { CardNote } from './views.ts'

export interface RobotSurroundings {
  /** Origin. */
  readonly authority: string
  readonly fetch: typeof globalThis.fetch
  /** The sandbox's time. */
  readonly now: () => Promise<Date>
}

/** How the person in front of it behaves. Default: answers at once, and makes no mistake. */
export interface Owner {
  /** Milliseconds before anything is pressed. */
  readonly waits?: number
  readonly declines?: boolean
  readonly misreadsCode?: boolean
  readonly forgets?: 'pin' | 'password'
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
/** Another PIN. */
const another = (pin: string) => String((Number(pin) + 1) % 10_000).padStart(4, '0')
/** Wrong codes that somebody types. */
const codeTries = 3

/** Somebody who is sure of a secret enters it again. @throws {PhoneError} SECRET_BLOCKED */
async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof PhoneError && error.code === 'SECRET_WRONG')) throw error
    }
  }
}

const refusedWith = (code: string) => Object.assign(new Error(`it was refused: ${code}`), { code })
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

export class Robot {
  readonly platform: PhonePlatform
  readonly #phone: Phone
  readonly #authority: AuthorityPort
  readonly #sync: () => Promise<void>
  readonly #fetch: typeof globalThis.fetch
  readonly #owner: Owner
  readonly #pin = String(randomInt(10_000)).padStart(4, '0')
  readonly #password = `KZ${randomInt(10 ** 8, 10 ** 9)}`
  /** As its platform authenticator gives it. */
  readonly #face = random(32)
  /** One thing after the other, as a person has two hands. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(
    platform: PhonePlatform,
    phone: Phone,
    authority: AuthorityPort,
    sync: () => Promise<void>,
    fetch: typeof globalThis.fetch,
    owner: Owner,
  ) {
    this.platform = platform
    this.#phone = phone
    this.#authority = authority
    this.#sync = sync
    this.#fetch = fetch
    this.#owner = owner
  }

  /** A phone as it comes from the shop. */
  static async open(
    platform: PhonePlatform,
    { authority: origin, fetch, now: told }: RobotSurroundings,
    owner: Owner = {},
  ): Promise<Robot> {
    let ahead = (await told()).getTime() - Date.now()
    const now = () => new Date(Date.now() + ahead)
    const phone = await openPhone({
      store: memoryPhoneStore(),
      platform,
      ...models[platform],
      now,
      random,
      secretCost: passingCost,
    })
    const authority = authorityPort(origin, phone.deviceKey, fetch, {
      now,
      onTime: phone.authorityTime.learn,
      pace: () => 'any-hour',
    })
    const sync = async () => {
      const time = await told()
      ahead = time.getTime() - Date.now()
      phone.authorityTime.learn(time)
    }
    return new Robot(platform, phone, authority, sync, fetch, owner)
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

  async #sign({ slip, contents, save }: RobotCard, purpose: ApplicationPurpose): Promise<void> {
    const transport = memoryTransport(new VirtualCard(contents, random), { persist: save })
    const { signingPassword, cardDataPin } = slip
    const consentVersion = currentConsentVersion
    const phone = this.#phone
    if (this.platform === 'android') {
      const choice = { purpose, kinds: certificateKinds, consentVersion } as const
      const draft = await prepareApplication(phone, this.#authority, choice)
      await signApplication(draft, transport, signingPassword)
      const secrets = { signingPassword: this.#password, authenticationPin: this.#pin }
      return setSecrets(phone, secrets)
    }
    const faceCheck = { method: 'practice', passedAt: phone.now() } as const
    // 4-B is from Android to Android: another iPhone adds the card as new (4-A).
    const draft = await prepareIphoneApplication(phone, this.#authority, {
      purpose: purpose === 'resume' ? purpose : 'new',
      consentVersion,
      faceCheck,
    })
    await signIphoneApplication(draft, { transport, cardDataPin, signingPassword })
    return setIphoneSecrets(phone, {
      signingPassword: this.#password,
      authenticationPin: this.#pin,
    })
  }

  /** 2-C to 2-E, 3-C to 3-D, 5-B3; at any hour. @throws {PhoneError}; {AuthorityProblem} */
  apply(card: RobotCard, purpose: ApplicationPurpose = 'new'): Promise<void> {
    return this.#inTurn(async () => {
      // What has befallen its certificates meanwhile.
      if (this.isRegistered) await refreshFromAuthority(this.#phone, this.#authority)
      await this.#sign(card, purpose)
      const { id } = await submitApplication(this.#phone, this.#authority)
      await awaitNotice(this.#authority, id, AbortSignal.timeout(longestWait))
      await registerCredential(this.#phone, this.#authority, id)
    })
  }

  /** 2-F, 3-E: the holder ends the certificates in the app. @throws {PhoneError}; {AuthorityProblem} */
  delete(): Promise<void> {
    return this.#inTurn(async () => {
      const way = { by: 'phone', secret: this.#password } as const
      await revokeCertificates(this.#phone, this.#authority, certificateKinds, way)
    })
  }

  /**
   * 1-B①: answers a request: hands over and signs what it asks for.
   * @param code on the screen that is to be logged in; none: that browser is led back
   * @returns where it is led back @throws {PhoneError}; {AuthorityProblem}; an error with the code of the relying party's refusal
   */
  logIn(request: string, code: string | undefined): Promise<string | undefined> {
    return this.#inTurn(async () => {
      const { waits = 0, declines, misreadsCode } = this.#owner
      await delay(waits)
      if (declines && this.isRegistered) throw refusedWith('DECLINED')
      if (!misreadsCode) return this.#answer(request, code)
      const misread = String((Number(code) + 1) % 100).padStart(2, '0')
      for (let tries = 1; tries < codeTries; tries++) {
        await this.#answer(request, misread).catch((error: unknown) => {
          if (!(error instanceof Error && 'code' in error && error.code === 'CODE_WRONG'))
            throw error
        })
      }
      return this.#answer(request, misread)
    })
  }

  /**
   * 1-B③, 1-B④: held to a reader. The owner of an iPhone is recognised by a face; that of another phone enters the PIN at the reader.
   * @throws {PhoneError} NOT_REGISTERED
   */
  hold(): Promise<{ readonly transport: CardTransport; readonly pin: string | undefined }> {
    return this.#inTurn(async () => {
      const phone = this.#phone
      if (this.platform === 'android' || !this.isRegistered)
        return { transport: heldElement(phone), pin: this.#pin }
      if (!biometricsAreOn(phone)) {
        const made = { credentialId: random(16), input: newBiometricInput(phone) }
        await turnOnBiometrics(phone, this.#pin, { ...made, secret: this.#face.slice() })
      }
      return { transport: heldElement(phone, this.#face.slice()), pin: undefined }
    })
  }

  /** @throws as `logIn` */
  async #answer(request: string, code: string | undefined): Promise<string | undefined> {
    const { forgets } = this.#owner
    const phone = this.#phone
    const wanted = await openLoginRequest(phone, request, this.#fetch)
    // What may be left out is handed over by whoever can.
    const canSign = phone.record.installed.signing?.certificate !== undefined
    const asked = agreedTo(wanted, canSign ? (wanted.optional ?? []) : [])
    const force = forgets !== undefined
    const pin = forgets === 'pin' ? another(this.#pin) : this.#pin
    const password = forgets === 'password' ? `${this.#password}X` : this.#password
    const response = await insist(() => answerLogin(phone, asked, pin, { code, force }))
    const signed = asksForPassword(asked)
      ? await insist(() => signByPassword(phone, asked, response, password, { force }))
      : {}
    const outcome = await sendLogin(asked, response, this.#fetch, signed)
    if (outcome.accepted) return outcome.returnUrl
    throw refusedWith(outcome.problem?.code ?? String(outcome.status))
  }
}
