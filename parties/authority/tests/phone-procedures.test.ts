/** The phone's procedures after the first application, by APDUs and over HTTP: no short cut. */
import { memoryTransport, openCard, type VirtualCard } from '@kazashi/card'
import { aroundTheClock, type CertificateKind, type PhonePlatform } from '@kazashi/lifecycle'
import {
  type AuthorityPort,
  awaitNotice,
  currentConsentVersion,
  deleteFromOtherPhone,
  deleteFromThisIphone,
  memoryPhoneStore,
  openPhone,
  openWalletCard,
  type Phone,
  prepareApplication,
  prepareIphoneApplication,
  refreshFromAuthority,
  registerCredential,
  requestUnblocking,
  resetSecrets,
  revokeCertificates,
  setIphoneSecrets,
  setSecrets,
  signApplication,
  signIphoneApplication,
  status,
  submitApplication,
  withdrawApplication,
} from '@kazashi/phone'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verdictOf } from '../../../tools/code-of.ts'
import { authorityPort, unwrap } from '../api/client.ts'
import { type AppletCard, cardSecrets, newAppletCard, random } from './applet-card.ts'
import { type RunningAuthority, startAuthority } from './harness.ts'

let authority: RunningAuthority
beforeAll(async () => {
  authority = await startAuthority({ hours: aroundTheClock, issueDelaySeconds: 0 })
})
afterAll(() => authority?.close())

const { signingPassword, cardDataPin } = cardSecrets
const secrets = { signingPassword: 'PHONE123', authenticationPin: '8642' }
const both = ['signing', 'authentication'] as const

interface OpenedPhone {
  readonly phone: Phone
  readonly port: AuthorityPort
}

async function newPhone(platform: PhonePlatform): Promise<OpenedPhone> {
  const phone = await openPhone({
    store: memoryPhoneStore(),
    platform,
    now: () => new Date(),
    random,
    ...(platform === 'android'
      ? { model: 'Kazashi Virtual 1', osVersion: '16' }
      : { model: 'iPhone XS', osVersion: '18.5' }),
  })
  return { phone, port: authorityPort(authority.origins.authority, phone.deviceKey, localFetch) }
}

const atHand = (card: VirtualCard) => ({ transport: memoryTransport(card), signingPassword })

async function handIn({ phone, port }: OpenedPhone): Promise<string> {
  const { id } = await submitApplication(phone, port)
  await awaitNotice(port, id, AbortSignal.timeout(30_000))
  return id
}

type Purpose = 'new' | 'switch' | 'resume'

/** 2-C and 2-D, up to the notice. */
async function applyOnAndroid(
  opened: OpenedPhone,
  { card }: AppletCard,
  { kinds = both, purpose = 'new' }: { kinds?: readonly CertificateKind[]; purpose?: Purpose } = {},
): Promise<string> {
  const { phone, port } = opened
  const choice = { kinds, purpose, consentVersion: currentConsentVersion }
  const draft = await prepareApplication(phone, port, choice)
  await signApplication(draft, memoryTransport(card), signingPassword)
  const { authenticationPin } = secrets
  await setSecrets(phone, kinds.includes('signing') ? secrets : { authenticationPin })
  return handIn(opened)
}

/** 3-C and 3-D, up to the registration. */
async function addToIphone(opened: OpenedPhone, { card }: AppletCard, purpose: 'new' | 'resume') {
  const { phone, port } = opened
  const draft = await prepareIphoneApplication(phone, port, {
    purpose,
    consentVersion: currentConsentVersion,
    faceCheck: { method: 'practice', passedAt: new Date() },
  })
  await signIphoneApplication(draft, { ...atHand(card), cardDataPin })
  const { authenticationPin } = secrets
  await setIphoneSecrets(phone, { authenticationPin, signingPassword: { sameAsCard: true } })
  await registerCredential(phone, port, await handIn(opened))
}

async function pinIsRight(phone: Phone, pin: string): Promise<boolean> {
  const transport = phone.element.transport()
  const verified = openCard(transport).verify('authentication-pin', pin, { force: true })
  return (await verdictOf(verified.finally(() => transport.close()))) === 'accepted'
}

test('2-F.set-anew 2-F③.one 2-F⑥.card a locked PIN is set anew with the card at hand, then one certificate ends by the password and the other by the card', async () => {
  const resident = await newAppletCard(authority, 301)
  const opened = await newPhone('android')
  const { phone, port } = opened
  await registerCredential(phone, port, await applyOnAndroid(opened, resident))
  for (const pin of ['0000', '0001', '0002']) expect(await pinIsRight(phone, pin)).toBe(false)
  await requestUnblocking(phone, port, ['authentication'], atHand(resident.card))
  await resetSecrets(phone, port, { authenticationPin: '7145' })
  expect(await pinIsRight(phone, '7145')).toBe(true)

  const byPassword = { by: 'phone', secret: secrets.signingPassword } as const
  await revokeCertificates(phone, port, ['signing'], byPassword)
  expect(await refreshFromAuthority(phone, port)).toMatchObject({
    stage: 'registered',
    credential: {
      certificates: [{ kind: 'authentication', suspended: false }],
      ended: [{ kind: 'signing' }],
    },
  })
  await revokeCertificates(phone, port, ['authentication'], {
    by: 'card',
    ...atHand(resident.card),
  })
  expect(status(phone)).toMatchObject({ stage: 'empty', ended: { why: 'revoked' } })
  expect((await port.currentCredential())?.state).toBe('ended')
})

test('3-D③.same-as-card 3-D⑤.wallet 3-F⑤.deleted the card goes into the wallet, and from an Android phone without one the card deletes it there', async () => {
  const resident = await newAppletCard(authority, 302)
  const opened = await newPhone('iphone')
  const { phone, port } = opened
  await addToIphone(opened, resident, 'new')
  expect(status(phone)).toMatchObject({ stage: 'registered', wallet: 'usable' })
  const mdoc = await openWalletCard(phone)
  expect(mdoc).toEqual(await port.attributes(status(phone).credential?.id ?? ''))
  expect(Buffer.from(mdoc).includes(resident.resident.name)).toBe(true)

  const other = await newPhone('android')
  const deleted = await deleteFromOtherPhone(other.phone, other.port, atHand(resident.card))
  expect(deleted.model).toBe('iPhone XS')
  expect(await refreshFromAuthority(phone, port)).toMatchObject({
    stage: 'empty',
    wallet: 'none',
    ended: { why: 'deleted-by-card' },
  })
})

test('5-B1.phone-says 5-B3.issued-anew 3-E a lost iPhone is suspended, found, registered anew, and its card deleted in the end', async () => {
  const resident = await newAppletCard(authority, 303)
  const opened = await newPhone('iphone')
  const { phone, port } = opened
  await addToIphone(opened, resident, 'new')
  unwrap(
    await authority.client.POST('/hotline/suspensions', {
      body: { person: resident.person, what: 'phone', reason: 'lost' },
    }),
  )
  expect(await refreshFromAuthority(phone, port)).toMatchObject({
    wallet: 'suspended',
    credential: { suspended: true, reason: 'lost' },
  })
  const before = phone.record.installed.signing?.publicKey
  await addToIphone(opened, resident, 'resume')
  expect(await refreshFromAuthority(phone, port)).toMatchObject({
    stage: 'registered',
    wallet: 'usable',
    credential: { suspended: false },
  })
  expect(phone.record.installed.signing?.publicKey).not.toEqual(before)
  await deleteFromThisIphone(phone, port, { by: 'phone', secret: signingPassword })
  expect(status(phone)).toMatchObject({ stage: 'empty', wallet: 'none' })
})

test('4-B.old-goes-on 4-B.old-says-why the old Android phone goes on until the new one is registered, and says then why it ended', async () => {
  const resident = await newAppletCard(authority, 304)
  const old = await newPhone('android')
  const kinds = ['authentication'] as const
  await registerCredential(old.phone, old.port, await applyOnAndroid(old, resident, { kinds }))
  const opened = await newPhone('android')
  const id = await applyOnAndroid(opened, resident, { kinds, purpose: 'switch' })
  expect((await refreshFromAuthority(old.phone, old.port)).stage).toBe('registered')
  await registerCredential(opened.phone, opened.port, id)
  expect(await refreshFromAuthority(old.phone, old.port)).toMatchObject({
    stage: 'empty',
    ended: { what: 'credential', why: 'switched' },
  })
  expect(old.phone.record.installed).toEqual({})
})

test('2-D.withdraw an application that was handed in is withdrawn, and the phone is free for another', async () => {
  const resident = await newAppletCard(authority, 305)
  const opened = await newPhone('android')
  const kinds = ['authentication'] as const
  await applyOnAndroid(opened, resident, { kinds })
  await withdrawApplication(opened.phone, opened.port)
  expect(status(opened.phone).stage).toBe('empty')
  await registerCredential(
    opened.phone,
    opened.port,
    await applyOnAndroid(opened, resident, { kinds }),
  )
})
