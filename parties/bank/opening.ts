/**
 * Opening an account: written, read, signed at the gate, verified, decided. What is kept is enough to go on after the bank was stopped at any
 * moment: before the result is kept nothing is opened, and the person signs once more.
 */
import { randomInt } from 'node:crypto'
import type { Trust } from '@kazashi/login'
import { contractPdf, type Signings } from '@kazashi/site'
import { sheetOf } from './contract.ts'
import type { Application, Applications, Whose } from './database/applications.ts'
import type { Kept } from './database/rows.ts'
import { decide } from './decision.ts'
import { checkForm, type Form } from './form.ts'
import { BankProblem } from './problems.ts'

export interface OpeningNeeds {
  readonly applications: Applications
  readonly signings: Signings
  readonly trust: Trust
}

const isOver = ({ state }: Application): boolean => state === 'opened' || state === 'looked-at'
const keptOf = ({ state: _, account: __, ...kept }: Application): Kept => kept

export function openings({ applications, signings, trust }: OpeningNeeds) {
  /** What may still be signed. @throws {BankProblem} NOTHING_TO_SIGN */
  const signable = (found: Application | undefined): Application => {
    if (found === undefined || found.state === 'refused') throw new BankProblem('NOTHING_TO_SIGN')
    return found
  }

  return {
    find: (whose: Whose) => applications.find(whose),
    signed: (whose: Whose) => applications.signed(whose),

    /**
     * The form, again and again until it is signed, and after a refusal: the same form gives the same contract.
     * @throws {BankProblem} ACCOUNT_EXISTS, GUARDIAN_NEEDED, MINOR_ACCOUNT_OFFLINE, ACCOUNT_FOR_OTHERS
     */
    async write(sub: string, form: Form): Promise<Application> {
      const whose = { sub, product: form.product }
      const now = await trust.now()
      checkForm(form, now)
      const before = await applications.find(whose)
      const isSame = before && JSON.stringify(before.form) === JSON.stringify(form)
      if (isSame && before.state !== 'refused') return before
      await signings.takeBack(before?.order)
      const newNumber = `B${randomInt(10 ** 7, 10 ** 8)}`
      return applications.change(whose, (found) => {
        if (found && isOver(found)) throw new BankProblem('ACCOUNT_EXISTS')
        // What a clerk refused stays what it was: the next one has a number of its own.
        const number = found && found.state !== 'refused' ? found.number : newNumber
        return { state: 'written', kept: { number, madeAt: now.toISOString(), form, read: false } }
      })
    },

    /** The contract was read to its end. @throws {BankProblem} NOTHING_TO_SIGN, ACCOUNT_EXISTS */
    read: (whose: Whose): Promise<Application> =>
      applications.change(whose, (before) => {
        const found = signable(before)
        if (isOver(found)) throw new BankProblem('ACCOUNT_EXISTS')
        const state = found.state === 'signing' ? 'signing' : 'written'
        return { state, kept: { ...keptOf(found), read: true } }
      }),

    /** The contract without a signature. @throws {BankProblem} NOTHING_TO_SIGN */
    async contract(whose: Whose): Promise<Uint8Array> {
      return contractPdf(sheetOf(signable(await applications.find(whose))).contract)
    },

    /**
     * @returns the transaction for which the browser goes to the gate
     * @throws {BankProblem} NOTHING_TO_SIGN, CONTRACT_NOT_READ, ACCOUNT_EXISTS; {SiteProblem} GATE_UNAVAILABLE, ANSWER_INVALID
     */
    async begin(whose: Whose): Promise<string> {
      const application = signable(await applications.find(whose))
      if (isOver(application)) throw new BankProblem('ACCOUNT_EXISTS')
      if (!application.read) throw new BankProblem('CONTRACT_NOT_READ')
      await signings.takeBack(application.order)
      const order = await signings.begin(sheetOf(application))
      await applications.change(whose, (found) => {
        if (found === undefined || isOver(found)) throw new BankProblem('NOTHING_TO_SIGN')
        return { state: 'signing', kept: { ...keptOf(found), order } }
      })
      return order.transaction
    },

    /**
     * @param signer whose phone signed; undefined: nobody's
     * @throws as `Signings.finish`; {BankProblem} NOTHING_TO_SIGN, ATTRIBUTES_DIFFER {reason}, GUARDIAN_NEEDED, MINOR_ACCOUNT_OFFLINE
     */
    async finish(whose: Whose, signer: string | undefined): Promise<Application> {
      const application = signable(await applications.find(whose))
      const { order } = application
      if (order === undefined) throw new BankProblem('NOTHING_TO_SIGN')
      const signed = await signings.finish(sheetOf(application), order, { sub: whose.sub, signer })
      const { looks, substitutes } = decide(application.form, signed, await trust.now())
      const { name, address } = signed.attributes
      return applications.change(whose, (found) => {
        if (found?.order?.transaction !== order.transaction || isOver(found))
          throw new BankProblem('NOTHING_TO_SIGN')
        const kept: Kept = {
          ...keptOf(found),
          looks: [...looks],
          substitutes: [...substitutes],
          ...(looks.length > 0 && { certified: { name, address } }),
        }
        return { state: looks.length === 0 ? 'opened' : 'looked-at', kept, signed: signed.pdf }
      })
    },
  }
}
export type Openings = ReturnType<typeof openings>
