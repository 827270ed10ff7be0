/** The attributes of an iPhone over HTTP (3-D). Errors: problems.ts. */
import { type Party, ProblemDocument } from '@kazashi/serve'
import { attributeDocumentOf } from '../database/attribute-documents.ts'
import type { Storage } from '../database/storage.ts'
import { DpopHeaders } from '../phones/headers.ts'
import { ownCredential } from '../phones/own.ts'
import type { ProofNeeds } from '../phones/proof.ts'
import { AuthorityError } from '../problems.ts'
import { WithId } from '../wire.ts'
import { AttributesView, attributesMember } from './view.ts'

export type AttributeNeeds = Storage & ProofNeeds

const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/** @param records asked at each request, so that the routes can be described without any */
export function attributeRoutes(app: Party, records: () => AttributeNeeds): void {
  app.get(
    '/phone-credentials/:id/attributes',
    {
      schema: {
        operationId: 'showAttributes',
        summary:
          "The wallet's My Number Card of a registered iPhone, when the phone has lost it (3-D)",
        tags: ['credentials'],
        headers: DpopHeaders,
        params: WithId,
        response: { 200: AttributesView, ...refusals },
      },
    },
    async (request) => {
      const { db, sealing } = records()
      const { device } = request
      const credential = await ownCredential(db, device, request.params.id)
      const document = await attributeDocumentOf(db, sealing, credential)
      const { attributes } = attributesMember(document)
      if (!document) throw new AuthorityError('NOT_FOUND')
      if (!attributes) throw new AuthorityError('CREDENTIAL_OVER')
      if (document.status === 'signed') throw new AuthorityError('NOT_REGISTERED_YET')
      if (document.status === 'hold') throw new AuthorityError('CREDENTIAL_SUSPENDED')
      return attributes
    },
  )
}
