/**
 * The secure element as a card in reach (ISO 7816-4): the JPKI applet of packages/card over the keys in use. The applet
 * compares and signs with plain values; they are in memory only from a right VERIFY, or from the phone's own recognition of
 * its holder (1-A③), until the security status is lost. A try is spent, and stored, before the comparison; changes are stored before an answer is given.
 */
import {
  type CardContents,
  CardError,
  type CardTransport,
  elementaryFile,
  emptySecureElement,
  parseCommand,
  type SecretFile,
  secretPlaces,
  setCertificate,
  setPrivateKey,
  VirtualCard,
} from '@kazashi/card'
import { type CertificateKind, certificateKinds as kinds } from '@kazashi/lifecycle'
import { releaseByBiometrics } from './biometrics.ts'
import { PhoneError } from './errors.ts'
import { releaseKey, sealUnderSecret, withKey, withoutBiometrics, withTries } from './keys.ts'
import type { PhoneState } from './phone-state.ts'

const ins = { verify: 0x20, changeReferenceData: 0x24, select: 0xa4 } as const
const selectByName = 0x04
const ok = 0x9000
/** Stands for a secret's value while it is not being compared. */
const placeholderLength = 16

interface Opened {
  readonly card: VirtualCard
  readonly secrets: Readonly<Record<CertificateKind, SecretFile>>
  /** PKCS #8 of the kinds that may sign now. */
  readonly keys: Map<CertificateKind, Uint8Array>
}

function secretFile(contents: CardContents, kind: CertificateKind): SecretFile {
  const name = kind === 'signing' ? 'signing-password' : 'authentication-pin'
  const file = elementaryFile(contents, ...secretPlaces[name])
  if (file.type !== 'secret') throw new PhoneError('STATE_MALFORMED', { detail: name })
  return file
}

function open({ record, random }: PhoneState): Opened {
  const contents = emptySecureElement(record.device.platform)
  const secrets = {
    signing: secretFile(contents, 'signing'),
    authentication: secretFile(contents, 'authentication'),
  }
  for (const kind of kinds) {
    const key = record.installed[kind]
    if (key?.secret === undefined) continue
    setCertificate(contents, kind, key.certificate, key.issuer)
    secrets[kind].value = new Uint8Array(random(placeholderLength))
    secrets[kind].triesLeft = key.secret.triesLeft
  }
  return { card: new VirtualCard(contents, random), secrets, keys: new Map() }
}

function drop(opened: Opened, kind: CertificateKind): void {
  opened.keys.get(kind)?.fill(0)
  opened.keys.delete(kind)
  setPrivateKey(opened.card.contents, kind, undefined)
}

function hold(opened: Opened, kind: CertificateKind, pkcs8: Uint8Array): void {
  drop(opened, kind)
  opened.keys.set(kind, pkcs8)
  setPrivateKey(opened.card.contents, kind, pkcs8)
}

const statusOf = (response: Uint8Array): number =>
  ((response.at(-2) ?? 0) << 8) | (response.at(-1) ?? 0)

function parsed(command: Uint8Array) {
  try {
    return parseCommand(command)
  } catch {
    return undefined // the applet says what is wrong with it
  }
}

async function verify(
  state: PhoneState,
  opened: Opened,
  kind: CertificateKind,
  command: Uint8Array,
  value: Uint8Array,
) {
  const file = opened.secrets[kind]
  const pkcs8 = await releaseKey(state, 'installed', kind, value)
  const placeholder = new Uint8Array(state.random(placeholderLength))
  file.value = pkcs8 === undefined ? placeholder : value
  const { response } = opened.card.process(command)
  file.value = placeholder
  if (pkcs8 !== undefined && statusOf(response) === ok) hold(opened, kind, pkcs8)
  else {
    pkcs8?.fill(0)
    drop(opened, kind)
  }
  await state.change((record) => withTries(record, 'installed', kind, file.triesLeft))
  return response
}

async function change(
  state: PhoneState,
  opened: Opened,
  kind: CertificateKind,
  command: Uint8Array,
) {
  const file = opened.secrets[kind]
  const { response } = opened.card.process(command)
  const value = file.value
  const pkcs8 = opened.keys.get(kind)
  if (statusOf(response) !== ok || value === undefined || pkcs8 === undefined) return response
  file.value = new Uint8Array(state.random(placeholderLength))
  const sealed = await sealUnderSecret(state, kind, pkcs8, value)
  await state.change((record) => {
    const key = record.installed[kind]
    if (key === undefined) throw new PhoneError('KEY_MISSING', { detail: kind })
    return withKey(record, 'installed', kind, { ...withoutBiometrics(key), ...sealed })
  })
  return response
}

async function exchange(
  state: PhoneState,
  opened: Opened,
  command: Uint8Array,
): Promise<Uint8Array> {
  const apdu = parsed(command)
  const target = opened.card.secretOf(command)
  const kind = kinds.find((each) => opened.secrets[each] === target)
  if (apdu !== undefined && kind !== undefined) {
    const usable = target?.value !== undefined && target.triesLeft > 0
    if (apdu.ins === ins.verify && apdu.data.length > 0 && usable) {
      return verify(state, opened, kind, command, apdu.data)
    }
    if (apdu.ins === ins.changeReferenceData) return change(state, opened, kind, command)
  }
  const { response } = opened.card.process(command)
  if (apdu?.ins === ins.select && apdu.p1 === selectByName && statusOf(response) === ok) {
    for (const each of kinds) drop(opened, each)
  }
  return response
}

async function recognise(state: PhoneState, opened: Opened, secret: Uint8Array): Promise<void> {
  const pkcs8 = await releaseByBiometrics(state, secret)
  if (opened.card.recognise('authentication-pin')) return hold(opened, 'authentication', pkcs8)
  pkcs8.fill(0)
  throw new CardError('SECURITY_STATUS')
}

export interface ElementTransport extends CardTransport {
  /**
   * The holder has been recognised by a finger or a face: the authentication key may sign as after a right VERIFY, until
   * the security status is lost; tries stay as they are. The applet has to be selected. A refusal takes the element out of
   * reach.
   * @param secret of the platform authenticator
   * @throws {PhoneError} BIOMETRICS_OFF, BIOMETRICS_WRONG, SECRET_BLOCKED, UNSEALING
   * @throws {CardError} CARD_AWAY, SECURITY_STATUS (the applet is not selected)
   */
  recognise(secret: Uint8Array): Promise<void>
}

/** @param isCurrent false once another transport was opened or the keys changed: this one answers CARD_AWAY then */
export function elementTransport(state: PhoneState, isCurrent: () => boolean): ElementTransport {
  let opened: Opened | undefined = open(state)
  const { atr } = opened.card
  let last: Promise<unknown> = Promise.resolve()

  const leave = () => {
    if (opened !== undefined) for (const kind of kinds) drop(opened, kind)
    opened = undefined
  }
  const inTurn = <T>(task: (current: Opened) => Promise<T>): Promise<T> => {
    const done = last.then(async () => {
      if (!isCurrent()) leave()
      if (opened === undefined) throw new CardError('CARD_AWAY')
      try {
        return await task(opened)
      } catch (error) {
        leave() // the memory may be ahead of the store: no answer from it any more
        throw error
      }
    })
    last = done.catch(() => undefined)
    return done
  }
  return {
    atr,
    transmit: (command) =>
      inTurn(async (current) => {
        const response = await exchange(state, current, command)
        state.onExchange?.(command, response)
        return response
      }),
    recognise: (secret) => inTurn((current) => recognise(state, current, secret)),
    reset: () =>
      inTurn(async (current) => {
        for (const kind of kinds) drop(current, kind)
        current.card.reset()
      }),
    async close() {
      await last
      leave()
    },
  }
}
