/** What the machine does in each step of a visit: proof, order, money, paper. The journal knows of money and paper before anybody has them. */
import { findMunicipality } from '@kazashi/card'
import type { Trust } from '@kazashi/login'
import type { Journal } from './journal/journal.ts'
import { printPaper } from './paper/print.ts'
import { printReceipt } from './paper/receipt.ts'
import { chiefOf, type Seals } from './paper/seals.ts'
import { sheetOf, titles, todayIn } from './paper/sheet.ts'
import { KioskProblem } from './problems.ts'
import type { Register } from './register.ts'
import { openingAt } from './rules/hours.ts'
import { householdOf } from './rules/household.ts'
import { isPiece, mostMoney } from './rules/money.ts'
import { offersFor, takesPart } from './rules/offers.ts'
import type { Order } from './views.ts'
import { needed, type Visit } from './visits.ts'

export interface MachineNeeds {
  readonly trust: Trust
  readonly register: Register
  readonly journal: Journal
  readonly seals: Seals
  readonly audience: string
  readonly relyingParty: string
}

/** In the signed statement: what the person proves to be for. */
export const purpose = '証明書の交付'

export class Machine {
  readonly #needs: MachineNeeds
  /** A sandbox's staff takes it out and puts it in. */
  paper = true

  constructor(needs: MachineNeeds) {
    this.#needs = needs
  }

  /** @throws {KioskProblem} KIOSK_CLOSED, OUT_OF_PAPER */
  mayBegin(now: Date): void {
    const opening = openingAt(now)
    if (!opening.open) {
      const members = { why: opening.why, opensAt: opening.opensAt.toISOString() }
      throw new KioskProblem('KIOSK_CLOSED', { members })
    }
    if (!this.paper) throw new KioskProblem('OUT_OF_PAPER')
  }

  /** @param response CMS, DER @throws {VerifyError}; {LoginProblem} TRUST_UNAVAILABLE; {KioskProblem} as `Register.find`, MUNICIPALITY_ABSENT */
  async prove(visit: Visit, response: Uint8Array): Promise<void> {
    if (visit.proven !== undefined) throw new KioskProblem('VISIT_STEP')
    const { trust, register, audience, relyingParty } = this.#needs
    const { nonce, code } = visit
    const expected = { audience, relyingParty, purpose, nonce, code }
    const { certificate } = await (await trust.verifier()).verifyLogin({ response, expected })
    const person = await register.find(certificate.der)
    if (!takesPart(person.municipality) || findMunicipality(person.municipality) === undefined)
      throw new KioskProblem('MUNICIPALITY_ABSENT')
    const now = await trust.now()
    const household = householdOf(person, todayIn(now))
    const domicile = household.domicile.municipality
    visit.proven = { person, household, offers: offersFor({ ...person, domicile }, now) }
  }

  /** @throws {KioskProblem} VISIT_STEP, OFFER_UNAVAILABLE */
  order(visit: Visit, order: Order): void {
    const { offers, household } = needed(visit.proven)
    if (visit.issued !== undefined) throw new KioskProblem('VISIT_STEP')
    const offer = offers.find(({ type }) => type === order.type)
    const places = new Set(household.members.map(({ at }) => at))
    const about = new Set(order.about)
    // Others of the household are on a copy of the residence record alone.
    const fits =
      about.size === order.about.length &&
      order.about.every((at) => places.has(at)) &&
      (order.type === 'residence' || (about.size === 1 && about.has(0)))
    if (offer === undefined || offer.unavailable !== undefined || !fits)
      throw new KioskProblem('OFFER_UNAVAILABLE')
    visit.order = { order, fee: offer.fee * order.copies }
  }

  /** @throws {KioskProblem} VISIT_STEP, MONEY_REFUSED */
  async insert(visit: Visit, yen: number): Promise<void> {
    needed(visit.order)
    if (visit.issued !== undefined) throw new KioskProblem('VISIT_STEP')
    if (!isPiece(yen) || visit.inserted + yen > mostMoney) throw new KioskProblem('MONEY_REFUSED')
    const at = (await this.#needs.trust.now()).toISOString()
    await this.#needs.journal.write({ what: 'inserted', visit: visit.id, at, yen })
    visit.inserted += yen
  }

  /** @throws {KioskProblem} VISIT_STEP, KIOSK_CLOSED, OUT_OF_PAPER, MONEY_SHORT with the member `missing` */
  async print(visit: Visit): Promise<void> {
    const { person, household } = needed(visit.proven)
    const { order, fee } = needed(visit.order)
    if (visit.issued !== undefined) throw new KioskProblem('VISIT_STEP')
    const { trust, journal, seals, audience } = this.#needs
    const now = await trust.now()
    this.mayBegin(now)
    if (visit.inserted < fee)
      throw new KioskProblem('MONEY_SHORT', { members: { missing: fee - visit.inserted } })
    const { municipality } = person
    const place = findMunicipality(municipality)
    const name = place?.name ?? municipality
    const seal = await seals.of(municipality, now)
    const first = this.#nextNumber(order.copies)
    const papers = []
    for (let copy = 0; copy < order.copies; copy += 1) {
      const count = String(first + copy).padStart(6, '0')
      const number = `${todayIn(now).slice(0, 4)}-${municipality}-${count}`
      const sheet = sheetOf(order, { person, household }, { number, now, chief: chiefOf({ name }) })
      const facts = {
        type: order.type,
        number,
        issuer: municipality,
        issuedAt: now,
        name: person.name,
        birthDate: person.birthDate,
        address: person.address,
        people: order.type === 'family-register' ? household.members.length : order.about.length,
      }
      const printed = await printPaper(sheet, facts, {
        seal,
        place: name,
        checkAddress: `${audience}/check`,
      })
      papers.push({ number, type: order.type, fee: fee / order.copies, ...printed })
    }
    const change = visit.inserted - fee
    const receipt = await printReceipt({
      now,
      title: titles[order.type],
      numbers: papers.map((paper) => paper.number),
      fee: fee / order.copies,
      inserted: visit.inserted,
      change,
    })
    const recorded = papers.map(({ pdf: _, ...paper }) => paper)
    // On the disk before the paper comes out: no paper is unknown to the journal.
    await journal.write({
      what: 'issued',
      visit: visit.id,
      at: now.toISOString(),
      papers: recorded,
    })
    visit.issued = { papers, change, receipt }
  }

  #reserved = 0
  /** Two people at two machines have different numbers, also before either is recorded. */
  #nextNumber(copies: number): number {
    this.#reserved = Math.max(this.#reserved, this.#needs.journal.issued)
    const first = this.#reserved + 1
    this.#reserved += copies
    return first
  }

  /** The papers lie in the tray; the change is given. @throws {KioskProblem} VISIT_STEP */
  async out(visit: Visit): Promise<void> {
    const { change } = needed(visit.issued)
    if (visit.out) return
    const at = (await this.#needs.trust.now()).toISOString()
    await this.#needs.journal.write(
      { what: 'out', visit: visit.id, at },
      { what: 'returned', visit: visit.id, at, yen: change },
    )
    visit.out = true
    visit.inserted = 0
  }

  /** @param at when @returns yen given back: all of it unless papers came out */
  async end(visit: Visit, at: Date): Promise<number> {
    const { id, issued, out, inserted } = visit
    const time = at.toISOString()
    const numbers = issued?.papers.map(({ number }) => number) ?? []
    if (!out && numbers.length > 0)
      await this.#needs.journal.write({ what: 'void', visit: id, at: time, numbers })
    if (inserted > 0)
      await this.#needs.journal.write({ what: 'returned', visit: id, at: time, yen: inserted })
    return inserted
  }
}
