/**
 * Opening an account: written, read, signed at the gate, verified, decided. What is kept is enough to go on after the bank was stopped at any
 * moment: before the result is kept nothing is opened, and the person signs once more.
 */
import { randomInt } from 'node:crypto'
import { LoginProblem, type Trust } from '@kazashi/login'
import { equalBytes } from '@kazashi/octets'
import {
  contractPdf,
  pdfOrder,
  type SigningClient,
  SigningProblem,
  verifyContract,
} from '@kazashi/site'
import { contractOf } from './contract.ts'
import type { Application, Applications, Kept } from './database/applications.ts'
import { decide } from './decision.ts'
import { checkForm, type Form } from './form.ts'
import { BankProblem } from './problems.ts'

export interface OpeningNeeds {
  readonly applications: Applications
  readonly signing: SigningClient
  readonly trust: Trust
}

const isOver = ({ state }: Application): boolean => state === 'opened' || state === 'looked-at'
const keptOf = ({ state: _, account: __, ...kept }: Application): Kept => kept

/** The PDF as it goes to the gate: the same whenever it is made again. */
async function orderOf({ form, number, madeAt }: Kept, signingTime: Date) {
  const contract = contractOf(form, number, new Date(madeAt))
  const pdf = await contractPdf(contract)
  return pdfOrder(pdf, {
    title: `${contract.title} ${number}`,
    reason: '口座開設の申し込み',
    signingTime,
  })
}

export function openings({ applications, signing, trust }: OpeningNeeds) {
  /** @throws {BankProblem} NOTHING_TO_SIGN */
  const theirs = async (sub: string): Promise<Application> => {
    const found = await applications.find(sub)
    if (found === undefined) throw new BankProblem('NOTHING_TO_SIGN')
    return found
  }
  /** What is signed at the gate from now on is nothing of ours. */
  const takeBack = async (application: Application | undefined): Promise<void> => {
    if (application?.order) await signing.cancel(application.order.transaction)
  }

  return {
    find: (sub: string) => applications.find(sub),
    signed: (sub: string) => applications.signed(sub),

    /**
     * The form, again and again until it is signed: the same form gives the same contract.
     * @throws {BankProblem} ACCOUNT_EXISTS, GUARDIAN_NEEDED, ACCOUNT_FOR_OTHERS
     */
    async write(sub: string, form: Form): Promise<Application> {
      const now = await trust.now()
      checkForm(form, now)
      const before = await applications.find(sub)
      if (before && JSON.stringify(before.form) === JSON.stringify(form)) return before
      await takeBack(before)
      const number = before?.number ?? `B${randomInt(10 ** 7, 10 ** 8)}`
      return applications.change(sub, (found) => {
        if (found && isOver(found)) throw new BankProblem('ACCOUNT_EXISTS')
        return { state: 'written', kept: { number, madeAt: now.toISOString(), form, read: false } }
      })
    },

    /** The contract was read to its end. @throws {BankProblem} NOTHING_TO_SIGN, ACCOUNT_EXISTS */
    read: (sub: string): Promise<Application> =>
      applications.change(sub, (found) => {
        if (found === undefined) throw new BankProblem('NOTHING_TO_SIGN')
        if (isOver(found)) throw new BankProblem('ACCOUNT_EXISTS')
        return { state: found.state, kept: { ...keptOf(found), read: true } }
      }),

    /** The contract without a signature. @throws {BankProblem} NOTHING_TO_SIGN */
    async contract(sub: string): Promise<Uint8Array> {
      const { form, number, madeAt } = await theirs(sub)
      return contractPdf(contractOf(form, number, new Date(madeAt)))
    },

    /**
     * @returns the transaction for which the browser goes to the gate
     * @throws {BankProblem} NOTHING_TO_SIGN, CONTRACT_NOT_READ, ACCOUNT_EXISTS; {SiteProblem} GATE_UNAVAILABLE, ANSWER_INVALID
     */
    async begin(sub: string): Promise<string> {
      const application = await theirs(sub)
      if (isOver(application)) throw new BankProblem('ACCOUNT_EXISTS')
      if (!application.read) throw new BankProblem('CONTRACT_NOT_READ')
      await takeBack(application)
      const signingTime = await trust.now()
      const { document } = await orderOf(application, signingTime)
      const { id: transaction } = await signing.begin([document])
      await applications.change(sub, (found) => {
        if (found === undefined || isOver(found)) throw new BankProblem('NOTHING_TO_SIGN')
        const order = { transaction, signingTime: signingTime.toISOString() }
        return { state: 'signing', kept: { ...keptOf(found), order } }
      })
      return transaction
    },

    /**
     * @param signer whose phone signed; undefined: nobody's
     * @throws {SigningProblem} all of them; {BankProblem} NOTHING_TO_SIGN, ATTRIBUTES_DIFFER {reason}, GUARDIAN_NEEDED;
     *   {SiteProblem} GATE_UNAVAILABLE, ANSWER_INVALID
     */
    async finish(sub: string, signer: string | undefined): Promise<Application> {
      const application = await theirs(sub)
      const { order } = application
      if (order === undefined) throw new BankProblem('NOTHING_TO_SIGN')
      if (signer !== undefined && signer !== sub) {
        await signing.cancel(order.transaction)
        throw new SigningProblem('SIGNER_OTHER')
      }
      const result = await signing.result(order.transaction)
      const { document, finish } = await orderOf(application, new Date(order.signingTime))
      const [one] = result.documents
      if (one === undefined || !equalBytes(one.hash, document.hash))
        throw new SigningProblem('SIGNED_INVALID', { members: { reason: 'DOCUMENT_CHANGED' } })
      const signed = finish(one.signature)
      const verified = await verifyContract(await trust.verifier(), signed).catch(
        (cause: unknown) => {
          if (!(cause instanceof LoginProblem)) throw cause
          throw new SigningProblem('SIGNED_INVALID', { members: { reason: cause.code }, cause })
        },
      )
      const { looks, substitutes } = decide(application.form, verified, await trust.now())
      return applications.change(sub, (found) => {
        if (found?.order?.transaction !== order.transaction || isOver(found))
          throw new BankProblem('NOTHING_TO_SIGN')
        const kept = { ...keptOf(found), looks: [...looks], substitutes: [...substitutes] }
        return { state: looks.length === 0 ? 'opened' : 'looked-at', kept, signed }
      })
    },
  }
}
export type Openings = ReturnType<typeof openings>
