/** Whose device key signed a request (RFC 9449). */
import type { FastifyRequest } from 'fastify'
import { checkProof, type Device, type ProofNeeds } from './proof.ts'

export const deviceOf = (records: ProofNeeds, request: FastifyRequest): Promise<Device> =>
  checkProof(records, {
    header: request.headers['dpop'],
    method: request.method,
    path: request.url,
  })
