/** The authority's answer about this phone's credential is kept; a credential that ended there is erased here (2-F, 3-F, 4-B, 5-A4, 5-B1). */
import { certificateKinds } from '@kazashi/lifecycle'
import type { AuthorityPort, CredentialView } from '../authority-port.ts'
import type { Phone } from '../phone.ts'
import type { PhoneRecord } from '../store.ts'
import { sealWalletCard, withoutWalletCard } from '../wallet.ts'
import { isNotFound } from './refusal.ts'
import { refreshApplication } from './signed-application.ts'
import { type PhoneStatus, status } from './status.ts'

const isOver = ({ state }: CredentialView): boolean => state === 'ended' || state === 'replaced'

const whyOver = ({ reason, state }: CredentialView): string => reason ?? state

/** Between question and answer another procedure may have come to its end: its result is not touched. */
const still = (record: PhoneRecord, id: string): boolean => record.credential?.id === id

/** @param view the authority's last word on it: with it comes when it ended */
function eraseAll(phone: Phone, id: string, why: string, view?: CredentialView): Promise<void> {
  const at = view?.history.at(-1)?.at ?? phone.now().toISOString()
  const ended = { what: 'credential', id, at, why } as const
  return phone.element.forget(certificateKinds, id, (record) => {
    if (!still(record, id)) return record
    // The request was carried out, or cannot be carried out any more.
    const request = record.request?.credentialId === id ? undefined : record.request
    return { ...record, credential: undefined, wallet: undefined, request, ended }
  })
}

async function keep(phone: Phone, view: CredentialView): Promise<void> {
  const gone = certificateKinds.filter((kind) =>
    view.certificates.some((one) => one.kind === kind && one.status === 'revoked'),
  )
  const told = { view, at: phone.now().toISOString() }
  // The wallet's card follows the signing certificate: they end together.
  const attributes = view.attributes ?? (gone.includes('signing') ? 'revoked' : 'good')
  const also = (record: PhoneRecord): PhoneRecord => {
    if (record.credential?.id !== view.id) return record
    const kept = attributes === 'revoked' ? withoutWalletCard(record) : record
    return { ...kept, credential: { ...record.credential, told } }
  }
  const here = gone.some((kind) => phone.record.installed[kind] !== undefined)
  await (here ? phone.element.forget(gone, view.id, also) : phone.change(also))
}

/** An iPhone whose registration came without its attributes, or lost them on the way. */
async function fetchAttributes(phone: Phone, authority: AuthorityPort, id: string): Promise<void> {
  const { holderKeys, wallet } = phone.record
  if (holderKeys === undefined || wallet !== undefined) return
  const mdoc = await authority.attributes(id)
  const card = await sealWalletCard(phone, { credentialId: id, mdoc, holderKeys })
  await phone.change((record) =>
    still(record, id) ? { ...record, wallet: card, holderKeys: undefined } : record,
  )
}

/**
 * Asks how the credential and the application stand. Keys of certificates that ended are erased; a suspension stays
 * until it ends (5-B1, 5-B3).
 * @returns the status afterwards; `known`: false where the authority has no record of this credential: it is not the
 *   one it came from, or began anew. Nothing is erased for that.
 * @throws {PhoneError} ATTRIBUTES_UNEXPECTED, STORE_FAILED; and any error of the authority's client
 */
export async function refreshFromAuthority(
  phone: Phone,
  authority: AuthorityPort,
): Promise<PhoneStatus & { readonly known: boolean }> {
  const stranger = () => ({ ...status(phone), known: false })
  if (phone.record.application?.stage === 'applied') {
    try {
      await refreshApplication(phone, authority)
    } catch (error) {
      if (isNotFound(error)) return stranger()
      throw error
    }
  }
  const { credential } = phone.record
  if (credential === undefined) return { ...status(phone), known: true }
  const newest = await authority.currentCredential()
  if (newest === undefined) return stranger()
  const isNewest = newest.id === credential.id
  // Keys are erased for their own end, not because there is another credential.
  const view = isNewest ? newest : await authority.credential(credential.id)
  if (isOver(view))
    await eraseAll(phone, credential.id, isNewest ? whyOver(view) : 'replaced', view)
  else {
    await keep(phone, view)
    if (view.attributes === 'good') await fetchAttributes(phone, authority, view.id)
  }
  return { ...status(phone), known: true }
}
