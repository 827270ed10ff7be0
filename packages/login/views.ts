/** A login request and its answer over HTTP, as the phone meets them. */
import { documentLimits, documentTypes, identityClaims } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { z } from 'zod'
import { type LoginRequest, ownHindrances } from './requests.ts'

/** One to be signed, as the phone shows it. */
const documentView = z.strictObject({
  title: z.string(),
  /** SHA-256, base64. */
  hash: z.string(),
  /** Base64; none: the relying party told the hash alone. */
  content: z.string().optional(),
  type: z.enum(documentTypes).optional(),
})

/** For the phone. */
export const loginRequestView = z
  .strictObject({
    id: z.string(),
    audience: z.url(),
    relyingParty: z.string(),
    purpose: z.string(),
    /** What is asked for beside; none: nothing. */
    claims: z.array(z.enum(identityClaims)).optional(),
    /** Those of them that the person may leave out. */
    optional: z.array(z.enum(identityClaims)).optional(),
    /** What is to be signed beside; none: nothing. */
    documents: z.array(documentView).optional(),
    nonce: z.string(),
    expiresAt: z.iso.datetime(),
    responseUrl: z.url(),
    /** Takes `PhoneHindered`, from a phone that cannot answer. */
    hinderedUrl: z.url().optional(),
  })
  .meta({ id: 'LoginRequest' })

const cms = z.base64().refine(base64.is).min(4).max(40_000)
/**
 * CMS SignedData over the login statement, base64 (RFC 4648 §4); where claims are asked for, by the signing certificate, too; and
 * one without content for each document, by the same certificate.
 */
export const loginResponse = z.strictObject({
  response: cms,
  attributes: cms.optional(),
  signatures: z.array(cms).max(documentLimits.most).optional(),
})

/** In place of an answer: shown where the login was begun, and believed no further. */
export const phoneHindered = z
  .strictObject({ code: z.enum(ownHindrances) })
  .meta({ id: 'PhoneHindered' })

export const loginAccepted = z.strictObject({
  state: z.literal('accepted'),
  /** Where the phone leads its browser, to be logged in there: after an answer without a code. */
  returnUrl: z.url().optional(),
})

/** As a phone leads its browser back. */
export const returnQuery = z.object({ ticket: z.string().max(100).optional() })

/**
 * How it stands, for the browser that asked. `returning`: the phone has answered, and leads its own browser back.
 */
export const loginStates = ['pending', 'returning', 'accepted', 'refused', 'expired'] as const

export function loginStateOf<Holder>(
  { answer, expiresAt }: LoginRequest<Holder>,
  now: Date,
): (typeof loginStates)[number] {
  if (answer.state === 'refused') return 'refused'
  // One that was taken up, too: the word of it may have been lost.
  if (answer.state === 'taken') return 'accepted'
  if (answer.state === 'accepted' && answer.ticketHash === undefined) return 'accepted'
  if (answer.state === 'stopped' || expiresAt <= now) return 'expired'
  return answer.state === 'pending' ? 'pending' : 'returning'
}
