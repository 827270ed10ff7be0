import { openCard } from '@kazashi/card'
import { parseCertificate, verifyCertificationRequest, verifySignature } from '@kazashi/pki'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import type { AuthorityPort } from './authority-port.ts'
import { prepareApplication, setSecrets, signApplication } from './procedures/application.ts'
import { registerCredential } from './procedures/registration.ts'
import { submitApplication } from './procedures/signed-application.ts'
import { memoryPhoneStore, type PhoneRecord, type PhoneStore } from './store.ts'
import {
  cardSecrets,
  inReach,
  phoneSecrets,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  somePhone,
} from './test-builders.ts'

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>

beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})

/** A store that shows every record that was ever made durable. */
function watchedStore() {
  const inner = memoryPhoneStore()
  const saved: PhoneRecord[] = []
  const store: PhoneStore = {
    load: inner.load,
    async save(record) {
      await inner.save(record)
      saved.push(record)
    },
  }
  return { store, saved }
}

async function registeredPhone(
  store: PhoneStore = memoryPhoneStore(),
  port: AuthorityPort = authority,
) {
  const phone = await somePhone(store)
  const draft = await prepareApplication(phone, port, {
    kinds: ['signing', 'authentication'],
    consentVersion: '2026-11',
  })
  await signApplication(draft, inReach(card), cardSecrets.signingPassword)
  await setSecrets(phone, phoneSecrets)
  const { id } = await submitApplication(phone, port)
  await registerCredential(phone, port, id)
  return phone
}

const contains = (value: unknown, needle: Uint8Array): boolean => {
  if (value instanceof Uint8Array) return Buffer.from(value).includes(Buffer.from(needle))
  if (typeof value !== 'object' || value === null || value instanceof CryptoKey) return false
  return Object.values(value).some((inner) => contains(inner, needle))
}

describe('the secure element', () => {
  test('1-A① it answers like a card: token of an Android phone, both certificates behind their secrets, signatures that verify', async () => {
    const phone = await registeredPhone()
    const client = openCard(phone.element.transport())
    expect((await client.token()).label).toBe('JPKIAPGPSETOKEN')
    expect(await codeOf(client.readCertificate('signing'))).toBe('SECURITY_STATUS')
    expect(await codeOf(client.readCertificate('authentication'))).toBe('SECURITY_STATUS')
    for (const [kind, secret] of [
      ['signing', phoneSecrets.signingPassword],
      ['authentication', phoneSecrets.authenticationPin],
    ] as const) {
      const der = await client.readCertificate(kind, { value: secret })
      const data = new TextEncoder().encode(kind)
      const signature = await (await client.signer(kind, secret)).sign(data)
      const { spki } = parseCertificate(der)
      expect(await verifySignature(spki, 'RS256', data, signature)).toBe(true)
    }
  })

  test('2-C a PKCS #10 request proves that the element holds the key, and after 2-D the key makes none any more', async () => {
    const phone = await somePhone()
    const publicKey = await phone.element.generateKey('signing')
    const request = await phone.element.certificationRequest('signing')
    expect((await verifyCertificationRequest(request)).publicKey).toEqual(publicKey)
    await phone.element.setSecret('signing', 'PHONE77')
    expect(await codeOf(phone.element.certificationRequest('signing'))).toBe('SECRET_ALREADY_SET')
  })

  test('ISO 7816-4 §7.5.6 a wrong PIN costs a try, a right one gives all back, and both are stored before the answer', async () => {
    const { store, saved } = watchedStore()
    const phone = await registeredPhone(store)
    const tries = () => saved.map((record) => record.installed.authentication?.secret?.triesLeft)
    const client = openCard(phone.element.transport())
    saved.length = 0
    await expect(client.verify('authentication-pin', '0000')).rejects.toMatchObject({
      code: 'SECRET_WRONG',
      triesLeft: 2,
    })
    expect(tries()).toEqual([2, 2])
    saved.length = 0
    await client.verify('authentication-pin', phoneSecrets.authenticationPin)
    expect(tries()).toEqual([1, 3])
  })

  test('ISO 7816-4 §7.5.6 a phone killed between the try and the comparison has lost the try', async () => {
    const inner = memoryPhoneStore()
    const phone = await registeredPhone(inner)
    const transport = phone.element.transport()
    await transport.transmit(new Uint8Array(Buffer.from('00A4040C0AD392F000260100000001', 'hex')))
    await transport.transmit(new Uint8Array(Buffer.from('00A4020C020018', 'hex')))
    void transport.transmit(new Uint8Array(Buffer.from('002000800430303030', 'hex')))
    while ((await inner.load())?.installed.authentication?.secret?.triesLeft === 3)
      await new Promise((later) => setImmediate(later))
    const again = await somePhone({ load: inner.load, save: async () => undefined })
    const { triesLeft } = await openCard(again.element.transport()).retryCounter(
      'authentication-pin',
    )
    expect(triesLeft).toBe(2)
  })

  test('ISO 7816-4 §7.5.6 a store that fails gives no answer and no key, whatever the PIN', async () => {
    const inner = memoryPhoneStore()
    let broken = false
    const phone = await registeredPhone({
      load: inner.load,
      async save(record) {
        if (broken) throw new Error('disk full')
        await inner.save(record)
      },
    })
    const client = openCard(phone.element.transport())
    broken = true
    expect(await codeOf(client.verify('authentication-pin', phoneSecrets.authenticationPin))).toBe(
      'STORE_FAILED',
    )
    broken = false
    expect(await codeOf(client.verify('authentication-pin', phoneSecrets.authenticationPin))).toBe(
      'CARD_AWAY',
    )
    await openCard(phone.element.transport()).verify(
      'authentication-pin',
      phoneSecrets.authenticationPin,
    )
  })

  test('5-A2 the last wrong try destroys the sealed key: the right PIN opens nothing after it, in no copy of the store', async () => {
    const { store } = watchedStore()
    const phone = await registeredPhone(store)
    const client = openCard(phone.element.transport())
    for (const pin of ['0000', '0001']) await codeOf(client.verify('authentication-pin', pin))
    expect(await codeOf(client.verify('authentication-pin', '0002'))).toBe('LAST_TRY')
    expect(await codeOf(client.verify('authentication-pin', '0002', { force: true }))).toBe(
      'SECRET_BLOCKED',
    )
    const right = phoneSecrets.authenticationPin
    expect(await codeOf(client.verify('authentication-pin', right, { force: true }))).toBe(
      'SECRET_BLOCKED',
    )
    expect((await store.load())?.installed.authentication?.sealed).toBeUndefined()
    await client.verify('signing-password', phoneSecrets.signingPassword) // the other secret goes on
  })

  test('5-A2 a phone that ended during the last try has no key any more when it is opened again', async () => {
    const store = memoryPhoneStore()
    const { record } = await registeredPhone(store)
    const key = record.installed.authentication
    if (key?.secret === undefined) throw new Error('no key')
    const during = { ...key, secret: { ...key.secret, triesLeft: 0 } }
    await store.save({
      ...record,
      revision: record.revision + 1,
      installed: { ...record.installed, authentication: during },
    })
    await somePhone(store)
    const installed = (await store.load())?.installed
    expect(installed?.authentication?.sealed).toBeUndefined()
    expect(installed?.signing?.sealed).toBeDefined()
  })

  test('2-D no private key and no secret is ever stored in the clear, and the device keys cannot be exported', async () => {
    const { store, saved } = watchedStore()
    const phone = await registeredPhone(store)
    const client = openCard(phone.element.transport())
    await client.signer('signing', phoneSecrets.signingPassword)
    const rsaPrivateKey = Buffer.from('020100300d06092a864886f70d0101010500', 'hex') // RFC 5958: version, rsaEncryption
    const ascii = [...Object.values(phoneSecrets), cardSecrets.signingPassword].map((text) =>
      Buffer.from(text),
    )
    expect(saved.length).toBeGreaterThan(8)
    for (const record of saved) {
      for (const needle of [rsaPrivateKey, ...ascii]) expect(contains(record, needle)).toBe(false)
    }
    const { keys, sealingKey } = phone.record.device
    for (const key of [keys.privateKey, sealingKey]) {
      expect(key.extractable).toBe(false)
      await expect(
        crypto.subtle.exportKey(key === sealingKey ? 'raw' : 'pkcs8', key),
      ).rejects.toMatchObject({ name: 'InvalidAccessError' })
    }
  })

  test('2-D a record taken to another device opens nothing there, and that costs no try', async () => {
    const store = memoryPhoneStore()
    await registeredPhone(store)
    const stolen = await store.load()
    const other = (await somePhone()).record.device
    const copy = memoryPhoneStore()
    if (stolen !== undefined) await copy.save({ ...stolen, revision: 1, device: other })
    const client = openCard((await somePhone(copy)).element.transport())
    expect(await codeOf(client.verify('authentication-pin', phoneSecrets.authenticationPin))).toBe(
      'UNSEALING',
    )
    expect((await copy.load())?.installed.authentication?.secret?.triesLeft).toBe(3)
  })

  test('ISO 7816-4 §5.4 SELECT of an applet and a reset take the key out of reach', async () => {
    const phone = await registeredPhone()
    const transport = phone.element.transport()
    const send = async (hex: string) =>
      Buffer.from(await transport.transmit(new Uint8Array(Buffer.from(hex, 'hex')))).toString('hex')
    const select = '00A4040C0AD392F000260100000001'
    const verify = async () => {
      await send(select)
      await send('00A4020C020018')
      expect(await send('002000800435383231')).toBe('9000')
      await send('00A4020C020017')
    }
    const sign = `802A008033${'00'.repeat(51)}00`
    await verify()
    expect((await send(sign)).slice(-4)).toBe('9000')
    await send(select)
    await send('00A4020C020017')
    expect(await send(sign)).toBe('6982')
    await verify()
    await transport.reset()
    await send(select)
    await send('00A4020C020017')
    expect(await send(sign)).toBe('6982')
  })

  test('ISO 7816-4 §7.5.7 a changed PIN seals the key anew: the old one is wrong, the new one signs', async () => {
    const store = memoryPhoneStore()
    const phone = await registeredPhone(store)
    await openCard(phone.element.transport()).changeSecret(
      'authentication-pin',
      phoneSecrets.authenticationPin,
      '9034',
    )
    const client = openCard((await somePhone(store)).element.transport())
    expect(await codeOf(client.verify('authentication-pin', phoneSecrets.authenticationPin))).toBe(
      'SECRET_WRONG',
    )
    await (await client.signer('authentication', '9034')).sign(new Uint8Array(3))
  })

  test('5-A2 a second window of the app cannot bring spent tries back', async () => {
    const store = memoryPhoneStore()
    const first = await registeredPhone(store)
    const second = await somePhone(store)
    await codeOf(openCard(first.element.transport()).verify('authentication-pin', '0000'))
    const client = openCard(second.element.transport())
    expect(await codeOf(client.verify('authentication-pin', '0001'))).toBe('STORE_CONFLICT')
    expect((await store.load())?.installed.authentication?.secret?.triesLeft).toBe(2)
  })

  test('ISO/IEC 14443-4 §7.5 once the element is opened anew, an earlier transport to it is away', async () => {
    const phone = await registeredPhone()
    const before = openCard(phone.element.transport())
    await before.token()
    const after = openCard(phone.element.transport())
    expect(await codeOf(before.retryCounter('authentication-pin'))).toBe('CARD_AWAY')
    expect((await after.token()).carrier).toBe('android')
  })
})
