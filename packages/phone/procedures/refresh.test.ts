import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { memoryPhoneStore } from '../store.ts'
import {
  phoneSecrets,
  refusal,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  somePhone,
  validity,
} from '../test-builders.ts'
import {
  cardAtHand,
  iphoneChoice,
  lostAnswer,
  registeredAndroid,
  registeredIphone,
  signedIphone,
} from '../test-courses.ts'
import { prepareApplication, setSecrets, signApplication } from './application.ts'
import { prepareIphoneApplication } from './iphone-application.ts'
import { refreshFromAuthority } from './refresh.ts'
import { registerCredential } from './registration.ts'
import { revokeCertificates } from './revocation.ts'
import { abandonApplication, submitApplication, withdrawApplication } from './signed-application.ts'
import { status } from './status.ts'

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})

const onlyLogin = { kinds: ['authentication'], consentVersion: '2026-11' } as const
const pin = { authenticationPin: '5821' }

async function signedAndroid(purpose: 'new' | 'switch' | 'resume' = 'new', phone = somePhone()) {
  const own = await phone
  const draft = await prepareApplication(own, authority, { ...onlyLogin, purpose })
  const { transport, signingPassword } = cardAtHand(card)
  const { statement } = await signApplication(draft, transport, signingPassword)
  await setSecrets(own, pin)
  return { phone: own, statement }
}

describe('the authority about the credential', () => {
  test('5-B1 a suspended credential says so and why, and stays until it ends', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    expect(status(phone).credential).toMatchObject({ suspended: false, askedAt: undefined })
    authority.become('suspended', 'lost', { authentication: 'hold' })
    expect(await refreshFromAuthority(phone, authority)).toMatchObject({
      stage: 'registered',
      credential: {
        suspended: true,
        reason: 'lost',
        until: validity.notAfter,
        certificates: [{ kind: 'authentication', suspended: true, reason: 'lost' }],
      },
    })
    expect(phone.record.installed.authentication?.sealed).toBeDefined()
  })

  test.each(['switched', 'card-ended', 'deleted-by-card'])(
    '4-B, 5-A4, 3-F an ended credential (%s) is erased, and the phone says why',
    async (why) => {
      const phone = await registeredAndroid(authority, card, ['authentication'])
      authority.become('ended', why, { authentication: 'revoked' })
      expect(await refreshFromAuthority(phone, authority)).toMatchObject({
        stage: 'empty',
        credential: undefined,
        ended: { what: 'credential', why },
      })
      expect(phone.record.installed).toEqual({})
      await prepareApplication(phone, authority, onlyLogin)
    },
  )

  test('2-F a phone that is opened long after its certificates expired says when they did, not when it found out', async () => {
    const store = memoryPhoneStore()
    await registeredAndroid(authority, card, ['authentication'], store)
    const at = validity.notAfter.toISOString()
    const expired = { at, event: 'expire', state: 'ended', reason: 'expired' } as const
    const later = await somePhone(store, new Date(validity.notAfter.getTime() + 90 * 86_400_000))
    authority.become('ended', 'expired')
    const newest = await authority.currentCredential()
    if (newest === undefined) throw new TypeError('no credential')
    const view = { ...newest, history: [expired] }
    const told = { ...authority, currentCredential: async () => view }
    expect(await refreshFromAuthority(later, told)).toMatchObject({
      stage: 'empty',
      ended: { what: 'credential', at, why: 'expired' },
    })
  })

  test('2-F a revocation whose answer was lost is over once the authority says that the credential is', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    authority.failAfterNext = lostAnswer()
    const way = { by: 'phone', secret: phoneSecrets.authenticationPin } as const
    await expect(revokeCertificates(phone, authority, ['authentication'], way)).rejects.toThrow(
      'fetch failed',
    )
    expect(status(phone).request).toMatchObject({ action: 'revoke', sent: true })
    expect(await refreshFromAuthority(phone, authority)).toMatchObject({
      stage: 'empty',
      request: undefined,
      ended: { why: 'revoked' },
    })
  })

  test('5-A4 after a move the signing certificate and the card in the wallet end, the authentication certificate goes on', async () => {
    const phone = await registeredIphone(authority, card)
    authority.become('active', 'moved', { signing: 'revoked' })
    expect(await refreshFromAuthority(phone, authority)).toMatchObject({
      stage: 'registered',
      wallet: 'ended',
      credential: {
        suspended: false,
        certificates: [{ kind: 'authentication' }],
        ended: [{ kind: 'signing', reason: 'moved' }],
      },
    })
    expect(phone.record.wallet).not.toHaveProperty('sealed')
    expect(phone.record.installed.signing).toBeUndefined()
  })

  test('2-E another credential that the authority takes for the newer one erases nothing that is in use', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    const newest = await authority.currentCredential()
    if (newest === undefined) throw new Error('nobody has one')
    const other = { ...newest, id: 'another', state: 'ended' as const, reason: 'withdrawn' }
    const mistaken = { ...authority, currentCredential: async () => other }
    expect(await refreshFromAuthority(phone, mistaken)).toMatchObject({
      stage: 'registered',
      known: true,
      credential: { certificates: [{ kind: 'authentication', suspended: false }] },
    })
  })

  test('5-B1 a suspended iPhone shows its card in the wallet as suspended', async () => {
    const phone = await registeredIphone(authority, card)
    authority.become('suspended', 'stolen', { signing: 'hold', authentication: 'hold' })
    expect((await refreshFromAuthority(phone, authority)).wallet).toBe('suspended')
  })

  test('2-E an authority that never heard of this phone, and one out of reach, take nothing away', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    const nobody = { ...authority, currentCredential: async () => undefined }
    expect((await refreshFromAuthority(phone, nobody)).stage).toBe('registered')
    const away = {
      ...authority,
      currentCredential: async () => {
        throw lostAnswer()
      },
    }
    await expect(refreshFromAuthority(phone, away)).rejects.toThrow('fetch failed')
    expect(status(phone).stage).toBe('registered')
  })
})

describe('other purposes than the first', () => {
  test('4-B a new Android phone says that it takes over', async () => {
    const { phone, statement } = await signedAndroid('switch')
    expect(statement).toMatchObject({ version: 2, purpose: 'switch', kinds: ['authentication'] })
    expect(status(phone).purpose).toBe('switch')
    const { id } = await submitApplication(phone, authority)
    await registerCredential(phone, authority, id)
    expect(await codeOf(signedAndroid('switch', Promise.resolve(phone)))).toBe('CREDENTIAL_PRESENT')
  })

  test('5-B3 a found phone is registered anew: new keys take the place of the suspended ones', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    const before = phone.record.installed.authentication?.publicKey
    await refreshFromAuthority(phone, authority)
    expect(await codeOf(signedAndroid('resume', Promise.resolve(phone)))).toBe('NOT_SUSPENDED')
    authority.become('suspended', 'lost', { authentication: 'hold' })
    await refreshFromAuthority(phone, authority)
    const { statement } = await signedAndroid('resume', Promise.resolve(phone))
    expect(statement.purpose).toBe('resume')
    const { id } = await submitApplication(phone, authority)
    expect(await refreshFromAuthority(phone, authority)).toMatchObject({
      stage: 'applied',
      credential: undefined,
      ended: { why: 'replaced' },
    })
    await registerCredential(phone, authority, id)
    expect(status(phone)).toMatchObject({ stage: 'registered', ended: undefined })
    expect(phone.record.installed.authentication?.publicKey).not.toEqual(before)
  })

  test('5-B3 an iPhone that was found again applies with all it applied with before', async () => {
    const phone = await registeredIphone(authority, card)
    authority.become('suspended', 'lost', { signing: 'hold', authentication: 'hold' })
    await refreshFromAuthority(phone, authority)
    const resume = { ...iphoneChoice, purpose: 'resume' } as const
    const { statement } = await prepareIphoneApplication(phone, authority, resume)
    expect(statement).toMatchObject({ purpose: 'resume', kinds: ['signing', 'authentication'] })
    expect(status(phone).wallet).toBe('suspended')
  })
})

describe('an application given up', () => {
  test('2-D one that was handed in is withdrawn, and after a lost answer with the same key', async () => {
    const { phone } = await signedAndroid()
    await submitApplication(phone, authority)
    expect(await codeOf(abandonApplication(phone))).toBe('ALREADY_APPLIED')
    authority.calls.length = 0
    authority.failAfterNext = lostAnswer()
    await expect(withdrawApplication(phone, authority)).rejects.toThrow('fetch failed')
    await withdrawApplication(phone, authority)
    const [first, second] = authority.calls
    expect([first?.startsWith('withdraw'), second]).toEqual([true, first])
    expect(status(phone).stage).toBe('empty')
    expect(phone.record.pending).toEqual({})
    expect(await codeOf(withdrawApplication(phone, authority))).toBe('NOT_APPLIED')
  })

  test('2-D one whose answer was lost is withdrawn too; one that was never sent is only forgotten', async () => {
    const { phone } = await signedAndroid()
    authority.failAfterNext = lostAnswer()
    await expect(submitApplication(phone, authority)).rejects.toThrow('fetch failed')
    authority.calls.length = 0
    await withdrawApplication(phone, authority)
    expect(authority.calls.map((call) => call.split(' ', 1)[0])).toEqual(['apply', 'withdraw'])
    const other = await signedIphone(authority, card)
    authority.calls.length = 0
    await withdrawApplication(other, authority)
    expect(authority.calls).toEqual([])
    expect([status(other).stage, other.record.holderKeys]).toEqual(['empty', undefined])
  })

  test('2-D it is the same whether the answer or a refresh says first that it is withdrawn', async () => {
    const { phone } = await signedAndroid()
    const { id } = await submitApplication(phone, authority)
    const before = { what: 'credential', id: 'before', at: 'then', why: 'revoked' } as const
    await phone.change((record) => ({ ...record, ended: before }))
    const refreshed: SmallAuthority = {
      ...authority,
      withdraw: async (...asked) => {
        const answer = await authority.withdraw(...asked)
        await refreshFromAuthority(phone, authority)
        expect(status(phone).ended).toMatchObject({ id, why: 'withdrawn' })
        return answer
      },
    }
    await withdrawApplication(phone, refreshed)
    expect(status(phone)).toMatchObject({ stage: 'empty', ended: before })
  })

  test('2-D a refresh between a lost answer and the next try changes nothing for the person', async () => {
    const { phone } = await signedAndroid()
    await submitApplication(phone, authority)
    authority.failAfterNext = lostAnswer()
    await expect(withdrawApplication(phone, authority)).rejects.toThrow('fetch failed')
    await refreshFromAuthority(phone, authority)
    await withdrawApplication(phone, authority)
    expect(status(phone)).toMatchObject({ stage: 'empty', ended: undefined })
    expect(await codeOf(withdrawApplication(phone, authority))).toBe('NOT_APPLIED')
  })

  test('2-E one that lapsed leaves the phone free, and the phone says so', async () => {
    const { phone } = await signedAndroid()
    const view = await submitApplication(phone, authority)
    const lapsed: SmallAuthority = {
      ...authority,
      application: async () => ({ ...view, state: 'lapsed' }),
      withdraw: async () => {
        throw refusal('APPLICATION_OVER', 409)
      },
    }
    expect(await codeOf(withdrawApplication(phone, lapsed))).toBe('APPLICATION_OVER')
    expect(status(phone)).toMatchObject({
      stage: 'empty',
      ended: { what: 'application', id: view.id, why: 'lapsed' },
    })
  })
})

describe('questions while something else goes on', () => {
  const answeringAfter = (also: () => Promise<unknown>): SmallAuthority => ({
    ...authority,
    application: async (id) => {
      const view = await authority.application(id)
      await also()
      return view
    },
    currentCredential: async () => {
      const view = await authority.currentCredential()
      await also()
      return view
    },
  })

  test('2-E an application that was registered meanwhile does not come back', async () => {
    const { phone } = await signedAndroid()
    const { id } = await submitApplication(phone, authority)
    const slow = answeringAfter(() => registerCredential(phone, authority, id))
    await refreshFromAuthority(phone, slow)
    expect(status(phone)).toMatchObject({ stage: 'registered', application: undefined })
  })

  test('2-F a credential that was revoked meanwhile does not come back', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    const way = { by: 'phone', secret: phoneSecrets.authenticationPin } as const
    const slow = answeringAfter(() => revokeCertificates(phone, authority, ['authentication'], way))
    expect(await refreshFromAuthority(phone, slow)).toMatchObject({
      stage: 'empty',
      credential: undefined,
    })
  })

  test('5-B3 a credential registered anew meanwhile is not erased with the one it replaced', async () => {
    const phone = await registeredAndroid(authority, card, ['authentication'])
    authority.become('suspended', 'lost', { authentication: 'hold' })
    await refreshFromAuthority(phone, authority)
    await signedAndroid('resume', Promise.resolve(phone))
    const { id } = await submitApplication(phone, authority)
    const current = async () => {
      const view = await authority.currentCredential()
      await registerCredential(phone, authority, id)
      return view
    }
    await refreshFromAuthority(phone, { ...authority, currentCredential: current })
    expect(status(phone)).toMatchObject({
      stage: 'registered',
      credential: { certificates: [{ kind: 'authentication', suspended: false }] },
    })
  })

  test('2-E 登録する pressed twice registers once', async () => {
    const { phone } = await signedAndroid()
    const { id } = await submitApplication(phone, authority)
    const press = () => registerCredential(phone, authority, id)
    const [one, other] = await Promise.all([press(), press()])
    expect(other).toEqual(one)
  })
})
