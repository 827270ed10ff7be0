/** 領収書: what was printed and paid, on a strip beside the papers. Nothing of the person is on it: who finds it learns nothing. */
import { rgb } from '@cantoo/pdf-lib'
import { embedFont } from './font.ts'
import { newArchivable } from './pdf-a.ts'
import { inEra, todayIn, yen } from './sheet.ts'

/** Points: a roll of 80 mm. */
const width = 226.77
const margin = 17
const ink = rgb(0.1, 0.1, 0.1)
const line = 16

export interface Bill {
  readonly now: Date
  /** As on the certificate. */
  readonly title: string
  /** Of each paper. */
  readonly numbers: readonly string[]
  /** Yen: of one paper, put in, given back. */
  readonly fee: number
  readonly inserted: number
  readonly change: number
}

const timeOf = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
})

/** Name and value; a name alone is a heading. */
function rowsOf({ now, title, numbers, fee, inserted, change }: Bill): (readonly string[])[] {
  return [
    [`${inEra(todayIn(now))}　${timeOf.format(now)}`],
    [title, `${numbers.length}枚`],
    ['1枚', yen(fee)],
    ['合計', yen(fee * numbers.length)],
    ['お預かり', yen(inserted)],
    ['おつり', yen(change)],
    ['証明書の番号'],
    ...numbers.map((number) => ['', number]),
  ]
}

export async function printReceipt(bill: Bill): Promise<Uint8Array> {
  const title = '領収書'
  const number = `receipt ${bill.numbers[0] ?? ''}`
  const document = await newArchivable({ title, number, now: bill.now })
  const font = await embedFont(document)
  const rows = rowsOf(bill)
  const height = 110 + rows.length * line
  const page = document.addPage([width, height])
  const text = (words: string, x: number, y: number, size: number) =>
    page.drawText(words, { x, y, size, font, color: ink })
  text(title, (width - font.widthOfTextAtSize(title, 16)) / 2, height - 36, 16)
  text('見本（SANDBOX）お金は動いていません', margin, height - 56, 9)
  text('コンビニ交付（練習用）', margin, height - 72, 9)
  rows.forEach(([name = '', value = ''], at) => {
    const y = height - 96 - at * line
    text(name, margin, y, 10)
    text(value, width - margin - font.widthOfTextAtSize(value, 10), y, 10)
  })
  return document.save({ useObjectStreams: false })
}
