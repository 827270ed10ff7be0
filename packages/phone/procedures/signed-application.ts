/** An application from the card's signature to the authority's receipt, on both platforms (2-D, 3-D). */
import { type ApplicationPurpose, type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { base64url } from '@kazashi/octets'
import type { ApplicationView, AuthorityPort } from '../authority-port.ts'
import { PhoneError } from '../errors.ts'
import { heldUnblockingKeys, withoutUnblockingKeys } from '../keys.ts'
import type { Phone } from '../phone.ts'
import { openByDevice, sealByDevice } from '../sealing.ts'
import type { ApplicationStatement } from '../statement.ts'
import type { EndedRecord, PhoneRecord } from '../store.ts'
import { isRefusal } from './refusal.ts'

export interface SignedApplication {
  readonly statement: ApplicationStatement
  /** CMS SignedData, DER, by the card's signing key. */
  readonly cms: Uint8Array
}

/** 128 bits, base64url: nobody else's request has it. */
export const idempotencyKey = ({ random }: Pick<Phone, 'random'>): string =>
  base64url.encode(random(16))

/** The record as before 2-C. */
export const withoutApplication = (record: PhoneRecord): PhoneRecord => ({
  ...record,
  application: undefined,
  pending: {},
  holderKeys: undefined,
})

/**
 * May an application with this purpose begin?
 * @throws {PhoneError} ALREADY_APPLIED, CREDENTIAL_PRESENT, NOT_SUSPENDED (resume of a credential in use)
 */
export function checkFree({ record }: Phone, purpose: ApplicationPurpose): void {
  const { application, credential } = record
  if (application?.stage === 'applied' || (application?.stage === 'signed' && application.sent)) {
    throw new PhoneError('ALREADY_APPLIED')
  }
  if (credential === undefined) return
  if (purpose !== 'resume') throw new PhoneError('CREDENTIAL_PRESENT')
  const told = credential.told?.view.state
  // Never asked: the authority decides.
  if (told === 'active') throw new PhoneError('NOT_SUSPENDED')
}

/** Keeps the signed application, sealed. */
export async function keepSigned(
  phone: Phone,
  { statement, cms }: SignedApplication,
  nonceExpiresAt: string,
): Promise<void> {
  const { purpose, kinds } = statement
  const sealed = await sealByDevice(
    phone.record.device.sealingKey,
    'application',
    cms,
    phone.random,
  )
  const key = idempotencyKey(phone)
  await phone.change((record) => ({
    ...record,
    application: {
      stage: 'signed',
      purpose,
      kinds,
      sealed,
      idempotencyKey: key,
      sent: false,
      begunAt: phone.authorityTime.toOwn(new Date(statement.time)).toISOString(),
      nonceExpiresAt,
    },
  }))
}

export interface OpenApplication {
  readonly purpose: ApplicationPurpose
  readonly kinds: readonly CertificateKind[]
}

/** The signed application where the app was closed between the card and the handing in. */
export function openSigned({ record }: Phone): OpenApplication | undefined {
  const { application } = record
  if (application?.stage !== 'signed') return undefined
  const { purpose, kinds } = application
  return { purpose, kinds }
}

/** DER of the signed application. @throws {PhoneError} NOT_APPLIED, UNSEALING */
export async function signedCms({ record }: Phone): Promise<Uint8Array> {
  const { application, device } = record
  if (application?.stage !== 'signed') throw new PhoneError('NOT_APPLIED')
  return openByDevice(device.sealingKey, 'application', application.sealed)
}

/**
 * 2-D 申請完了: hands the application in, and the unblocking keys with it, which the phone forgets then. Safe to repeat
 * after a lost answer or a closed app: the same key goes with it.
 * @throws {PhoneError} NOT_APPLIED, SECRET_NOT_SET, UNSEALING, STORE_FAILED; and any error of the authority's client.
 *   After a refusal (4xx) the phone is as before 2-C.
 */
export async function submitApplication(
  phone: Phone,
  authority: AuthorityPort,
): Promise<ApplicationView> {
  const { application, pending } = phone.record
  if (application?.stage === 'applied') return application.view
  if (application?.stage !== 'signed') throw new PhoneError('NOT_APPLIED')
  for (const kind of certificateKinds) {
    const key = pending[kind]
    if (key !== undefined && key.secret === undefined) {
      throw new PhoneError('SECRET_NOT_SET', { detail: kind })
    }
  }
  const cms = await signedCms(phone)
  const unblockingKeys = await heldUnblockingKeys(phone)
  const isThis = ({ application: now }: PhoneRecord): boolean =>
    now?.stage === 'signed' && now.idempotencyKey === application.idempotencyKey
  await phone.change((record) =>
    isThis(record) ? { ...record, application: { ...application, sent: true } } : record,
  )
  let view: ApplicationView
  try {
    view = await authority.apply(cms, application.idempotencyKey, unblockingKeys)
  } catch (error) {
    if (isRefusal(error)) {
      await phone.change((record) => (isThis(record) ? withoutApplication(record) : record))
    }
    throw error
  } finally {
    for (const key of Object.values(unblockingKeys)) key?.fill(0)
  }
  const { purpose } = application
  const registrationKey = idempotencyKey(phone)
  const withdrawalKey = idempotencyKey(phone)
  await phone.change((record) => {
    if (!isThis(record)) return record
    const applied = { stage: 'applied', purpose, registrationKey, withdrawalKey, view } as const
    return { ...withoutUnblockingKeys(record), application: applied, ended: undefined }
  })
  return view
}

/**
 * Asks, once the card has signed, whether the application would be taken, before any secret is chosen. Without an
 * answer the application goes on: handing it in brings a refusal then.
 * @throws {PhoneError} NOT_APPLIED, UNSEALING, STORE_FAILED; and a refusal of the authority's (4xx): the phone is as
 *   before 2-C then
 */
export async function checkSigned(phone: Phone, authority: AuthorityPort): Promise<void> {
  const cms = await signedCms(phone)
  try {
    await authority.checkApplication(cms)
  } catch (error) {
    if (!isRefusal(error)) return
    await phone.change((record) =>
      record.application?.stage === 'signed' ? withoutApplication(record) : record,
    )
    throw error
  }
}

const isApplied = ({ application }: PhoneRecord, id: string): boolean =>
  application?.stage === 'applied' && application.view.id === id

/**
 * The authority's state of the application; kept for the next opening. One that is over (withdrawn, lapsed) leaves
 * the phone, which is as before 2-C then.
 * @throws {PhoneError} NOT_APPLIED, STORE_FAILED
 */
export async function refreshApplication(
  phone: Phone,
  authority: AuthorityPort,
): Promise<ApplicationView> {
  const { application } = phone.record
  if (application?.stage !== 'applied') throw new PhoneError('NOT_APPLIED')
  const view = await authority.application(application.view.id)
  const { id, state } = view
  const over = state === 'withdrawn' || state === 'lapsed'
  const ended = { what: 'application', id, at: phone.now().toISOString(), why: state } as const
  await phone.change((record) => {
    // Registered or given up between question and answer: it does not come back.
    if (!isApplied(record, id)) return record
    return over
      ? { ...withoutApplication(record), ended }
      : { ...record, application: { ...application, view } }
  })
  return view
}

/** Gives up an application that was not handed in yet. @throws {PhoneError} ALREADY_APPLIED */
export async function abandonApplication(phone: Phone): Promise<void> {
  const { application } = phone.record
  const handedIn =
    application?.stage === 'applied' || (application?.stage === 'signed' && application.sent)
  if (handedIn) throw new PhoneError('ALREADY_APPLIED')
  await phone.change(withoutApplication)
}

/**
 * Gives up an application at any stage before 登録する; one that was handed in is withdrawn at the authority. Safe to
 * repeat, and the same whether the authority's answer or a refresh says first that it is withdrawn. After a resumption
 * (5-B3) was withdrawn the suspended credential does not come back.
 * @throws {PhoneError} NOT_APPLIED, STORE_FAILED; and any error of the authority's client: refused, the phone has the
 *   state that the authority tells
 */
export async function withdrawApplication(phone: Phone, authority: AuthorityPort): Promise<void> {
  const { application, ended } = phone.record
  if (application === undefined) {
    if (ended === undefined || !isWithdrawn(ended)) throw new PhoneError('NOT_APPLIED')
    return phone.change((record) => withoutEnded(record, ended.id, undefined))
  }
  if (application.stage === 'signed' && application.sent) await submitApplication(phone, authority)
  const applied = phone.record.application
  if (applied?.stage !== 'applied') return abandonApplication(phone)
  try {
    await authority.withdraw(applied.view.id, applied.withdrawalKey)
  } catch (error) {
    if (isRefusal(error)) await refreshApplication(phone, authority)
    throw error
  }
  const { id } = applied.view
  await phone.change((record) =>
    isApplied(record, id) ? withoutApplication(record) : withoutEnded(record, id, ended),
  )
}

const isWithdrawn = ({ what, why }: EndedRecord): boolean =>
  what === 'application' && why === 'withdrawn'

/** @param before what had ended on this phone before the application with this id */
const withoutEnded = (
  record: PhoneRecord,
  id: string,
  before: EndedRecord | undefined,
): PhoneRecord =>
  record.ended !== undefined && isWithdrawn(record.ended) && record.ended.id === id
    ? { ...record, ended: before }
    : record
