/** Ending the credential on a phone (2-F, 3-E, 3-F), and setting a forgotten code anew: by the phone's password or the card at hand. */
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import {
  type DeletedCredential,
  deleteFromOtherPhone,
  deleteFromThisIphone,
  type RevocationWay,
  requestUnblocking,
  resetSecrets,
  revokeCertificates,
  status,
} from '@kazashi/phone'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

type Kinds = readonly CertificateKind[]
const both: Kinds = certificateKinds

async function end({ phone, authority, platform }: ThePhone, kinds: Kinds, way: RevocationWay) {
  if (platform === 'iphone') await deleteFromThisIphone(phone, authority, way)
  else await revokeCertificates(phone, authority, kinds, way)
}

async function atHand({ hold, signingPassword }: TheCard) {
  return { transport: await hold(), signingPassword }
}

/** @param secret the signing password, or the PIN where there is no signing certificate any more */
export const endByPhone = (the: ThePhone, kinds: Kinds, secret: string): Promise<void> =>
  end(the, kinds, { by: 'phone', secret })

/** お手元のカードを利用する. */
export const endByCard = async (the: ThePhone, card: TheCard, kinds: Kinds = both): Promise<void> =>
  end(the, kinds, { by: 'card', ...(await atHand(card)) })

const rowOf = ({ platform }: ThePhone): string => (platform === 'iphone' ? '3-E' : '2-F')

/** 2-F 失効する, 3-E 削除. */
export const revokeOnPhone = (world: World, the: ThePhone, kinds: Kinds = both): Promise<void> =>
  world.step(rowOf(the), `${kinds.join('・')} を失効する`, async (step) => {
    const { phone, password, pin } = the
    const hasSigning = phone.record.installed.signing !== undefined
    await endByPhone(the, kinds, hasSigning ? password() : pin())
    const left = kinds.filter((kind) => phone.record.installed[kind] !== undefined)
    step.assert(left.length === 0, `the phone has erased its ${kinds.join(' and ')} key`)
  })

/** 2-F パスワードがわからない場合. */
export const revokeByCard = (world: World, the: ThePhone, card: TheCard): Promise<void> =>
  world.step(rowOf(the), 'お手元のカードで失効する', async (step) => {
    await endByCard(the, card)
    step.assert(status(the.phone).stage === 'empty', 'the phone has erased its keys')
  })

/** 3-F without a step, for attempts to be refused. @throws {PhoneError}; {AuthorityProblem} */
export const tryToDeleteOther = async (
  { phone, authority }: ThePhone,
  card: TheCard,
): Promise<DeletedCredential> => deleteFromOtherPhone(phone, authority, await atHand(card))

/** 3-F 別のスマートフォンのカードを削除. @param other the phone that is not at hand */
export const deleteOther = (
  world: World,
  here: ThePhone,
  card: TheCard,
  other: ThePhone,
): Promise<void> =>
  world.step('3-F', '別のスマートフォンのカードを削除', async (step) => {
    const { model } = await tryToDeleteOther(here, card)
    step.assert(model === other.phone.record.device.model, `deleted on the other phone: ${model}`)
    const notices = await other.authority.notices()
    const told = notices.some(({ kind }) => kind === 'deleted-by-card')
    step.assert(told, 'that phone has a notification of it')
  })

/** The card signs that the codes of these kinds are to be set anew. @throws {PhoneError}; {AuthorityProblem} */
async function tryToResetCodes(
  { phone, authority, password, pin }: ThePhone,
  card: TheCard,
  kinds: Kinds,
): Promise<void> {
  await requestUnblocking(phone, authority, kinds, await atHand(card))
  await resetSecrets(phone, authority, {
    ...(kinds.includes('signing') && { signingPassword: password() }),
    ...(kinds.includes('authentication') && { authenticationPin: pin() }),
  })
}

/** A forgotten or locked code, with the card at hand. */
export const resetCodes = (
  world: World,
  the: ThePhone,
  card: TheCard,
  kinds: Kinds = both,
): Promise<void> =>
  world.step('2-D', 'カードで暗証番号を再設定', async (step) => {
    the.chooseSecrets()
    await tryToResetCodes(the, card, kinds)
    const locked = status(the.phone).credential?.certificates.some((one) => one.locked)
    step.assert(locked === false, 'nothing on the phone is locked, all attempts are back')
  })
