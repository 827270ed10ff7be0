/** In any order of tries the authentication key signs for the PIN or for the present secret, and for nothing else. */
import { openCard } from '@kazashi/card'
import { type BiometricState, stepBiometrics, tries } from '@kazashi/lifecycle'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verdictOf } from '../../tools/code-of.ts'
import { biometricState } from './biometrics.ts'
import type { Phone } from './phone.ts'
import { newBiometricInput, turnOffBiometrics, turnOnBiometrics } from './procedures/biometrics.ts'
import { requestUnblocking, resetSecrets } from './procedures/unblocking.ts'
import { memoryPhoneStore, type PhoneStore } from './store.ts'
import { phoneSecrets, random, smallAuthority, smallCard, somePhone } from './test-builders.ts'
import { cardAtHand, registeredAndroid } from './test-courses.ts'

const acts = [
  'right-pin',
  'wrong-pin',
  'right-finger',
  'other-finger',
  'turn-on',
  'turn-on-wrongly',
  'turn-off',
  'set-anew',
  'change-by-finger',
  'reopen',
] as const
type Act = (typeof acts)[number]

const kinds = ['authentication'] as const
const wrongPin = '0000'

/** Signs, or says why not. */
async function signs(phone: Phone, proof: string | Uint8Array | undefined): Promise<unknown> {
  const transport = phone.element.transport()
  const holder =
    proof === undefined
      ? async () => undefined
      : typeof proof === 'string'
        ? proof
        : () => transport.recognise(proof.slice())
  return verdictOf(
    openCard(transport)
      .signer('authentication', holder, { force: true })
      .then((signer) => signer.sign(random(32)))
      .finally(() => transport.close()),
  )
}

/** The same phone, as it is stored now. */
async function copyOf(store: PhoneStore): Promise<Phone> {
  const stored = await store.load()
  if (stored === undefined) throw new Error('nothing stored')
  return somePhone({ load: async () => stored, save: async () => undefined })
}

test('1-A③ 5-A2 no order of wrong PINs, fingers and resets leaves a key that signs without the PIN or the present secret', async () => {
  const authority = await smallAuthority()
  const card = await smallCard(authority)
  const run = async (order: readonly Act[]) => {
    const store = memoryPhoneStore()
    let phone = await registeredAndroid(authority, card, kinds, store)
    let pin = phoneSecrets.authenticationPin
    let left: number = tries.pin
    let state = 'off' as BiometricState
    let secret: Uint8Array | undefined
    const old: Uint8Array[] = []
    const step = (event: Parameters<typeof stepBiometrics>[1]): boolean => {
      const next = stepBiometrics(state, event)
      if (next === undefined) return false
      state = next
      // A copy lives in the state `on` only, and turning on anew makes another one.
      if ((next !== 'on' || event === 'turn-on') && secret !== undefined) {
        old.push(secret)
        secret = undefined
      }
      return true
    }
    const spend = () => {
      if (left === 0) return
      left -= 1
      if (left === 0) step('lock')
    }
    const perform: Readonly<Record<Act, () => Promise<unknown>>> = {
      'right-pin': async () => {
        expect(await signs(phone, pin)).toBe(left === 0 ? 'SECRET_BLOCKED' : 'accepted')
        if (left > 0) left = tries.pin
      },
      'wrong-pin': async () => {
        expect(await signs(phone, wrongPin)).not.toBe('accepted')
        spend()
      },
      'right-finger': async () => {
        const usable = stepBiometrics(state, 'use') !== undefined
        expect((await signs(phone, secret ?? random(32))) === 'accepted').toBe(usable)
      },
      'other-finger': async () => expect(await signs(phone, random(32))).not.toBe('accepted'),
      'turn-on': async () => {
        const made = random(32)
        const credentialId = random(16)
        const input = newBiometricInput(phone)
        const given = { credentialId, input, secret: made.slice() }
        const told = await verdictOf(phone.element.turnOnBiometrics(pin, given, true))
        expect(told === 'accepted').toBe(step('turn-on'))
        if (told === 'accepted') {
          secret = made
          left = tries.pin
        }
      },
      'turn-on-wrongly': async () => {
        const given = { credentialId: random(16), input: random(32), secret: random(32) }
        const lastTry = left === 1
        expect(await verdictOf(turnOnBiometrics(phone, wrongPin, given))).not.toBe('accepted')
        if (!lastTry) spend()
      },
      'turn-off': async () => {
        await turnOffBiometrics(phone)
        step('turn-off')
      },
      'set-anew': async () => {
        pin = pin === '9034' ? '7145' : '9034'
        await requestUnblocking(phone, authority, kinds, cardAtHand(card))
        await resetSecrets(phone, authority, { authenticationPin: pin })
        step('set-pin')
        left = tries.pin
      },
      'change-by-finger': async () => {
        if (secret === undefined) return
        const transport = phone.element.transport()
        const send = async (text: string) =>
          transport.transmit(new Uint8Array(Buffer.from(text, 'hex')))
        await send('00A4040C0AD392F000260100000001')
        await transport.recognise(secret.slice())
        await send('00A4020C020018')
        const answer = await send('002401800431323334')
        expect(Buffer.from(answer).toString('hex')).toBe('6982')
      },
      reopen: async () => {
        phone = await somePhone(store)
      },
    }
    for (const act of order) {
      await perform[act]()
      expect(biometricState(phone.record), act).toBe(state)
      expect(phone.record.installed.authentication?.secret?.triesLeft, act).toBe(left)
      const stolen = await copyOf(store)
      const kept = stolen.record.installed.authentication?.biometrics !== undefined
      expect(kept, act).toBe(state === 'on')
      expect(await signs(stolen, undefined), act).not.toBe('accepted')
      for (const gone of old) expect(await signs(stolen, gone), act).not.toBe('accepted')
    }
    const last = await copyOf(store)
    expect((await signs(last, secret ?? random(32))) === 'accepted').toBe(state === 'on')
    expect((await signs(await copyOf(store), pin)) === 'accepted').toBe(left > 0)
  }
  const order = fc.array(fc.constantFrom(...acts), { minLength: 6, maxLength: 12 })
  await fc.assert(fc.asyncProperty(order, run), {
    numRuns: 6,
    examples: [
      [['turn-on', 'right-finger', 'wrong-pin', 'wrong-pin', 'right-finger', 'wrong-pin']],
      [['turn-on', 'turn-on', 'turn-off', 'right-finger', 'turn-on', 'set-anew', 'right-finger']],
    ],
  })
}, 180_000)
