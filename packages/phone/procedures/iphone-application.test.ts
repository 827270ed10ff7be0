import { memoryTransport, VirtualCard } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import { verifySignedData } from '@kazashi/pki'
import { beforeAll, describe, expect, test } from 'vitest'

import { codeOf, verdictOf } from '../../../tools/code-of.ts'

import { parseStatement } from '../statement.ts'
import { memoryPhoneStore } from '../store.ts'
import {
  cardSecrets,
  mdocOf,
  phoneSecrets,
  random,
  refusal,
  resident,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  someIphone,
  somePhone,
} from '../test-builders.ts'
import { cardAtHand, iphoneChoice, leavingAfter, signedIphone } from '../test-courses.ts'
import { openWalletCard, walletState } from '../wallet.ts'
import { prepareApplication } from './application.ts'
import {
  isCardPassword,
  openIphoneDraft,
  prepareIphoneApplication,
  setIphoneSecrets,
  signIphoneApplication,
} from './iphone-application.ts'
import { refreshFromAuthority } from './refresh.ts'
import { registerCredential } from './registration.ts'
import { signedCms, submitApplication } from './signed-application.ts'
import { status } from './status.ts'

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})
const { cardDataPin, signingPassword } = cardSecrets

describe('3-C the application', () => {
  test('3-C the card tells who the person is, and signs it with the face check and the wallet key', async () => {
    const phone = await someIphone()
    const draft = await prepareIphoneApplication(phone, authority, iphoneChoice)
    expect(status(phone)).toMatchObject({ stage: 'draft', wallet: 'adding' })
    const seen: string[] = []
    const { cms } = await signIphoneApplication(draft, {
      ...cardAtHand(card),
      cardDataPin,
      onProgress: (step) => seen.push(step),
    })
    expect(seen).toEqual([
      ...['card-found', 'pin-right', 'attributes-read', 'photo-read'],
      ...['password-right', 'certificate-read', 'signed'],
    ])
    const statement = parseStatement((await verifySignedData(cms)).content)
    const { name, address, birthDate, sex, myNumber } = resident
    expect(statement).toMatchObject({
      purpose: 'new',
      kinds: ['signing', 'authentication'],
      phone: { platform: 'iphone', appVersion: '0.1.0' },
      attributes: {
        faceCheck: { method: 'practice' },
        card: { name, address, birthDate, sex, myNumber },
      },
    })
    expect(statement.attributes?.holderKey).not.toEqual(statement.deviceKey.jwk)
    expect(base64.parse(statement.attributes?.card.photo ?? '')?.length).toBeGreaterThan(1_000)
  })

  test('1-C② the data of the card is nowhere in the phone in the clear', async () => {
    const phone = await signedIphone(authority, card)
    const cms = Buffer.from(await signedCms(phone))
    expect(cms.includes(resident.myNumber)).toBe(true)
    const { application } = phone.record
    if (application?.stage !== 'signed') throw new Error('not signed')
    const kept = Buffer.concat([
      Buffer.from(application.sealed),
      Buffer.from(JSON.stringify(application)),
    ])
    for (const word of [resident.myNumber, resident.name, resident.birthDate]) {
      expect(kept.includes(word)).toBe(false)
    }
  })

  test('3-C a wrong PIN or password says which of the two it was, and how many tries are left', async () => {
    const own = await smallCard(authority)
    const virtual = new VirtualCard(own, random)
    const draft = await prepareIphoneApplication(await someIphone(), authority, iphoneChoice)
    const tried = (change: object) =>
      signIphoneApplication(draft, {
        transport: memoryTransport(virtual),
        cardDataPin,
        signingPassword,
        ...change,
      })
    const ofPin = { secret: 'card-data-pin' }
    await expect(tried({ cardDataPin: '0000' })).rejects.toMatchObject({
      code: 'CARD_SECRET_WRONG',
      triesLeft: 2,
      ...ofPin,
    })
    await expect(tried({ signingPassword: 'WRONG1' })).rejects.toMatchObject({
      code: 'CARD_SECRET_WRONG',
      triesLeft: 4,
      secret: 'signing-password',
    })
    for (const pin of ['0001', '0002']) await codeOf(tried({ cardDataPin: pin }))
    await expect(tried({ cardDataPin: '0003' })).rejects.toMatchObject({
      code: 'CARD_LAST_TRY',
      ...ofPin,
    })
    const forced = { cardDataPin: '0003', force: ['card-data-pin'] }
    await expect(tried(forced)).rejects.toMatchObject({ code: 'CARD_SECRET_BLOCKED', ...ofPin })
    expect(status(draft.phone).stage).toBe('draft')
  })

  test('3-C a card that leaves at any moment loses nothing, and neither does a closed app', async () => {
    const store = memoryPhoneStore()
    await prepareIphoneApplication(await someIphone(store), authority, iphoneChoice)
    const phone = await someIphone(store)
    const draft = openIphoneDraft(phone)
    if (draft === undefined) throw new Error('no draft')
    let commands = 0
    while (true) {
      const transport = leavingAfter(card, commands)
      const code = await verdictOf(
        signIphoneApplication(draft, { transport, cardDataPin, signingPassword }),
      )
      if (code === 'accepted') break
      expect(code).toBe('CARD_AWAY')
      expect(status(phone).stage).toBe('draft')
      commands += 5
    }
    expect(commands).toBeGreaterThan(30)
    expect(status(phone)).toMatchObject({ stage: 'signed', purpose: 'new' })
  })

  test('3-C the procedure of the other platform is refused on each', async () => {
    const choice = { kinds: ['signing'], consentVersion: '2026-11' } as const
    expect(await codeOf(prepareApplication(await someIphone(), authority, choice))).toBe(
      'OTHER_PLATFORM',
    )
    expect(await codeOf(prepareIphoneApplication(await somePhone(), authority, iphoneChoice))).toBe(
      'OTHER_PLATFORM',
    )
  })
})

describe('3-D the card in the wallet', () => {
  test('3-D with a PIN and a password of its own the card is in the wallet once it is registered', async () => {
    const phone = await signedIphone(authority, card)
    await setIphoneSecrets(phone, phoneSecrets)
    const { id } = await submitApplication(phone, authority)
    expect(walletState(phone)).toBe('adding')
    expect(await codeOf(openWalletCard(phone))).toBe('NOT_REGISTERED')
    await registerCredential(phone, authority, id)
    expect(status(phone)).toMatchObject({ stage: 'registered', wallet: 'usable' })
    const issued = [...authority.credentials.values()].at(-1)?.mdoc
    expect(await openWalletCard(phone)).toEqual(issued)
    const sealed = Buffer.from(phone.record.wallet?.sealed ?? new Uint8Array())
    expect(sealed.includes(resident.name)).toBe(false)
    expect(phone.record.wallet?.holderKeys?.privateKey.extractable).toBe(false)
  })

  test.each<[string, (mdoc: Uint8Array, other: Uint8Array) => Uint8Array]>([
    ['that is none', (mdoc) => mdoc.subarray(1)],
    ["that is bound to another phone's key", (_mdoc, other) => other],
  ])('ISO/IEC 18013-5 §9.1.2.4 a card %s does not go into the wallet', async (_, spoil) => {
    const other = await signedIphone(authority, card)
    const otherCard = await mdocOf(
      parseStatement((await verifySignedData(await signedCms(other))).content),
    )
    const phone = await signedIphone(authority, card)
    await setIphoneSecrets(phone, phoneSecrets)
    const { id } = await submitApplication(phone, authority)
    authority.spoil = (answer) => ({
      ...answer,
      attributes: { mdoc: spoil(answer.attributes?.mdoc ?? otherCard, otherCard) },
    })
    expect(await codeOf(registerCredential(phone, authority, id))).toBe('ATTRIBUTES_UNEXPECTED')
    authority.spoil = undefined
    expect(status(phone)).toMatchObject({ stage: 'applied', wallet: 'adding' })
    await registerCredential(phone, authority, id)
    expect(walletState(phone)).toBe('usable')
  })

  test("3-D the same password as the card's: told from another one, until it is set or the app is closed", async () => {
    const store = memoryPhoneStore()
    const phone = await signedIphone(authority, card, store)
    const { authenticationPin } = phoneSecrets
    const same = { authenticationPin, signingPassword: { sameAsCard: true } } as const
    expect(await codeOf(setIphoneSecrets(await someIphone(store), same))).toBe(
      'CARD_SECRET_FORGOTTEN',
    )
    const typed = [signingPassword, 'OTHER123']
    expect(typed.map((value) => isCardPassword(phone, value))).toEqual([true, false])
    await setIphoneSecrets(phone, same)
    expect(status(phone).stage).toBe('secrets-set')
    expect(() => isCardPassword(phone, signingPassword)).toThrow('CARD_SECRET_FORGOTTEN')
    await setIphoneSecrets(phone, { authenticationPin, signingPassword })
    expect(
      await codeOf(setIphoneSecrets(phone, { authenticationPin, signingPassword: 'OTHER123' })),
    ).toBe('SECRET_ALREADY_SET')
  })

  test('3-D attributes that did not come with the registration come with the next refresh', async () => {
    const phone = await signedIphone(authority, card)
    await setIphoneSecrets(phone, phoneSecrets)
    const { id } = await submitApplication(phone, authority)
    authority.bringsAttributes = false
    await registerCredential(phone, authority, id)
    authority.bringsAttributes = true
    expect(walletState(phone)).toBe('none')
    await refreshFromAuthority(phone, authority)
    expect(walletState(phone)).toBe('usable')
    expect(phone.record.holderKeys).toBeUndefined()
  })

  test('5-A4 attributes that ended before they came are not asked for', async () => {
    const phone = await signedIphone(authority, card)
    await setIphoneSecrets(phone, phoneSecrets)
    const { id } = await submitApplication(phone, authority)
    authority.bringsAttributes = false
    await registerCredential(phone, authority, id)
    authority.bringsAttributes = true
    authority.become('active', 'moved', { signing: 'revoked' })
    const over = async () => {
      throw refusal('CREDENTIAL_OVER', 409)
    }
    const { stage } = await refreshFromAuthority(phone, { ...authority, attributes: over })
    expect([stage, walletState(phone)]).toEqual(['registered', 'none'])
  })
})
