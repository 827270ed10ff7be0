/**
 * The application statement (2-C, 3-C, 4-B, 5-B3): the resident agrees to it, the card's signing key signs it as the
 * content of a CMS SignedData (RFC 5652). Canonical JSON (RFC 8785), so that one statement has one byte string.
 */
import { applicationPurposes, phonePlatforms, sexes } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { z } from 'zod'
import { checkShape, encodeCanonical, parseCanonical } from './canonical-json.ts'
import {
  checkThumbprint,
  chosenKinds,
  deviceKey,
  hash,
  instant,
  nonce,
  p256Jwk,
} from './statement-members.ts'

export { type DeviceJwk, jwkThumbprint } from './statement-members.ts'

/** An iPhone's application has a photo of some 15 KB, in base64, beside two requests of 0.7 KB each: twice that is never needed. */
export const maxStatementBytes = 64_000
/** Bytes of a card's photo; ISO/IEC 15444-1 in grey, 240 × 320. */
export const maxPhotoBytes = 24_000

const pkcs10 = z
  .string()
  .min(1)
  .max(4_000)
  .refine((text) => base64.parse(text) !== undefined, 'base64 of RFC 4648 §4')

/** One line of text that a phone says of itself: printable, nothing that could hide in a log. */
const line = z.string().regex(/^[\p{L}\p{N}\p{P}\p{S} ]{1,64}$/u)
/** Name and address as on the card: with a full-width space, and letters that Unicode has no place for. */
const cardText = z.string().regex(/^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\p{Co}]{1,200}$/u)

/** ISO/IEC 15444-1 annex I.5.1: the signature box every JP2 file begins with. */
const jp2Signature = [0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a]
const photo = z
  .string()
  .max(4 * Math.ceil(maxPhotoBytes / 3))
  .refine((text) => {
    const bytes = base64.parse(text)
    return bytes !== undefined && jp2Signature.every((byte, at) => bytes[at] === byte)
  }, 'base64 of a JP2 file')

/**
 * How the movement of the face was followed (3-C ④). practice: not at all, nothing was recorded; practice-person: measured, on a drawn
 * head. Both are taken in a sandbox only.
 */
const faceMethods = ['practice', 'practice-person', 'camera'] as const
export type FaceMethod = (typeof faceMethods)[number]

/** 3-C: the data for the wallet's My Number Card. */
const attributes = z.strictObject({
  /** To the terms of the attribute proof. */
  consent: z.literal(true),
  faceCheck: z.strictObject({ method: z.enum(faceMethods), passedAt: instant }),
  /** P-256: the key that the mdoc is bound to (ISO/IEC 18013-5 §9.1.2.4, DeviceKey), used for nothing else. */
  holderKey: p256Jwk,
  /** As the card told it, by its PIN (name to My Number) and its number A (photo). */
  card: z.strictObject({
    name: cardText,
    address: cardText,
    birthDate: z.iso.date(),
    sex: z.enum(sexes),
    myNumber: z.string().regex(/^\d{12}$/),
    /** Base64 of a grey JP2. */
    photo,
  }),
})
export type StatementAttributes = z.infer<typeof attributes>

export const applicationStatement = z
  .strictObject({
    type: z.literal('kazashi-application'),
    version: z.literal(2),
    /** switch: in place of this person's on another Android phone (4-B); resume: of one that is suspended (5-B3). */
    purpose: z.enum(applicationPurposes),
    /** One or both, in this order, each once; on an iPhone both. */
    kinds: chosenKinds,
    /** Version of the notes, and SHA-256 of their text in UTF-8, base64url. */
    consent: z.strictObject({ version: z.string().regex(/^[0-9A-Za-z.-]{1,32}$/), textHash: hash }),
    /** PKCS #10 (RFC 2986) of each chosen kind, base64: proof that the phone holds the key. */
    requests: z.strictObject({ signing: pkcs10.optional(), authentication: pkcs10.optional() }),
    phone: z.strictObject({
      platform: z.enum(phonePlatforms),
      model: line,
      osVersion: line,
      /** Of the app, e.g. '0.1.0'. */
      appVersion: z.string().regex(/^\d{1,5}(\.\d{1,5}){1,3}$/),
    }),
    /** On an iPhone, and only there. */
    attributes: attributes.optional(),
    deviceKey,
    /** Good for one application. */
    nonce,
    /** When the resident pressed 申請する. */
    time: instant,
  })
  .refine(
    ({ kinds, requests }) =>
      kinds.includes('signing') === (requests.signing !== undefined) &&
      kinds.includes('authentication') === (requests.authentication !== undefined),
    { message: 'one request for each chosen kind', path: ['requests'] },
  )
  .refine(({ phone, attributes }) => (phone.platform === 'iphone') === (attributes !== undefined), {
    message: 'attributes on an iPhone, and only there',
    path: ['attributes'],
  })
  .refine(({ phone, kinds }) => phone.platform !== 'iphone' || kinds.length === 2, {
    message: 'an iPhone has both',
    path: ['kinds'],
  })
  .refine(({ phone, purpose }) => phone.platform !== 'iphone' || purpose !== 'switch', {
    message: 'only an Android phone takes over from another (4-B)',
    path: ['purpose'],
  })
export type ApplicationStatement = z.infer<typeof applicationStatement>

/** An iPhone's statement before the card was read. */
export type IphoneDraftStatement = Omit<ApplicationStatement, 'attributes'> & {
  readonly attributes: Omit<StatementAttributes, 'card'>
}

function check(value: unknown): ApplicationStatement {
  const statement = checkShape(applicationStatement, value)
  checkThumbprint(statement.deviceKey)
  return statement
}

/** @returns the statement's one byte string @throws {PhoneError} STATEMENT_MALFORMED, STATEMENT_KEY_MISMATCH */
export const encodeStatement = (statement: ApplicationStatement): Uint8Array<ArrayBuffer> =>
  encodeCanonical(check(statement))

/**
 * Not checked here: the nonce, the consent hash against the text, the PKCS #10 requests, the time, whether the points of
 * the keys lie on the curve, the card's data against the register.
 * @throws {PhoneError} STATEMENT_MALFORMED, STATEMENT_KEY_MISMATCH, STATEMENT_NOT_CANONICAL
 */
export const parseStatement = (bytes: Uint8Array): ApplicationStatement =>
  parseCanonical(bytes, maxStatementBytes, check)
