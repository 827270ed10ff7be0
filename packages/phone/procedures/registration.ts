/**
 * 2-E: after the notice 登録する takes the certificates, checks them and puts the phone's keys in use, in place of all
 * before (5-B3). On an iPhone the card goes into the wallet in the same step (3-D).
 */
import type { AuthorityPort, NoticeView } from '../authority-port.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import type { CredentialRecord } from '../store.ts'
import { sealWalletCard } from '../wallet.ts'

export type RegistrationProgress = 'asked' | 'received' | 'checked' | 'registered'

/**
 * Waits for the notice that the certificates are ready; one that came while the app was closed counts too.
 * @param signal gives up; throws its reason then
 */
export async function awaitNotice(
  authority: AuthorityPort,
  applicationId: string,
  signal: AbortSignal,
): Promise<NoticeView> {
  const wanted = ({ kind, applicationId: id }: NoticeView) =>
    id === applicationId && kind === 'ready-to-register'
  while (true) {
    signal.throwIfAborted()
    const there = (await authority.notices()).find(wanted)
    if (there !== undefined) return there
    for await (const notice of authority.noticeStream(signal)) {
      if (wanted(notice)) return notice
    }
  }
}

/**
 * 2-E 登録する. Safe to repeat after a lost answer or a closed app: the authority gives the same answer, and the phone
 * changes in one step or not at all.
 * @throws {PhoneError} NOT_APPLIED, CERTIFICATE_UNEXPECTED, CERTIFICATE_CHAIN, ATTRIBUTES_UNEXPECTED, STORE_FAILED; and any error of
 *   the authority's client (before issuing: its refusal)
 */
export async function registerCredential(
  phone: Phone,
  authority: AuthorityPort,
  applicationId: string,
  onProgress: (step: RegistrationProgress) => void = () => undefined,
): Promise<CredentialRecord> {
  const { application, credential } = phone.record
  if (credential?.applicationId === applicationId) return credential
  if (application?.stage !== 'applied' || application.view.id !== applicationId) {
    throw new PhoneError('NOT_APPLIED')
  }
  onProgress('asked')
  const answer = await authority.register(applicationId, application.registrationKey)
  onProgress('received')
  const meanwhile = phone.record.credential
  if (meanwhile?.applicationId === applicationId) return meanwhile
  const { kinds } = application.view
  const complete = kinds.every((kind) => answer.certificates.some((issued) => issued.kind === kind))
  if (!complete || kinds.length !== answer.certificates.length) {
    throw new PhoneError('CERTIFICATE_UNEXPECTED', { detail: 'not the kinds applied for' })
  }
  const registered: CredentialRecord = {
    id: answer.credentialId,
    applicationId,
    registeredAt: phone.now().toISOString(),
  }
  const { credentialId, attributes, certificates } = answer
  const { holderKeys } = phone.record
  // Where it is missing, the next refresh asks for it.
  const wallet =
    attributes && holderKeys
      ? await sealWalletCard(phone, { credentialId, mdoc: attributes.mdoc, holderKeys })
      : undefined
  await phone.element.installCertificates(
    certificates,
    (record) => ({
      ...record,
      application: undefined,
      credential: registered,
      ended: undefined,
      wallet,
      holderKeys: wallet === undefined ? holderKeys : undefined,
    }),
    () => onProgress('checked'),
  )
  onProgress('registered')
  return registered
}
