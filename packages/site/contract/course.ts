/**
 * A document made of what a person wrote, signed at the gate and verified: what every application by the gate has in common. A site keeps the
 * order beside what was written, and decides by the attributes that come back.
 */
import { LoginProblem, type Trust } from '@kazashi/login'
import { equalBytes } from '@kazashi/octets'
import type { SigningClient } from '../signing/client.ts'
import { pdfOrder } from '../signing/pdf.ts'
import { SigningProblem } from '../signing/problems.ts'
import { type Contract, contractPdf } from './pdf.ts'
import { type SignedContract, verifyContract } from './verify.ts'

export interface Sheet {
  readonly contract: Contract
  /** Why it is signed, as readers of PDFs show it. */
  readonly reason: string
}

/** What makes the same PDF again: the transaction at the gate, and the time that stands in the PDF (ISO 8601). */
export interface Order {
  readonly transaction: string
  readonly signingTime: string
}

interface Signed extends SignedContract {
  readonly pdf: Uint8Array
}

const orderOf = async ({ contract, reason }: Sheet, signingTime: Date) =>
  pdfOrder(await contractPdf(contract), {
    title: `${contract.title} ${contract.number}`,
    reason,
    signingTime,
  })

export interface Signings {
  /** @throws {SiteProblem} GATE_UNAVAILABLE, ANSWER_INVALID */
  begin(sheet: Sheet): Promise<Order>
  /** What is signed at the gate from now on is nothing of ours. @throws {SiteProblem} GATE_UNAVAILABLE */
  takeBack(order: Order | undefined): Promise<void>
  /**
   * @param sheet the same that was begun with
   * @param people who is logged in, and whose phone signed; signer undefined: nobody's
   * @throws {SigningProblem} all of them; {SiteProblem} GATE_UNAVAILABLE, ANSWER_INVALID
   */
  finish(
    sheet: Sheet,
    order: Order,
    people: { readonly sub: string; readonly signer: string | undefined },
  ): Promise<Signed>
}

export function openSignings({
  signing,
  trust,
}: {
  readonly signing: SigningClient
  readonly trust: Trust
}): Signings {
  return {
    async begin(sheet) {
      const signingTime = await trust.now()
      const { document } = await orderOf(sheet, signingTime)
      const { id: transaction } = await signing.begin([document])
      return { transaction, signingTime: signingTime.toISOString() }
    },

    async takeBack(order) {
      if (order) await signing.cancel(order.transaction)
    },

    async finish(sheet, { transaction, signingTime }, { sub, signer }) {
      if (signer !== undefined && signer !== sub) {
        await signing.cancel(transaction)
        throw new SigningProblem('SIGNER_OTHER')
      }
      const result = await signing.result(transaction)
      const { document, finish } = await orderOf(sheet, new Date(signingTime))
      const [one] = result.documents
      if (one === undefined || !equalBytes(one.hash, document.hash))
        throw new SigningProblem('SIGNED_INVALID', { members: { reason: 'DOCUMENT_CHANGED' } })
      const pdf = finish(one.signature)
      const verified = await verifyContract(await trust.verifier(), pdf).catch((cause: unknown) => {
        if (!(cause instanceof LoginProblem)) throw cause
        throw new SigningProblem('SIGNED_INVALID', { members: { reason: cause.code }, cause })
      })
      return { ...verified, pdf }
    },
  }
}
