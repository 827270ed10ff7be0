/** Money in and out of a wallet, in yen, within what its owner may; made-up money. Time and codes are arguments. */
import { ageAt, japanDate } from '@kazashi/lifecycle'
import type { State } from './identity.ts'
import { CashlessProblem } from './problems.ts'

interface Entry {
  /** ISO 8601 */
  readonly at: string
  readonly kind: 'charge' | 'payment' | 'transfer'
  /** Yen, above 0. */
  readonly amount: number
  /** After it. */
  readonly balance: number
}

export interface Purse {
  readonly balance: number
  /** The newest first. */
  readonly entries: readonly Entry[]
  /** In a month of Japan, YYYY-MM. */
  readonly charged: { readonly month: string; readonly amount: number }
  /** What the till of a shop reads, once. */
  readonly code?: { readonly value: string; readonly until: string }
}

export const emptyPurse: Purse = { balance: 0, entries: [], charged: { month: '', amount: 0 } }

export interface Limits {
  /** Yen that it may hold. */
  readonly balance: number
  /** To a bank account. */
  readonly transfers: boolean
  /** Yen that may be charged in a month; undefined: no such limit. */
  readonly monthly?: number
}

/** Made up, in the order of what such services have. */
const balances = { opened: 300_000, identified: 1_000_000 } as const
const minorMonthly = 20_000
/** Of age since 2022 (民法 §4). */
const ofAge = 18

export const isMinor = (birthDate: string, now: Date): boolean =>
  new Date(`${birthDate}T00:00:00+09:00`) > now || ageAt(now, birthDate) < ofAge

export function limitsOf(state: State, minor: boolean): Limits {
  const isIdentified = state === 'identified'
  return {
    balance: isIdentified ? balances.identified : balances.opened,
    transfers: isIdentified,
    ...(minor && { monthly: minorMonthly }),
  }
}

/** Kept of a history. */
const longestHistory = 100
/** Milliseconds that a code is good for. */
const codeLifetime = 5 * 60_000

function enter(purse: Purse, kind: Entry['kind'], amount: number, now: Date): Purse {
  const balance = purse.balance + (kind === 'charge' ? amount : -amount)
  const entry: Entry = { at: now.toISOString(), kind, amount, balance }
  return { ...purse, balance, entries: [entry, ...purse.entries].slice(0, longestHistory) }
}

const monthOf = (now: Date): string => {
  const { year, month } = japanDate(now)
  return `${year}-${String(month).padStart(2, '0')}`
}
/** Yen charged in the month of `now`. */
export const chargedIn = ({ charged }: Purse, now: Date): number =>
  charged.month === monthOf(now) ? charged.amount : 0

/** @throws {CashlessProblem} BALANCE_LIMIT, MINOR_LIMIT, each with `most`: yen that could be charged now */
export function charge(purse: Purse, amount: number, limits: Limits, now: Date): Purse {
  const sum = chargedIn(purse, now) + amount
  if (limits.monthly !== undefined && sum > limits.monthly)
    throw new CashlessProblem('MINOR_LIMIT', {
      members: { most: Math.max(0, limits.monthly - chargedIn(purse, now)) },
    })
  if (purse.balance + amount > limits.balance)
    throw new CashlessProblem('BALANCE_LIMIT', {
      members: { most: Math.max(0, limits.balance - purse.balance) },
    })
  return { ...enter(purse, 'charge', amount, now), charged: { month: monthOf(now), amount: sum } }
}

/** @param value of the new code; the one before is worth nothing */
export const withCode = (purse: Purse, value: string, now: Date): Purse => ({
  ...purse,
  code: { value, until: new Date(now.getTime() + codeLifetime).toISOString() },
})

/** @throws {CashlessProblem} PAYMENT_CODE_INVALID, BALANCE_SHORT */
export function pay(purse: Purse, amount: number, code: string, now: Date): Purse {
  const { code: known, ...rest } = purse
  if (known?.value !== code || new Date(known.until) <= now)
    throw new CashlessProblem('PAYMENT_CODE_INVALID')
  if (purse.balance < amount) throw new CashlessProblem('BALANCE_SHORT')
  return enter(rest, 'payment', amount, now)
}

/** To a bank account of its owner. @throws {CashlessProblem} NOT_IDENTIFIED, BALANCE_SHORT */
export function transfer(purse: Purse, amount: number, limits: Limits, now: Date): Purse {
  if (!limits.transfers) throw new CashlessProblem('NOT_IDENTIFIED')
  if (purse.balance < amount) throw new CashlessProblem('BALANCE_SHORT')
  return enter(purse, 'transfer', amount, now)
}
