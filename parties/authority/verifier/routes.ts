/**
 * For relying parties that may look at certificates: the holder of one, by a pseudonym that stays when the card is renewed and when a
 * phone takes its place. A serial number changes with every issue, and the authentication certificate names nobody.
 */
import type { Sealing } from '@kazashi/database'
import { base64 } from '@kazashi/octets'
import { parseCertificate } from '@kazashi/pki'
import { type Party, ProblemDocument } from '@kazashi/serve'
import { z } from 'zod'
import type { Database } from '../database/connection.ts'
import { HolderQuestion } from '../registry/holder.ts'
import { recordedSigner, type SignerNeeds } from '../signatures/signer.ts'

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
        body: HolderQuestion,
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
