import { verifySignedData } from '@kazashi/pki'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../../tools/code-of.ts'
import { parseRequest } from '../request-statement.ts'
import { memoryPhoneStore } from '../store.ts'
import {
  phoneSecrets,
  refusal,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  someIphone,
  somePhone,
} from '../test-builders.ts'
import {
  cardAtHand,
  leavingAfter,
  lostAnswer,
  registeredAndroid,
  registeredIphone,
} from '../test-courses.ts'
import { prepareApplication } from './application.ts'
import {
  abandonRequest,
  continueRequest,
  deleteFromOtherPhone,
  deleteFromThisIphone,
} from './deletion.ts'
import { revocationSecret, revokeCertificates } from './revocation.ts'
import { status } from './status.ts'

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})

const both = ['signing', 'authentication'] as const
const byPassword = { by: 'phone', secret: phoneSecrets.signingPassword } as const
const byPin = { by: 'phone', secret: phoneSecrets.authenticationPin } as const
const newestState = () => [...authority.credentials.values()].at(-1)?.view.state

describe('2-F the certificates on this phone', () => {
  test('2-F one ends by the signing password, the other goes on; then by the PIN, and nothing is left', async () => {
    const phone = await registeredAndroid(authority, card)
    expect(revocationSecret(phone)).toBe('signing')
    await revokeCertificates(phone, authority, ['signing'], byPassword)
    expect(newestState()).toBe('active')
    expect(status(phone)).toMatchObject({
      stage: 'registered',
      credential: { certificates: [{ kind: 'authentication' }] },
      request: undefined,
    })
    expect(phone.record.installed.signing).toBeUndefined()
    expect(revocationSecret(phone)).toBe('authentication')
    expect(await codeOf(revokeCertificates(phone, authority, both, byPin))).toBe('NOT_REGISTERED')
    await revokeCertificates(phone, authority, ['authentication'], byPin)
    expect(newestState()).toBe('ended')
    expect(status(phone)).toMatchObject({
      stage: 'empty',
      credential: undefined,
      ended: { what: 'credential', why: 'revoked' },
    })
    expect(phone.record.installed).toEqual({})
  })

  test('2-F the request is signed by the phone itself and names this phone, its credential and the kinds', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    const { credential } = phone.record
    authority.failAfterNext = lostAnswer()
    await expect(revokeCertificates(phone, authority, ['authentication'], byPin)).rejects.toThrow(
      'fetch failed',
    )
    const { content, certificate } = await verifySignedData(
      phone.record.request?.cms ?? new Uint8Array(),
    )
    expect(parseRequest(content)).toMatchObject({
      action: 'revoke',
      credential: credential?.id,
      kinds: ['authentication'],
      deviceKey: { thumbprint: phone.thumbprint },
    })
    expect(certificate.der).toEqual(phone.record.installed.authentication?.certificate)
  })

  test('2-F a wrong secret spends a try and asks nobody; the last one is not spent by surprise; locked, the card goes on', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    authority.calls.length = 0
    const tried = (secret: string, force = false) =>
      codeOf(
        revokeCertificates(phone, authority, ['authentication'], { by: 'phone', secret, force }),
      )
    expect(await tried('nope')).toBe('SECRET_FORM')
    expect(await tried('0000')).toBe('SECRET_WRONG')
    expect(await tried('0001')).toBe('SECRET_WRONG')
    expect(await tried('0002')).toBe('LAST_TRY')
    expect(await tried('0002', true)).toBe('SECRET_BLOCKED')
    expect(await tried(phoneSecrets.authenticationPin)).toBe('SECRET_BLOCKED')
    expect(authority.calls.filter((call) => call !== 'nonce')).toEqual([])
    expect(status(phone).credential?.certificates).toMatchObject([{ locked: true }])
    const withCard = { by: 'card', ...cardAtHand(card) } as const
    await revokeCertificates(phone, authority, ['authentication'], withCard)
    expect(status(phone).stage).toBe('empty')
  })

  test('2-F with the card at hand: it leaves at any moment and nothing is lost', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    const { signingPassword } = cardAtHand(card)
    let commands = 0
    while (true) {
      const transport = leavingAfter(card, commands)
      const way = { by: 'card', transport, signingPassword } as const
      const code = await verdictOf(revokeCertificates(phone, authority, ['authentication'], way))
      if (code === 'accepted') break
      expect(code).toBe('CARD_AWAY')
      expect(status(phone)).toMatchObject({ stage: 'registered', request: undefined })
      commands += 1
    }
    expect(commands).toBeGreaterThan(8)
    expect(status(phone).stage).toBe('empty')
  })

  test('2-F a lost answer and a closed app: it goes on with the signed request, and no secret is asked for', async () => {
    const store = memoryPhoneStore()
    const before = await registeredAndroid(authority, card, ['authentication'], store)
    authority.calls.length = 0
    authority.failAfterNext = lostAnswer()
    await expect(revokeCertificates(before, authority, ['authentication'], byPin)).rejects.toThrow(
      'fetch failed',
    )
    const phone = await somePhone(store)
    expect(status(phone)).toMatchObject({
      stage: 'registered',
      request: { action: 'revoke', kinds: ['authentication'], sent: true },
    })
    expect(await codeOf(revokeCertificates(phone, authority, ['authentication'], byPin))).toBe(
      'REQUEST_UNDER_WAY',
    )
    expect(await codeOf(abandonRequest(phone))).toBe('REQUEST_UNDER_WAY')
    expect(await continueRequest(phone, authority)).toEqual({ action: 'revoke' })
    const [first, second] = authority.calls.filter((call) => call.startsWith('revoke'))
    expect(second).toBe(first)
    expect(status(phone)).toMatchObject({ stage: 'empty', request: undefined })
    expect(await codeOf(continueRequest(phone, authority))).toBe('REQUEST_NONE')
  })

  test('2-F after a refusal for good the keys are still there, and the way is free again', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    const end = () => revokeCertificates(phone, authority, ['authentication'], byPin)
    authority.failAfterNext = refusal('NONCE_USED')
    expect(await codeOf(end())).toBe('NONCE_USED')
    expect(status(phone)).toMatchObject({ stage: 'registered', request: undefined })
    await end()
  })

  test('2-F nothing chosen, nothing here and the procedure of the other platform are refused', async () => {
    const phone = await somePhone()
    expect(await codeOf(revokeCertificates(phone, authority, [], byPin))).toBe('KINDS_MISSING')
    expect(await codeOf(revokeCertificates(phone, authority, both, byPin))).toBe('NOT_REGISTERED')
    expect(await codeOf(deleteFromThisIphone(phone, authority, byPin))).toBe('OTHER_PLATFORM')
    const iphone = await someIphone()
    expect(await codeOf(revokeCertificates(iphone, authority, both, byPin))).toBe('OTHER_PLATFORM')
    expect(await codeOf(deleteFromThisIphone(iphone, authority, byPin))).toBe('NOT_REGISTERED')
  })
})

describe('3-E and 3-F the card on an iPhone', () => {
  test('3-E by the signing password both certificates and the card in the wallet are gone', async () => {
    const phone = await registeredIphone(authority, card)
    expect(status(phone).wallet).toBe('usable')
    await deleteFromThisIphone(phone, authority, byPassword)
    expect(newestState()).toBe('ended')
    expect(status(phone)).toMatchObject({ stage: 'empty', wallet: 'none', credential: undefined })
    expect([phone.record.installed, phone.record.wallet]).toEqual([{}, undefined])
  })

  test('3-F a phone without one deletes it on the other by the card, and learns which phone it was', async () => {
    await registeredAndroid(authority, card, ['authentication'])
    const phone = await someIphone()
    authority.failAfterNext = lostAnswer()
    await expect(deleteFromOtherPhone(phone, authority, cardAtHand(card))).rejects.toThrow(
      'fetch failed',
    )
    expect(await continueRequest(phone, authority)).toMatchObject({
      action: 'delete-other',
      deleted: { model: 'Kazashi Virtual 1' },
    })
    expect(newestState()).toBe('ended')
    expect(await codeOf(deleteFromOtherPhone(phone, authority, cardAtHand(card)))).toBe('NOT_FOUND')
    expect(status(phone).request).toBeUndefined()
  })

  test('3-F from a phone that has one it is refused: that one ends by 2-F or 3-E', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    expect(await codeOf(deleteFromOtherPhone(phone, authority, cardAtHand(card)))).toBe(
      'CREDENTIAL_PRESENT',
    )
    const choice = { kinds: both, consentVersion: '2026-11' }
    expect(await codeOf(prepareApplication(phone, authority, choice))).toBe('CREDENTIAL_PRESENT')
  })
})
