/** A login request at the gate, as the phone meets it (1-B①): the request, and its answer. */
import type { CertificateKind } from '@kazashi/lifecycle'
import {
  LoginProblem,
  loginAccepted,
  loginRequestView,
  loginResponse,
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
import { loginId } from './interactions.ts'

const params = z.strictObject({ id: loginId })
const purpose = 'ログイン'

export interface PhoneNeeds {
  readonly origins: Origins
  readonly trust: Trust
  readonly requests: LoginRequests
  /** The machine's time. */
  readonly machineNow: () => Date
  /** The authority's pseudonym for the person whose certificate it is. @throws {LoginProblem} TRUST_UNAVAILABLE */
  readonly holderOf: (kind: CertificateKind, certificate: Certificate) => Promise<string>
}

export function phoneRoutes(app: Party, needs: PhoneNeeds): void {
  const { origins, trust, requests } = needs

  app.get(
    '/login-requests/:id',
    { schema: { params, response: { 200: loginRequestView } } },
    async ({ params: { id } }, reply) => {
      const { request, relyingParty, claims } = await requests.open(id, await trust.now())
      reply.header('cache-control', 'no-store')
      return {
        id,
        audience: origins.gate,
        relyingParty,
        purpose,
        ...(claims.length > 0 && { claims: [...claims] }),
        nonce: request.nonce,
        expiresAt: request.expiresAt.toISOString(),
        responseUrl: `${origins.gate}/login-requests/${id}/response`,
      }
    },
  )

  app.post(
    '/login-requests/:id/response',
    { schema: { params, body: loginResponse, response: { 200: loginAccepted } } },
    async ({ params: { id }, body }) => {
      const response = base64.decode(body.response)
      const attributes = body.attributes === undefined ? undefined : base64.decode(body.attributes)
      const verify = async ({
        request,
        relyingParty,
        claims,
        fault,
      }: Waiting): Promise<Verified<Holder>> => {
        const { nonce, code } = request
        const bound = { audience: origins.gate, relyingParty, purpose, nonce, code }
        const expected = { ...bound, claims, mayReturn: true }
        const verifier = await trust.verifier()
        const verified = await verifier.verifyLogin({ response, attributes, expected })
        const { certificate, returns, attributes: told } = verified
        await judgeByCase(fault, trust, certificate)
        const account = await needs.holderOf('authentication', certificate)
        if (told && account !== (await needs.holderOf('signing', told.certificate)))
          throw new LoginProblem('STATEMENT_MISMATCH', { detail: 'signed by two people' })
        return {
          by: certificate.serialNumber,
          holder: {
            account,
            claims: told ? claimsFrom(told.attributes, claims) : {},
            certificate: base64.encode(certificate.der),
            authenticatedAt: Math.floor(needs.machineNow().getTime() / 1000),
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
