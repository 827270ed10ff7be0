/** Headers of requests as the API describes them: the proof of the device key, and the key that makes a request happen once. */
import { issuingPaces } from '@kazashi/lifecycle'
import { z } from 'zod'

export const IdempotencyHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,128}$/)
    .describe('the same key gives the same answer and does nothing twice'),
})
export const PaceHeaders = z.looseObject({
  'sandbox-pace': z
    .enum(issuingPaces)
    .default('at-once')
    .describe(
      'how long the "some minutes" until issuing take in a sandbox, at any hour where it says so; elsewhere it means nothing',
    ),
})
/** Optional only here: without a proof the answer is DPOP_INVALID, which says more than a missing field. */
export const DpopHeaders = z.looseObject({
  dpop: z
    .string()
    .optional()
    .describe('DPoP proof by the device key (RFC 9449), without access token'),
})
