/** A login request at the gate, as the phone meets it (1-B①): the request, and its answer. */
import type { CertificateKind } from '@kazashi/lifecycle'
import {
  LoginProblem,
  loginAccepted,
  loginRequestView,
  loginResponse,
  phoneHindered,
  type Trust,
  type Verified,
} from '@kazashi/login'
import { base64 } from '@kazashi/octets'
import type { Certificate } from '@kazashi/pki'
import type { Origins, Party } from '@kazashi/serve'
import { z } from 'zod'
import { judgeByCase } from './cases/certificates.ts'
import { claimsFrom } from './claims.ts'
import type { Holder, LoginRequests, Waiting } from './database/login-requests.ts'
import type { SignTransactions } from './database/sign-transactions.ts'
import { loginId } from './interactions.ts'
import { type SignDocument, toSign } from './signing/documents.ts'

const params = z.strictObject({ id: loginId })
/** The real service's word for either is not public. */
const purposeOf = (documents: readonly unknown[]): string =>
  documents.length > 0 ? '電子署名' : 'ログイン'

export interface PhoneNeeds {
  readonly origins: Origins
  readonly trust: Trust
  readonly requests: LoginRequests
  readonly transactions: SignTransactions
  /** The machine's time. */
  readonly machineNow: () => Date
  /** The authority's pseudonym for the person whose certificate it is. @throws {LoginProblem} TRUST_UNAVAILABLE */
  readonly holderOf: (kind: CertificateKind, certificate: Certificate) => Promise<string>
}

export function phoneRoutes(app: Party, needs: PhoneNeeds): void {
  const { origins, trust, requests, transactions } = needs

  /** What the request is to have signed. @throws {LoginProblem} LOGIN_REQUEST_EXPIRED: the site cancelled it, or it was signed elsewhere */
  const documentsOf = async ({
    transaction,
  }: Pick<Waiting, 'transaction'>): Promise<readonly SignDocument[]> => {
    if (transaction === undefined) return []
    const documents = await transactions.documentsOf(transaction)
    if (documents === undefined) throw new LoginProblem('LOGIN_REQUEST_EXPIRED')
    return documents
  }

  app.get(
    '/login-requests/:id',
    { schema: { params, response: { 200: loginRequestView } } },
    async ({ params: { id } }, reply) => {
      const { request, relyingParty, claims, optional, ...kept } = await requests.open(
        id,
        await trust.now(),
      )
      const documents = await documentsOf(kept)
      reply.header('cache-control', 'no-store')
      return {
        id,
        audience: origins.gate,
        relyingParty,
        purpose: purposeOf(documents),
        ...(claims.length > 0 && { claims: [...claims] }),
        ...(optional && { optional: [...optional] }),
        ...(documents.length > 0 && { documents: [...documents] }),
        nonce: request.nonce,
        expiresAt: request.expiresAt.toISOString(),
        responseUrl: `${origins.gate}/login-requests/${id}/response`,
        hinderedUrl: `${origins.gate}/login-requests/${id}/hindered`,
      }
    },
  )

  app.post(
    '/login-requests/:id/hindered',
    { schema: { params, body: phoneHindered } },
    async ({ params: { id }, body }, reply) => {
      await requests.hear(id, await trust.now(), body.code)
      return reply.code(204).send()
    },
  )

  app.post(
    '/login-requests/:id/response',
    { schema: { params, body: loginResponse, response: { 200: loginAccepted } } },
    async ({ params: { id }, body }) => {
      const response = base64.decode(body.response)
      const attributes = body.attributes === undefined ? undefined : base64.decode(body.attributes)
      const signatures = body.signatures?.map((one) => base64.decode(one))
      const verify = async ({
        request,
        relyingParty,
        claims,
        optional = [],
        fault,
        ...kept
      }: Waiting): Promise<Verified<Holder>> => {
        const { nonce, code } = request
        const documents = (await documentsOf(kept)).map(toSign)
        const purpose = purposeOf(documents)
        const bound = { audience: origins.gate, relyingParty, purpose, nonce, code }
        const expected = { ...bound, claims, optional, documents, mayReturn: true }
        const verifier = await trust.verifier()
        const verified = await verifier.verifyLogin({ response, attributes, signatures, expected })
        const { certificate, returns, attributes: told, signedBy, statement } = verified
        await judgeByCase(fault, trust, certificate)
        const account = await needs.holderOf('authentication', certificate)
        for (const signing of [told?.certificate, signedBy]) {
          if (signing && account !== (await needs.holderOf('signing', signing)))
            throw new LoginProblem('STATEMENT_MISMATCH', { detail: 'signed by two people' })
        }
        return {
          by: certificate.serialNumber,
          holder: {
            account,
            claims: told ? claimsFrom(told.attributes, statement.claims ?? []) : {},
            certificate: base64.encode(certificate.der),
            authenticatedAt: Math.floor(needs.machineNow().getTime() / 1000),
            ...(signedBy && {
              signed: {
                certificate: base64.encode(signedBy.der),
                signatures: [...(body.signatures ?? [])],
              },
            }),
          },
          returns,
        }
      }
      const ticket = await requests.answer(id, await trust.now(), verify)
      const back = `${origins.gate}/login/${id}/return?ticket=${ticket}`
      return { state: 'accepted' as const, ...(ticket !== undefined && { returnUrl: back }) }
    },
  )
}
