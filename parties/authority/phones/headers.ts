/** Headers of requests as the API describes them: the proof of the device key, and the key that makes a request happen once. */
import { z } from 'zod'

export const IdempotencyHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,128}$/)
    .describe('the same key gives the same answer and does nothing twice'),
})
/** Optional only here: without a proof the answer is DPOP_INVALID, which says more than a missing field. */
export const DpopHeaders = z.looseObject({
  dpop: z
    .string()
    .optional()
    .describe('DPoP proof by the device key (RFC 9449), without access token'),
})
