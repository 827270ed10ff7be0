/**
 * The course of a wallet: opened by a login, the application written, signed at the gate, verified, judged; and asked again once a login tells
 * another name. Before a result is kept nothing is raised, and the person signs once more.
 */
import { randomInt } from 'node:crypto'
import type { Trust } from '@kazashi/login'
import { contractPdf, dateOf, type Signings, type Visitor } from '@kazashi/site'
import { sheetOf } from './application.ts'
import type { Kept, Wallet, Wallets } from './database/wallets.ts'
import type { Form } from './form.ts'
import { changedSince, judge, mayApply, stepWallet } from './identity.ts'
import { CashlessProblem } from './problems.ts'
import { emptyPurse, isMinor, type Limits, limitsOf, type Purse } from './purse.ts'

export interface CourseNeeds {
  readonly wallets: Wallets
  readonly signings: Signings
  readonly trust: Trust
}

const newNumber = (letter: string): string => `${letter}${randomInt(10 ** 7, 10 ** 8)}`

/** Proved, or as its owner said. */
export const birthDateOf = ({ identity, birthDate }: Kept): string =>
  identity?.birthDate ?? birthDate

/** @throws {CashlessProblem} WALLET_UNOPENED */
function opened(found: Wallet | undefined): Wallet {
  if (found === undefined) throw new CashlessProblem('WALLET_UNOPENED')
  return found
}

/** @throws {CashlessProblem} WALLET_UNOPENED, ALREADY_IDENTIFIED, IDENTIFICATION_CLOSED */
function applicable(found: Wallet | undefined): Wallet {
  const wallet = opened(found)
  if (mayApply(wallet.state)) return wallet
  throw new CashlessProblem(
    wallet.state === 'identified' ? 'ALREADY_IDENTIFIED' : 'IDENTIFICATION_CLOSED',
  )
}

/** What was told at this login is newer than the identity check, and says something else. */
function noticed(wallet: Wallet, { claims, loggedInAt }: Visitor): Wallet {
  const { identity } = wallet.kept
  const next = stepWallet(wallet.state, 'changed')
  if (identity === undefined || next === undefined || loggedInAt <= new Date(identity.at))
    return wallet
  const fields = changedSince(identity, claims)
  if (fields.length === 0) return wallet
  return { state: next, kept: { ...wallet.kept, asked: { by: 'login', fields } } }
}

export function walletCourse({ wallets, signings, trust }: CourseNeeds) {
  return {
    signed: (sub: string) => wallets.signed(sub),

    /** The wallet as this login finds it. */
    async find(visitor: Visitor): Promise<Wallet | undefined> {
      const found = await wallets.find(visitor.sub)
      if (found === undefined || noticed(found, visitor) === found) return found
      return wallets.change(visitor.sub, (before) => noticed(opened(before), visitor))
    },

    /** Once for each person: a second time it is the one that is there. */
    open: ({ sub, claims }: Visitor, birthDate: string): Promise<Wallet> =>
      wallets.change(
        sub,
        (found) =>
          found ?? {
            state: 'opened',
            kept: {
              number: newNumber('W'),
              birthDate: claims.birthdate === undefined ? birthDate : dateOf(claims.birthdate),
              purse: emptyPurse,
              differences: 0,
            },
          },
      ),

    /** Money in or out. @throws {CashlessProblem} WALLET_UNOPENED, and what `move` throws */
    async move(
      visitor: Visitor,
      move: (purse: Purse, limits: Limits, now: Date) => Purse,
    ): Promise<Wallet> {
      const now = await trust.now()
      return wallets.change(visitor.sub, (found) => {
        const { state, kept } = noticed(opened(found), visitor)
        const limits = limitsOf(state, isMinor(birthDateOf(kept), now))
        return { state, kept: { ...kept, purse: move(kept.purse, limits, now) } }
      })
    },

    /** @throws {CashlessProblem} as `applicable`; WALLET_FOR_OTHERS; {SiteProblem} GATE_UNAVAILABLE */
    async write({ sub }: Visitor, form: Form): Promise<void> {
      if (form.forOthers) throw new CashlessProblem('WALLET_FOR_OTHERS')
      const { kept } = applicable(await wallets.find(sub))
      if (kept.application && JSON.stringify(kept.application.form) === JSON.stringify(form)) return
      await signings.takeBack(kept.order)
      const madeAt = (await trust.now()).toISOString()
      await wallets.change(sub, (found) => {
        const { state, kept: before } = applicable(found)
        const { order: _, ...rest } = before
        const number = before.application?.number ?? newNumber('K')
        return { state, kept: { ...rest, application: { number, madeAt, form } } }
      })
    },

    /** The application without a signature. @throws {CashlessProblem} WALLET_UNOPENED, APPLICATION_MISSING */
    async document(sub: string): Promise<Uint8Array> {
      const { application } = opened(await wallets.find(sub)).kept
      if (application === undefined) throw new CashlessProblem('APPLICATION_MISSING')
      return contractPdf(sheetOf(application).contract)
    },

    /**
     * @returns the transaction for which the browser goes to the gate
     * @throws {CashlessProblem} as `applicable`; APPLICATION_MISSING; {SiteProblem} GATE_UNAVAILABLE, ANSWER_INVALID
     */
    async begin(sub: string): Promise<string> {
      const { application, order: before } = applicable(await wallets.find(sub)).kept
      if (application === undefined) throw new CashlessProblem('APPLICATION_MISSING')
      await signings.takeBack(before)
      const order = await signings.begin(sheetOf(application))
      await wallets.change(sub, (found) => {
        const { state, kept } = applicable(found)
        return { state, kept: { ...kept, order } }
      })
      return order.transaction
    },

    /**
     * @param signer whose phone signed; undefined: nobody's
     * @throws as `Signings.finish`; {CashlessProblem} IDENTITY_DIFFERS {reason}, IDENTIFICATION_CLOSED, APPLICATION_MISSING: each once it is kept
     */
    async finish(sub: string, signer: string | undefined): Promise<void> {
      const { application, order } = applicable(await wallets.find(sub)).kept
      if (application === undefined || order === undefined)
        throw new CashlessProblem('APPLICATION_MISSING')
      const signed = await signings.finish(sheetOf(application), order, { sub, signer })
      const at = (await trust.now()).toISOString()
      const after = await wallets.change(sub, (found) => {
        const { state, kept } = applicable(found)
        if (kept.order?.transaction !== order.transaction)
          throw new CashlessProblem('APPLICATION_MISSING')
        const { order: _, asked: __, ...rest } = kept
        const judged = judge(application.form, signed.attributes, kept.differences)
        const next = stepWallet(state, judged.event) ?? state
        if (judged.event !== 'matched') {
          const asked = { by: 'application' as const, fields: judged.fields }
          return { state: next, kept: { ...rest, asked, differences: kept.differences + 1 } }
        }
        const identity = { ...judged.identity, at }
        return { state: next, kept: { ...rest, identity, differences: 0 }, signed: signed.pdf }
      })
      if (after.state === 'refused') throw new CashlessProblem('IDENTIFICATION_CLOSED')
      if (after.state !== 'identified')
        throw new CashlessProblem('IDENTITY_DIFFERS', {
          members: { reason: after.kept.asked?.fields.join(',') ?? '' },
        })
    },
  }
}
export type WalletCourse = ReturnType<typeof walletCourse>
