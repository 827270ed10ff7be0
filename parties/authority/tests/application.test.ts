import { aroundTheClock } from '@kazashi/lifecycle'
import { parseCertificate, readAttributes } from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { provingFetch } from '../api/proof.ts'
import {
  handOutCard,
  newPhone,
  newSigner,
  noticeFor,
  type RunningAuthority,
  registeredPhone,
  signedApplication,
  startAuthority,
} from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 1 })
})
afterAll(() => authority?.close())

describe('2-C…2-E from the application to the registration', () => {
  test('1-A①.signing 1-A①.authentication 5-A4.never-longer an application of the card becomes two certificates on the phone', async () => {
    const card = await handOutCard(authority, 1)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone)
    const applied = await phone.port.apply(cms, 'first-application')
    expect(applied).toMatchObject({ state: 'applied', kinds: ['signing', 'authentication'] })
    expect(applied.receiptNumber).toMatch(/^K-[2-9A-HJKMNP-Z]{6}$/)
    const wait = Date.parse(applied.expectedAt) - Date.parse(applied.appliedAt)
    expect(wait).toBe(1000)

    await noticeFor(phone, applied.id)
    expect(await phone.port.application(applied.id)).toMatchObject({ state: 'issued' })
    const registered = await phone.port.register(applied.id, 'first-registration')
    expect(await phone.port.application(applied.id)).toMatchObject({ state: 'registered' })

    const [signing, authentication] = registered.certificates
    const cardSigning = parseCertificate(card.signing)
    const phoneSigning = parseCertificate(signing?.certificate ?? new Uint8Array())
    expect(phoneSigning.spki).toEqual(phone.signers.signing.publicKey)
    expect(readAttributes(phoneSigning)).toEqual(readAttributes(cardSigning))
    expect(phoneSigning.validity.notAfter).toEqual(cardSigning.validity.notAfter)
    expect(phoneSigning.serialNumber).not.toBe(cardSigning.serialNumber)
    const phoneAuthentication = parseCertificate(authentication?.certificate ?? new Uint8Array())
    expect(phoneAuthentication.spki).toEqual(phone.signers.authentication.publicKey)
    expect(phoneAuthentication.otherNames).toEqual([])
  })

  test('2-C⑤.choose one kind alone is possible', async () => {
    const card = await handOutCard(authority, 2)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone, { kinds: ['authentication'] })
    const { id } = await phone.port.apply(cms, 'only-authentication')
    await noticeFor(phone, id)
    const { certificates } = await phone.port.register(id, 'register-one')
    expect(certificates.map(({ kind }) => kind)).toEqual(['authentication'])
  })

  test('2-E registering again gives the same answer', async () => {
    const card = await handOutCard(authority, 3)
    const { phone, applicationId, credentialId, certificates } = await registeredPhone(
      authority,
      card,
    )
    const again = await phone.port.register(applicationId, 'another-key')
    expect(again.credentialId).toBe(credentialId)
    expect(again.certificates.map((one) => one.certificate)).toEqual([
      certificates.signing,
      certificates.authentication,
    ])
  })

  test('2-D③.kept the same application under the same key is one application', async () => {
    const card = await handOutCard(authority, 4)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => phone.port.apply(cms, 'the-same-key')),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    await noticeFor(phone, answers[0]?.id ?? '')
    expect(await phone.port.apply(cms, 'the-same-key')).toEqual(answers[0])
    expect(await phone.port.notices()).toHaveLength(1)
  })

  test('2-D③.kept an accepted application is issued after the authority was stopped and started again', async () => {
    const card = await handOutCard(authority, 5)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone)
    const { id } = await phone.port.apply(cms, 'before-the-stop')
    await authority.restart()
    await noticeFor(phone, id)
    const { certificates } = await phone.port.register(id, 'after-the-stop')
    expect(certificates).toHaveLength(2)
  })

  test('5-A1.told-once a stream that is open gets the notice as it comes, and once', async () => {
    const card = await handOutCard(authority, 6)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone)
    const { id } = await phone.port.apply(cms, 'with-a-stream')
    const enough = AbortSignal.timeout(30_000)
    const got: string[] = []
    for await (const notice of phone.port.noticeStream(enough)) {
      got.push(notice.applicationId)
      break
    }
    expect(got).toEqual([id])
    expect((await phone.port.notices()).map((one) => one.applicationId)).toEqual([id])
  })

  test('5-A1 a stream outlives a stop of the authority, and the notice comes on it', async () => {
    const card = await handOutCard(authority, 8)
    const phone = await newPhone(authority)
    const cms = await signedApplication(authority, card, phone)
    const before = await registeredPhone(authority, await handOutCard(authority, 9))
    const stream = before.phone.port.noticeStream(AbortSignal.timeout(60_000))
    const notices = stream[Symbol.asyncIterator]()
    expect((await notices.next()).value?.applicationId).toBe(before.applicationId)
    const next = notices.next()
    const { id } = await phone.port.apply(cms, 'over-a-restart')
    await authority.restart()
    await noticeFor(phone, id)
    const renewed = await handOutCard(authority, 9)
    const signers = { signing: await newSigner(), authentication: await newSigner() }
    const again = { ...before.phone, signers }
    const second = await again.port.apply(
      await signedApplication(authority, renewed, again),
      'on-the-same-phone',
    )
    // First that the old card took the old credential with it, then the new one's.
    expect((await next).value?.kind).toBe('card-ended')
    expect((await notices.next()).value?.applicationId).toBe(second.id)
    await notices.return?.()
  })

  test('5-A4 a phone sees state, kinds and last day of its own credential, and of no other', async () => {
    const card = await handOutCard(authority, 7)
    const { phone, credentialId, certificates } = await registeredPhone(authority, card)
    const { id } = (await phone.port.notices())[0] ?? { id: '' }
    expect(id).not.toBe('')
    const other = await newPhone(authority)
    const shown = await show(phone.deviceKey, credentialId)
    expect(shown).toMatchObject({ state: 'active', kinds: ['signing', 'authentication'] })
    expect(shown).toMatchObject({
      certificates: [
        {
          kind: 'signing',
          status: 'good',
          serialNumber: parseCertificate(certificates.signing).serialNumber,
        },
        { kind: 'authentication', status: 'good' },
      ],
    })
    expect(await show(other.deviceKey, credentialId)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

async function show(deviceKey: CryptoKeyPair, id: string): Promise<unknown> {
  const fetch = provingFetch(deviceKey, localFetch, () => new Date())
  const url = `${authority.origins.authority}/phone-credentials/${id}`
  return (await fetch(new Request(url))).json()
}
