/** The document that is signed, and the receipt. */
import type { Answers, Form, Section } from '../applications/form.ts'
import { dayIn } from '../days.ts'
import { pdfOf } from './pdf.ts'
import { type AttachedFile, headingOf, sectionsOf } from './sections.ts'
import { taxXml } from './tax-xml.ts'

export interface Written {
  readonly form: Form
  readonly answers: Answers
  readonly files: readonly AttachedFile[]
  /** By the sandbox's clock. */
  readonly at: Date
}

const practice = '練習用（SANDBOX）の書類です。本物の手続きではありません。'

export async function documentOf({ form, answers, files, at }: Written): Promise<Uint8Array> {
  const today = dayIn(at)
  if (form.format === 'xml') return taxXml({ form, answers, files, today })
  return pdfOf({
    title: form.title.ja,
    above: practice,
    sections: [headingOf(form, today), ...sectionsOf(form, answers, files, today)],
    notes: ['スマホ用署名用電子証明書で署名して提出します。'],
    at,
  })
}

/** What the person keeps: number, time, and who signed with which certificate. */
export interface ReceiptFacts extends Written {
  readonly number: string
  readonly signer: string
  readonly certificateSerial: string
  readonly certificateEnds: Date
  /** SHA-256 of the signed document, hex. */
  readonly sha256: string
}

const moment = (at: Date): string =>
  new Intl.DateTimeFormat('ja-JP', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'long',
    timeStyle: 'medium',
  }).format(at)

export function receiptOf(facts: ReceiptFacts): Promise<Uint8Array> {
  const { form, answers, files, at } = facts
  const row = (ja: string, en: string, value: string) => ({ label: { ja, en }, value })
  const taken: Section = {
    title: { ja: '受付', en: 'Taken' },
    rows: [
      row('受付番号', 'Reference number', facts.number),
      row('受け付けた日時', 'Taken at', moment(at)),
      row('提出先', 'To', form.office.ja),
    ],
  }
  const signature: Section = {
    title: { ja: '確かめた署名', en: 'Signature, verified' },
    rows: [
      row('署名した人', 'Signed by', facts.signer),
      row('証明書の番号', 'Certificate', facts.certificateSerial),
      row('証明書の有効期限', 'Certificate valid until', dayIn(facts.certificateEnds)),
      row('署名された書類のSHA-256', 'SHA-256 of the signed document', facts.sha256),
    ],
  }
  return pdfOf({
    title: `受付票　${form.title.ja}`,
    above: practice,
    sections: [taken, signature, ...sectionsOf(form, answers, files, dayIn(at))],
    notes: [form.after.ja],
    at,
  })
}
