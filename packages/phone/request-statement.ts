/**
 * The request statement (2-F, 3-E, 3-F, a forgotten secret): a resident's request once a credential is there. The
 * content of a CMS SignedData (RFC 5652) by a key of the phone or of the card. Canonical JSON (RFC 8785).
 */
import { z } from 'zod'
import { checkShape, encodeCanonical, parseCanonical } from './canonical-json.ts'
import { checkThumbprint, chosenKinds, deviceKey, instant, nonce } from './statement-members.ts'

/** One takes about 500 bytes. */
export const maxRequestBytes = 4_000

export const requestStatement = z
  .strictObject({
    type: z.literal('kazashi-request'),
    version: z.literal(1),
    /**
     * revoke: end `kinds` of `credential` (2-F, 3-E), by the phone's key or the card's.
     * delete-other: end this person's on any other phone (3-F), by the card's key.
     * unblock: hand out the unblocking keys of `kinds` of `credential`, by the card's key.
     */
    action: z.enum(['revoke', 'delete-other', 'unblock']),
    /** Identifier of the credential; for delete-other there is none to be known. */
    credential: z.uuid().optional(),
    /** One or both, in this order, each once; for delete-other both: whatever is there. */
    kinds: chosenKinds,
    /** The phone the request comes from: the call's DPoP proof is by this key. */
    deviceKey,
    /** Good for one request. */
    nonce,
    /** When the resident pressed the button. */
    time: instant,
  })
  .refine(({ action, credential }) => (action === 'delete-other') === (credential === undefined), {
    message: 'of which credential',
    path: ['credential'],
  })
  .refine(({ action, kinds }) => action !== 'delete-other' || kinds.length === 2, {
    message: 'whatever is there',
    path: ['kinds'],
  })
export type RequestStatement = z.infer<typeof requestStatement>

function check(value: unknown): RequestStatement {
  const statement = checkShape(requestStatement, value)
  checkThumbprint(statement.deviceKey)
  return statement
}

/** @returns the statement's one byte string @throws {PhoneError} STATEMENT_MALFORMED, STATEMENT_KEY_MISMATCH */
export const encodeRequest = (statement: RequestStatement): Uint8Array<ArrayBuffer> =>
  encodeCanonical(check(statement))

/**
 * Not checked here: the nonce, the time, who signed it, whether the credential is the signer's.
 * @throws {PhoneError} STATEMENT_MALFORMED, STATEMENT_KEY_MISMATCH, STATEMENT_NOT_CANONICAL
 */
export const parseRequest = (bytes: Uint8Array): RequestStatement =>
  parseCanonical(bytes, maxRequestBytes, check)
