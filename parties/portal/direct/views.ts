/** Requests and answers of the portal over HTTP. */
import { loginStates } from '@kazashi/login'
import { z } from 'zod'
import type { Person } from './person.ts'

const time = z.iso.datetime()

export const requestParams = z.strictObject({ id: z.uuid() })

/** For the browser that wants to log in. */
export const newLogin = z
  .strictObject({
    id: z.uuid(),
    /** To be shown on this screen, and typed on the phone. */
    code: z.string(),
    /** Opens the app with this request. */
    appUrl: z.url(),
    /** SVG: the same address as a QR code. */
    qrUrl: z.string(),
    expiresAt: time,
  })
  .meta({ id: 'NewLogin' })

export const loginState = z
  .strictObject({
    state: z.enum(loginStates),
    /** With `refused`: a problem's code and words. */
    reason: z.strictObject({ code: z.string(), title: z.string(), next: z.string() }).optional(),
  })
  .meta({ id: 'LoginState' })

/** All that the portal learns of the person: the certificate, and the answer to the question whether it holds. */
export const me = z
  .strictObject({
    /** Which of the two certificates: to log in it is this one. */
    kind: z.literal('authentication'),
    /** Lower-case hex. */
    serialNumber: z.string(),
    /** RFC 4514. */
    issuer: z.string(),
    subject: z.string(),
    /** The attributes of the subject's name, in its order. */
    subjectFields: z.array(z.strictObject({ type: z.string(), value: z.string() })),
    notBefore: time,
    notAfter: time,
    statusCheckedAt: time,
    /** The OCSP responder that was asked. */
    statusResponder: z.url(),
    loggedInAt: time,
    /** After that the person logs in again, whatever becomes of the certificate. */
    endsAt: time,
  })
  .meta({ id: 'Me' })

export function meView(
  { certificate, statusCheckedAt, statusResponder, loggedInAt }: Person,
  endsAt: Date,
): z.infer<typeof me> {
  const { serialNumber, issuer, subject, validity } = certificate
  return {
    kind: 'authentication',
    serialNumber,
    issuer: issuer.text,
    subject: subject.text,
    subjectFields: subject.attributes.map(([type, value]) => ({ type, value })),
    notBefore: validity.notBefore.toISOString(),
    notAfter: validity.notAfter.toISOString(),
    statusCheckedAt: statusCheckedAt.toISOString(),
    statusResponder,
    loggedInAt: loggedInAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }
}
