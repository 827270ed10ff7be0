/** The course at the counter: ordered, read, signed by the customer, consented to by a guardian where one is needed, kept. */
import { randomInt } from 'node:crypto'
import type { Trust } from '@kazashi/login'
import { PkiError, sha256, signatureValueOf } from '@kazashi/pki'
import { contractPdf } from '@kazashi/site'
import { VerifyError } from '@kazashi/verify'
import { contractOf } from './contract.ts'
import type { Contracts } from './database/contracts.ts'
import { judgeCustomer, judgeGuardian } from './decision.ts'
import type { Order } from './form.ts'
import { checkOrder, ordered } from './order.ts'
import { MobileProblem } from './problems.ts'
import type { Role } from './roles.ts'
import { prepare, verifySigned } from './signing.ts'
import { type Draft, needed, type Visit } from './visits.ts'

export interface CounterNeeds {
  readonly trust: Trust
  readonly contracts: Contracts
}

/**
 * One SignedData and nothing after it: in the PDF zeros follow, where nobody sees any more how many came with it.
 * @throws {VerifyError} SIGNATURE_INVALID
 */
function checkWhole(cms: Uint8Array): void {
  try {
    signatureValueOf(cms)
  } catch (cause) {
    if (!(cause instanceof PkiError)) throw cause
    throw new VerifyError('SIGNATURE_INVALID', { cause })
  }
}

/** What a contract is kept by, when the last signature is there. */
interface Complete {
  readonly draft: Draft
  readonly pdf: Uint8Array
  readonly looks: readonly string[]
  readonly substitutes: readonly string[]
  readonly consented: boolean
  /** SHA-256 of each CMS. */
  readonly signatures: readonly Uint8Array[]
}

const hasSame = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
  other !== undefined && Buffer.from(one).equals(other)

export class Counter {
  readonly #needs: CounterNeeds

  constructor(needs: CounterNeeds) {
    this.#needs = needs
  }

  /**
   * Again and again until somebody has signed; each time it is another contract, to be read anew.
   * @throws {MobileProblem} VISIT_STEP, CUSTOMER_TOO_YOUNG, GUARDIAN_NEEDED, NUMBER_TAKEN; {LoginProblem} TRUST_UNAVAILABLE
   */
  async order(visit: Visit, given: Order): Promise<Draft> {
    if (visit.made !== undefined) throw new MobileProblem('VISIT_STEP')
    const madeAt = await this.#needs.trust.now()
    checkOrder(given, madeAt)
    const order = ordered(given, madeAt)
    if (order.line.kind === 'mnp' && (await this.#needs.contracts.isTaken(order.line.number)))
      throw new MobileProblem('NUMBER_TAKEN')
    const number = `M${randomInt(10 ** 9, 10 ** 10)}`
    const pdf = await contractPdf(contractOf(order, number, madeAt))
    visit.draft = { order, number, madeAt, pdf }
    visit.read = false
    visit.prepared = undefined
    visit.signed = undefined
    return visit.draft
  }

  /** @throws {MobileProblem} VISIT_STEP */
  read(visit: Visit): void {
    needed(visit.draft)
    visit.read = true
  }

  /**
   * The first phase. @returns SHA-256 of what card or phone signs
   * @throws {MobileProblem} VISIT_STEP: not this one's turn; CONTRACT_NOT_READ; {LoginProblem} TRUST_UNAVAILABLE
   */
  async prepare(visit: Visit, role: Role): Promise<Uint8Array> {
    const { pdf } = needed(visit.draft)
    if (visit.made !== undefined) throw new MobileProblem('VISIT_STEP')
    if (!visit.read) throw new MobileProblem('CONTRACT_NOT_READ')
    if (role !== (visit.signed ? 'guardian' : 'customer')) throw new MobileProblem('VISIT_STEP')
    const now = await this.#needs.trust.now()
    const prepared = await prepare(visit.signed?.pdf ?? pdf, role, now)
    visit.prepared = { role, pdf: prepared }
    return prepared.digest
  }

  /**
   * The second phase: the signature in its place, all verified, who signed compared with what was said. A refusal leaves all as it was.
   * @param cms detached SignedData, DER, at most `cmsRoom` octets
   * @param isOpen false: the customer has cancelled meanwhile, and nothing is kept
   * @throws {VerifyError}; {MobileProblem} VISIT_STEP, VISIT_UNKNOWN, SIGNATURE_REPLAYED, NUMBER_TAKEN, as `judgeCustomer` and `judgeGuardian`;
   *   {LoginProblem} TRUST_UNAVAILABLE
   */
  async sign(visit: Visit, cms: Uint8Array, isOpen: () => boolean): Promise<void> {
    const { trust, contracts } = this.#needs
    const { role, pdf: prepared } = needed(visit.prepared)
    const draft = needed(visit.draft)
    checkWhole(cms)
    const signature = sha256(cms)
    if (hasSame(signature, visit.signed?.signature) || (await contracts.hasSignature(signature)))
      throw new MobileProblem('SIGNATURE_REPLAYED')
    const pdf = prepared.finish(cms)
    const roles =
      role === 'customer' ? (['customer'] as const) : (['customer', 'guardian'] as const)
    const [customer, guardian] = await verifySigned(await trust.verifier(), pdf, roles)
    const now = await trust.now()
    const first = needed(customer)
    const verdict = judgeCustomer(draft.order, first, now)
    const { looks, substitutes } = verdict
    if (guardian !== undefined) {
      const more = judgeGuardian(draft.order, first, guardian, now)
      const both = [needed(visit.signed).signature, signature]
      const all = { looks: [...looks, ...more.looks], substitutes, consented: true }
      await this.#keep(visit, { draft, pdf, ...all, signatures: both }, now, isOpen)
    } else if (verdict.needsGuardian) {
      visit.signed = { pdf, signer: first, verdict, signature }
    } else {
      const alone = { looks, substitutes, consented: false, signatures: [signature] }
      await this.#keep(visit, { draft, pdf, ...alone }, now, isOpen)
    }
    visit.prepared = undefined
  }

  async #keep(visit: Visit, complete: Complete, now: Date, isOpen: () => boolean): Promise<void> {
    if (!isOpen()) throw new MobileProblem('VISIT_UNKNOWN')
    const { draft, pdf, looks, substitutes, consented, signatures } = complete
    const { number, order } = draft
    const kept = { number, order, looks, substitutes, consented, signatures, pdf, madeAt: now }
    const telephone = await this.#needs.contracts.add(kept)
    visit.made = { number, telephone, madeAt: now, pdf, looks, substitutes }
    visit.signed = undefined
  }
}
