/**
 * For relying parties that may look at certificates: the holder of one, by a pseudonym that stays when the card is renewed and when a
 * phone takes its place. A serial number changes with every issue, and the authentication certificate names nobody.
 */
import type { Sealing } from '@kazashi/database'
import { certificateKinds } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { parseCertificate } from '@kazashi/pki'
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import type { Database } from '../database/connection.ts'
import { recordedSigner, type SignerNeeds } from '../signatures/signer.ts'

const isCertificate = (text: string): boolean => {
  try {
    return parseCertificate(base64.decode(text)).der.length > 0
  } catch {
    return false
  }
}

const Question = z
  .strictObject({
    kind: z.enum(certificateKinds),
    certificate: z
      .base64()
      .refine(base64.is)
      .min(4)
      .max(8_000)
      .refine(isCertificate)
      .describe('DER'),
  })
  .meta({ id: 'HolderQuestion' })
const Holder = z
  .strictObject({ holder: z.string().describe('the same for all certificates of one person') })
  .meta({ id: 'Holder' })

const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function verifierRoutes(
  app: Party,
  records: () => SignerNeeds & { readonly db: Database; readonly sealing: Sealing },
): void {
  app.post(
    '/verifier/holders',
    {
      schema: {
        operationId: 'findHolder',
        summary: 'The pseudonym of the person whose certificate this is',
        tags: ['verifier'],
        body: Question,
        response: { 200: Holder, ...refusals },
      },
    },
    async ({ body }) => {
      const { db, sealing } = records()
      const certificate = parseCertificate(base64.decode(body.certificate))
      const signed = { certificate, kind: body.kind }
      const { person } = await recordedSigner(db, records(), signed)
      return { holder: Buffer.from(sealing.lookup('holder', person)).toString('base64url') }
    },
  )
}
