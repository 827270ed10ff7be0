/** A contract as a page shows it: the words that stand in the PDF, too. */
import { z } from 'zod'
import type { Contract } from './pdf.ts'

export const contractView = z.object({
  title: z.string(),
  issuer: z.string(),
  rows: z.array(z.tuple([z.string(), z.string()])),
  sections: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
  closing: z.string(),
})
export type ContractView = z.infer<typeof contractView>

export const viewOfContract = ({
  title,
  issuer,
  rows,
  sections,
  closing,
}: Contract): ContractView => ({
  title,
  issuer,
  rows: rows.map(([name, value]) => [name, value]),
  sections: sections.map((one) => ({ title: one.title, lines: [...one.lines] })),
  closing,
})
