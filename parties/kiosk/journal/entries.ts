/**
 * The journal of a kiosk as rules: what was put in, printed and given back, of each visit, and nothing about a person. Money and paper agree: what was put
 * in is what was given back and the fees of the papers that came out. Pure.
 */
import { z } from 'zod'
import { certificateTypes } from '../rules/offers.ts'

const visit = z.string().regex(/^[\w-]{8,40}$/)
const at = z.iso.datetime()
const yen = z.int().min(0)

const Paper = z.strictObject({
  number: z.string(),
  type: z.enum(certificateTypes),
  /** Yen. */
  fee: yen,
  /** SHA-256 of the PDF, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type JournalPaper = z.infer<typeof Paper>

/**
 * inserted: money · issued: papers are made and recorded, before they come out · out: they lie in the tray · returned: money, as change or because the
 * visit ended · void: papers that were recorded and did not come out
 */
export const Entry = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('inserted'), visit, at, yen }),
  z.strictObject({ what: z.literal('issued'), visit, at, papers: z.array(Paper).min(1) }),
  z.strictObject({ what: z.literal('out'), visit, at }),
  z.strictObject({ what: z.literal('returned'), visit, at, yen }),
  z.strictObject({ what: z.literal('void'), visit, at, numbers: z.array(z.string()).min(1) }),
])
export type Entry = z.infer<typeof Entry>

interface Account {
  inserted: number
  returned: number
  papers: readonly JournalPaper[]
  out: boolean
  voided: boolean
}

function accountsOf(entries: readonly Entry[]): Map<string, Account> {
  const accounts = new Map<string, Account>()
  for (const entry of entries) {
    const account = accounts.get(entry.visit) ?? {
      inserted: 0,
      returned: 0,
      papers: [],
      out: false,
      voided: false,
    }
    accounts.set(entry.visit, account)
    if (entry.what === 'inserted') account.inserted += entry.yen
    else if (entry.what === 'returned') account.returned += entry.yen
    else if (entry.what === 'issued') account.papers = entry.papers
    else if (entry.what === 'out') account.out = true
    else account.voided = true
  }
  return accounts
}

const feesOf = (papers: readonly JournalPaper[]): number =>
  papers.reduce((sum, { fee }) => sum + fee, 0)

/** Yen that the machine still owes; 0 for each visit that has come to its end. */
const owed = ({ inserted, returned, papers, out }: Account): number =>
  inserted - returned - (out ? feesOf(papers) : 0)

/** @returns visit → yen that do not agree; empty: money and paper agree */
export function disagreements(entries: readonly Entry[]): Map<string, number> {
  const found = [...accountsOf(entries)].map(([name, account]) => [name, owed(account)] as const)
  return new Map(found.filter(([, yen]) => yen !== 0))
}

/** What is to be written after the kiosk ended in the middle of a visit: papers that did not come out are void, and their money goes back. */
export function mended(entries: readonly Entry[], now: Date): Entry[] {
  const time = now.toISOString()
  return [...accountsOf(entries)].flatMap(([name, account]): Entry[] => {
    const numbers = account.papers.map(({ number }) => number)
    const lost = numbers.length > 0 && !account.out && !account.voided
    const yen = owed(account)
    return [
      ...(lost ? [{ what: 'void' as const, visit: name, at: time, numbers }] : []),
      ...(yen > 0 ? [{ what: 'returned' as const, visit: name, at: time, yen }] : []),
    ]
  })
}
