/**
 * The common part of 2-F, 3-E, 3-F and a forgotten secret: a request statement is signed, kept, sent and, after a lost
 * answer or a closed app, sent again as it was, so that nothing happens twice and no secret is asked for twice.
 */
import type { AuthorityPort } from '../authority-port.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { encodeRequest } from '../request-statement.ts'
import type { RequestRecord } from '../store.ts'
import { isRefusal } from './refusal.ts'
import { idempotencyKey } from './signed-application.ts'

export type RequestChoice = Pick<RequestRecord, 'action' | 'credentialId' | 'kinds'>

/** An unblocking that was sent does no harm when nobody waits for it. @throws {PhoneError} REQUEST_UNDER_WAY */
export function checkNoneUnderWay({ record }: Phone): void {
  const { request } = record
  if (request?.sent === true && request.action !== 'unblock') {
    throw new PhoneError('REQUEST_UNDER_WAY')
  }
}

/**
 * Makes the statement, has it signed and keeps it; an earlier one that was never sent, or that waits for new secrets, is
 * forgotten.
 * @param sign CMS SignedData over the content, DER
 * @throws {PhoneError} REQUEST_UNDER_WAY (one was sent and has no answer yet), CLOCK_WRONG, STORE_FAILED; and any error of `sign`
 */
export async function beginRequest(
  phone: Phone,
  authority: AuthorityPort,
  { action, credentialId, kinds }: RequestChoice,
  sign: (content: Uint8Array) => Promise<Uint8Array>,
): Promise<void> {
  checkNoneUnderWay(phone)
  const { nonce, now, expiresAt } = await authority.nonce()
  phone.authorityTime.learn(new Date(now))
  const content = encodeRequest({
    type: 'kazashi-request',
    version: 1,
    action,
    ...(credentialId !== undefined && { credential: credentialId }),
    kinds: [...kinds],
    deviceKey: { thumbprint: phone.thumbprint, jwk: phone.deviceJwk },
    nonce,
    time: phone.authorityTime.now().toISOString(),
  })
  const cms = await sign(content)
  const key = idempotencyKey(phone)
  const nonceExpiresAt = phone.authorityTime.toOwn(new Date(expiresAt)).toISOString()
  await phone.change((record) => ({
    ...record,
    request: {
      action,
      credentialId,
      kinds,
      cms,
      idempotencyKey: key,
      nonceExpiresAt,
      sent: false,
    },
  }))
}

/**
 * Sends the kept request. The caller forgets it in the same change that carries the answer out.
 * @throws {PhoneError} REQUEST_NONE, REQUEST_NONCE_EXPIRED (never sent, and forgotten now), STORE_FAILED; and any error
 *   of `call`: after a refusal (4xx) the request is forgotten
 */
export async function sendRequest<T>(
  phone: Phone,
  action: RequestRecord['action'],
  call: (request: RequestRecord) => Promise<T>,
): Promise<{ readonly request: RequestRecord; readonly answer: T }> {
  const { request } = phone.record
  if (request?.action !== action) throw new PhoneError('REQUEST_NONE', { detail: action })
  const forget = () =>
    phone.change((record) =>
      record.request?.idempotencyKey === request.idempotencyKey
        ? { ...record, request: undefined }
        : record,
    )
  if (!request.sent && phone.now() >= new Date(request.nonceExpiresAt)) {
    await forget()
    throw new PhoneError('REQUEST_NONCE_EXPIRED')
  }
  await phone.change((record) => ({ ...record, request: { ...request, sent: true } }))
  try {
    return { request, answer: await call(request) }
  } catch (error) {
    if (isRefusal(error)) await forget()
    throw error
  }
}
