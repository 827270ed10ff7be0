/** A contract as a PDF: no name of a row runs into the row below it. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { contractPdf } from './pdf.ts'

test('1-B② a row whose name is longer than its value takes the room of its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-contract-'))
  try {
    const file = join(folder, 'contract.pdf')
    const pdf = await contractPdf({
      title: '契約書',
      issuer: '架空銀行',
      number: 'B1',
      madeAt: new Date('2026-11-23T01:00:00Z'),
      rows: [
        ['はじめにかかるお金', '甲'],
        ['外国の重要な公人またはその家族', '乙'],
        ['氏名', '丙'],
      ],
      sections: [],
      closing: '丁',
    })
    await writeFile(file, pdf)
    const { stdout } = await promisify(execFile)('pdftotext', ['-bbox', file, '-'])
    const words = [...stdout.matchAll(/yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([^<]+)</g)]
    const topOf = (text: string) => Number(words.find(([, , , word]) => word === text)?.[1])
    const bottomOf = (text: string) => Number(words.find(([, , , word]) => word === text)?.[2])
    expect(bottomOf('金')).toBeLessThanOrEqual(topOf('乙'))
    expect(bottomOf('たはその家族')).toBeLessThanOrEqual(topOf('丙'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
