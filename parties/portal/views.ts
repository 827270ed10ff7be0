/** Requests and answers of the portal over HTTP. */
import { base64 } from '@kazashi/octets'
import { z } from 'zod'
import { portalCodes } from './problems.ts'

const time = z.iso.datetime()

export const requestParams = z.strictObject({ id: z.uuid() })

/** For the browser that wants to log in. */
export const newLogin = z
  .strictObject({
    id: z.uuid(),
    /** To be shown; the phone shows the same. */
    code: z.string(),
    /** Opens the app with this request. */
    appUrl: z.url(),
    /** SVG: the same address as a QR code. */
    qrUrl: z.string(),
    expiresAt: time,
  })
  .meta({ id: 'NewLogin' })

/** For the phone. */
export const loginRequestView = z
  .strictObject({
    id: z.uuid(),
    audience: z.url(),
    relyingParty: z.string(),
    purpose: z.string(),
    nonce: z.string(),
    code: z.string(),
    expiresAt: time,
    responseUrl: z.url(),
  })
  .meta({ id: 'LoginRequest' })

/** CMS SignedData over the login statement, base64 (RFC 4648 §4). */
export const loginResponse = z.strictObject({
  response: z.base64().refine(base64.is).min(4).max(40_000),
})

export const accepted = z.strictObject({ state: z.literal('accepted') })

export const loginState = z
  .strictObject({
    state: z.enum(['pending', 'accepted', 'refused', 'expired']),
    /** With `refused`: a problem's code and words. */
    reason: z
      .strictObject({ code: z.enum(portalCodes), title: z.string(), next: z.string() })
      .optional(),
  })
  .meta({ id: 'LoginState' })

/** The person logged in, by the certificate alone: it has no name. */
export const me = z
  .strictObject({
    serialNumber: z.string(),
    subject: z.string(),
    notAfter: time,
    statusCheckedAt: time,
    loggedInAt: time,
  })
  .meta({ id: 'Me' })
