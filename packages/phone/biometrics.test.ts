import { openCard } from '@kazashi/card'
import { verifySignedData } from '@kazashi/pki'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import type { Phone } from './phone.ts'
import {
  biometricQuestion,
  biometricsAreOn,
  checkPin,
  newBiometricInput,
  turnOffBiometrics,
  turnOnBiometrics,
} from './procedures/biometrics.ts'
import { answerLogin, type LoginRequest } from './procedures/login.ts'
import { refreshFromAuthority } from './procedures/refresh.ts'
import { revokeCertificates } from './procedures/revocation.ts'
import { status } from './procedures/status.ts'
import { requestUnblocking, resetSecrets } from './procedures/unblocking.ts'
import { memoryPhoneStore, type PhoneRecord } from './store.ts'
import {
  now,
  phoneSecrets,
  random,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  somePhone,
} from './test-builders.ts'
import { cardAtHand, registeredAndroid, registeredIphone } from './test-courses.ts'

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})

const pin = phoneSecrets.authenticationPin
const kinds = ['authentication'] as const
const request: LoginRequest = {
  id: 'r1',
  audience: 'https://portal.example',
  relyingParty: 'マイナポータル（練習用）',
  purpose: 'ログイン',
  nonce: '0123456789abcdef',
  expiresAt: new Date(now.getTime() + 60_000).toISOString(),
  responseUrl: 'https://portal.example/answer',
}

/** Secret of a platform authenticator: the same each time, and known to it alone. */
const authenticator = () => {
  const secret = random(32)
  const credentialId = random(20)
  return {
    secret: () => secret.slice(),
    made: (phone: Phone) => ({
      credentialId,
      secret: secret.slice(),
      input: newBiometricInput(phone),
    }),
  }
}

async function withBiometrics(store = memoryPhoneStore()) {
  const phone = await registeredAndroid(authority, card, ['signing', 'authentication'], store)
  const finger = authenticator()
  await turnOnBiometrics(phone, pin, finger.made(phone))
  return { phone, finger, store }
}

const login = (phone: Phone, secret: Uint8Array) =>
  answerLogin(phone, request, { biometricSecret: secret })
const triesLeft = (phone: Phone) => phone.record.installed.authentication?.secret?.triesLeft
const copyOf = (record: PhoneRecord | undefined) => record?.installed.authentication?.biometrics

async function enterWrong(phone: Phone, times: number) {
  const client = openCard(phone.element.transport())
  for (let i = 0; i < times; i += 1) {
    await codeOf(client.verify('authentication-pin', `000${i}`, { force: true }))
  }
}

describe('1-A③ a finger or a face in place of the PIN', () => {
  test('1-A③ signs a login that verifies, on Android and on an iPhone, and touches no try', async () => {
    const iphone = await registeredIphone(authority, card)
    const { phone, finger } = await withBiometrics()
    await turnOnBiometrics(iphone, pin, finger.made(iphone))
    for (const one of [phone, iphone]) {
      await enterWrong(one, 1)
      const { certificate } = await verifySignedData(await login(one, finger.secret()))
      expect(certificate.der).toEqual(one.record.installed.authentication?.certificate)
      expect(triesLeft(one)).toBe(2)
      expect(status(one).credential?.certificates).toMatchObject([
        { kind: 'signing', biometrics: false },
        { kind: 'authentication', biometrics: true, triesLeft: 2 },
      ])
    }
    await answerLogin(phone, request, pin)
    expect(triesLeft(phone)).toBe(3)
    await login(phone, finger.secret())
  })

  test('1-A③ the authenticator is asked with the credential and the input that were kept; another secret opens nothing and costs no try', async () => {
    const { phone, finger } = await withBiometrics()
    const copy = copyOf(phone.record)
    expect(biometricQuestion(phone)).toEqual({
      credentialId: copy?.credentialId,
      input: copy?.input,
    })
    expect(await codeOf(login(phone, random(32)))).toBe('BIOMETRICS_WRONG')
    expect(await codeOf(login(phone, random(31)))).toBe('BIOMETRICS_WRONG')
    expect(triesLeft(phone)).toBe(3)
    expect(await verdictOf(login(phone, finger.secret()))).toBe('accepted')
  })

  test('1-A③ turning it on needs the PIN: a wrong one costs a try, the last one is spent only by force, and no copy is made', async () => {
    const phone = await registeredAndroid(authority, card, kinds)
    const finger = authenticator()
    const tried = (value: string) => codeOf(turnOnBiometrics(phone, value, finger.made(phone)))
    expect(await tried('12')).toBe('SECRET_FORM')
    expect(await tried('0000')).toBe('SECRET_WRONG')
    expect(triesLeft(phone)).toBe(2)
    expect(await codeOf(checkPin(phone, '0000'))).toBe('SECRET_WRONG')
    expect(await tried('0000')).toBe('LAST_TRY')
    expect(await codeOf(phone.element.turnOnBiometrics('0000', finger.made(phone), true))).toBe(
      'SECRET_BLOCKED',
    )
    expect(await tried(pin)).toBe('SECRET_BLOCKED')
    expect(copyOf(phone.record)).toBeUndefined()
    expect(await codeOf(login(phone, finger.secret()))).toBe('SECRET_BLOCKED')
  })

  test('1-A③ a try spent by turning on cannot come back by an element opened before', async () => {
    const phone = await registeredAndroid(authority, card, kinds)
    const before = openCard(phone.element.transport())
    await before.token()
    await codeOf(turnOnBiometrics(phone, '0000', authenticator().made(phone)))
    expect(await codeOf(before.verify('authentication-pin', '0001'))).toBe('CARD_AWAY')
    expect(triesLeft(phone)).toBe(2)
  })

  test('1-A③ a phone without certificate has nothing to turn on, and one whose biometrics are off asks for the PIN', async () => {
    const finger = authenticator()
    const empty = await somePhone()
    expect(await codeOf(turnOnBiometrics(empty, pin, finger.made(empty)))).toBe('NOT_REGISTERED')
    expect(await codeOf(checkPin(empty, pin))).toBe('NOT_REGISTERED')
    const phone = await registeredAndroid(authority, card, kinds)
    expect(await codeOf(login(phone, finger.secret()))).toBe('BIOMETRICS_OFF')
  })

  test('1-A③ off again: the copy is gone from the store, the PIN goes on, and off once more changes nothing', async () => {
    const { phone, finger, store } = await withBiometrics()
    await turnOffBiometrics(phone)
    expect(copyOf(await store.load())).toBeUndefined()
    expect(biometricsAreOn(phone)).toBe(false)
    expect(await codeOf(login(phone, finger.secret()))).toBe('BIOMETRICS_OFF')
    await turnOffBiometrics(phone)
    expect(await verdictOf(answerLogin(phone, request, pin))).toBe('accepted')
  })

  test('1-A③ 5-A2 the last wrong PIN destroys the copy too, also where the phone ended in that moment', async () => {
    const { phone, finger, store } = await withBiometrics()
    await enterWrong(phone, 3)
    expect(copyOf(await store.load())).toBeUndefined()
    expect(await codeOf(login(phone, finger.secret()))).toBe('SECRET_BLOCKED')

    const during = await withBiometrics()
    const { record } = during.phone
    const key = record.installed.authentication
    if (key?.secret === undefined) throw new Error('no key')
    const spent = { ...key, secret: { ...key.secret, triesLeft: 0 }, sealed: undefined }
    const revision = record.revision + 1
    await during.store.save({
      ...record,
      revision,
      installed: { ...record.installed, authentication: spent },
    })
    const again = await somePhone(during.store)
    expect(copyOf(await during.store.load())).toBeUndefined()
    expect(await codeOf(login(again, during.finger.secret()))).toBe('SECRET_BLOCKED')
  })

  test('1-A③ 2-F with a PIN set anew, locked before or not, biometrics are off until they are turned on again', async () => {
    for (const wrong of [0, 3]) {
      const { phone, finger } = await withBiometrics()
      await enterWrong(phone, wrong)
      await requestUnblocking(phone, authority, kinds, cardAtHand(card))
      await resetSecrets(phone, authority, { authenticationPin: '9034' })
      expect(await codeOf(login(phone, finger.secret()))).toBe('BIOMETRICS_OFF')
      await turnOnBiometrics(phone, '9034', finger.made(phone))
      expect(await verdictOf(login(phone, finger.secret()))).toBe('accepted')
    }
  })

  test('1-A③ a changed PIN takes biometrics away, a signing password set anew does not', async () => {
    const { phone, finger } = await withBiometrics()
    await requestUnblocking(phone, authority, ['signing'], cardAtHand(card))
    await resetSecrets(phone, authority, { signingPassword: 'ANEW2026' })
    expect(await verdictOf(login(phone, finger.secret()))).toBe('accepted')
    await openCard(phone.element.transport()).changeSecret('authentication-pin', pin, '9034')
    expect(await codeOf(login(phone, finger.secret()))).toBe('BIOMETRICS_OFF')
  })

  test('1-A③ 2-F 5-B3 revocation, an end at the authority and forgetting erase the copy; a suspension leaves the refusal to the authority', async () => {
    const suspended = await withBiometrics()
    authority.become('suspended', 'lost', { signing: 'hold', authentication: 'hold' })
    await refreshFromAuthority(suspended.phone, authority)
    expect(await verdictOf(login(suspended.phone, suspended.finger.secret()))).toBe('accepted')
    authority.become('ended', 'card-ended', { signing: 'revoked', authentication: 'revoked' })
    await refreshFromAuthority(suspended.phone, authority)
    expect(copyOf(await suspended.store.load())).toBeUndefined()

    const revoked = await withBiometrics()
    const way = { by: 'phone', secret: phoneSecrets.signingPassword } as const
    await revokeCertificates(revoked.phone, authority, kinds, way)
    expect(copyOf(await revoked.store.load())).toBeUndefined()
    expect(await codeOf(login(revoked.phone, revoked.finger.secret()))).toBe('NOT_REGISTERED')

    const erased = await withBiometrics()
    await erased.phone.element.erase()
    expect(copyOf(await erased.store.load())).toBeUndefined()
  })

  test('1-A③ it is written under the device key: a copy taken to another device opens nothing there', async () => {
    const { finger, store } = await withBiometrics()
    const stolen = await store.load()
    const other = (await somePhone()).record.device
    const copy = memoryPhoneStore()
    if (stolen !== undefined) await copy.save({ ...stolen, revision: 1, device: other })
    expect(await codeOf(login(await somePhone(copy), finger.secret()))).toBe('UNSEALING')
  })

  test('1-A③ neither the secret nor the key is ever stored in the clear', async () => {
    const memory = memoryPhoneStore()
    const saved: PhoneRecord[] = []
    const store = {
      load: memory.load,
      save: async (record: PhoneRecord) => {
        await memory.save(record)
        saved.push(record)
      },
    }
    const { phone, finger } = await withBiometrics(store)
    await login(phone, finger.secret())
    const rsaPrivateKey = Buffer.from('020100300d06092a864886f70d0101010500', 'hex') // RFC 5958: version, rsaEncryption
    const copies = saved.flatMap((record) => copyOf(record) ?? [])
    expect(copies.length).toBeGreaterThan(0)
    for (const copy of copies) {
      for (const bytes of Object.values(copy).filter((value) => value instanceof Uint8Array)) {
        for (const needle of [finger.secret(), rsaPrivateKey]) {
          expect(Buffer.from(bytes).includes(Buffer.from(needle))).toBe(false)
        }
      }
    }
  })

  test('1-A③ the secret is overwritten once it is used, also where it was refused', async () => {
    const { phone, finger } = await withBiometrics()
    const right = finger.secret()
    const wrong = random(32)
    const made = finger.made(phone)
    await login(phone, right)
    await codeOf(login(phone, wrong))
    await codeOf(turnOnBiometrics(phone, '0000', made))
    for (const used of [right, wrong, made.secret])
      expect(used.every((byte) => byte === 0)).toBe(true)
  })
})

describe('1-A③ the applet after the phone has recognised its holder', () => {
  const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
  const select = '00A4040C0AD392F000260100000001'
  const selectKey = '00A4020C020017'
  const sign = `802A008033${'00'.repeat(51)}00`

  async function recognised() {
    const { phone, finger } = await withBiometrics()
    const transport = phone.element.transport()
    const send = async (text: string) =>
      Buffer.from(await transport.transmit(hex(text)))
        .toString('hex')
        .slice(-4)
    const recognise = async () => {
      await send(select)
      await transport.recognise(finger.secret())
      await send(selectKey)
    }
    await recognise()
    return { phone, finger, transport, send, recognise }
  }

  test('1-A③ ISO 7816-4 §5.4 the key signs until an applet is selected or the element is reset', async () => {
    const { transport, send, recognise } = await recognised()
    expect(await send(sign)).toBe('9000')
    await send(select)
    await send(selectKey)
    expect(await send(sign)).toBe('6982')
    await recognise()
    expect(await send(sign)).toBe('9000')
    await transport.reset()
    await send(select)
    await send(selectKey)
    expect(await send(sign)).toBe('6982')
  })

  test('1-A③ ISO 7816-4 §7.5.6 a wrong VERIFY after it takes the key away and costs a try, as always', async () => {
    const { phone, send } = await recognised()
    await send('00A4020C020018')
    expect(await send('002000800430303030')).toBe('63c2')
    await send(selectKey)
    expect(await send(sign)).toBe('6982')
    expect(triesLeft(phone)).toBe(2)
  })

  test('1-A③ ISO 7816-4 §7.5.7 the PIN cannot be changed by it, and the signing key stays closed', async () => {
    const { phone, send } = await recognised()
    await send('00A4020C020018')
    expect(await send('002401800439303334')).toBe('6982')
    await send('00A4020C02001A')
    expect(await send(sign)).toBe('6982')
    expect(await verdictOf(answerLogin(phone, request, pin))).toBe('accepted')
  })

  test('1-A③ ISO 7816-4 §7.1.1 before the applet is selected nothing is released', async () => {
    const { phone, finger } = await withBiometrics()
    expect(await codeOf(phone.element.transport().recognise(finger.secret()))).toBe(
      'SECURITY_STATUS',
    )
  })
})
