/** What is signed and handed out, read by programs that nobody here wrote. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { preparePdfSignature } from '@kazashi/documents/pdf'
import { prepareXmlSignature } from '@kazashi/documents/xml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answers } from '../applications/form.ts'
import { forms } from '../applications/forms/index.ts'
import { documentOf, receiptOf } from './render.ts'

const at = new Date('2026-11-28T03:00:00Z')
const person = { name: '𠮷田　髙子', birthDate: '1990-05-01', address: '東京都例示区模擬通1-1-22' }
const moving: Answers = {
  ...person,
  phone: '0312345678',
  household: [{ name: '𠮷田　一郎', birthDate: '2020-01-01', relation: '子' }],
  newAddress: `岡山県絵空市試験台7-10 ${'長い名前の建物'.repeat(20)}`,
  postalCode: '7000000',
  moveDate: '2026-12-10',
  visitDate: '2026-12-12',
}
const files = [{ name: '明細 <1>.pdf', sha256: 'ab'.repeat(32) }]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-portal-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ran = async (program: string, ...args: readonly string[]) =>
  (await promisify(execFile)(program, args)).stdout
async function textIn(pdf: Uint8Array): Promise<string> {
  const path = join(folder, 'one.pdf')
  await writeFile(path, pdf)
  expect(await ran('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
  expect(await ran('pdffonts', path)).toMatch(
    /NotoSansJP\S*\s+CID TrueType\s+Identity-H\s+yes \S+\s+yes/,
  )
  return (await ran('pdftotext', '-layout', path, '-')).replaceAll(/\s/g, '')
}

test('1-B① a notice of moving is a PDF that other programs read, with the characters of the name, also where it has pages', async () => {
  const text = await textIn(await documentOf({ form: forms.moving, answers: moving, files, at }))
  for (const part of ['𠮷田髙子', '2026-12-10', '例示市役所', '練習用（SANDBOX）'])
    expect(text).toContain(part)
  const household = Array.from({ length: 8 }, (_, index) => ({
    name: `家族${index}`,
    birthDate: '2000-01-01',
    relation: '子',
  }))
  const long = { ...moving, household, address: '長い住所'.repeat(40) }
  const pages = await textIn(await documentOf({ form: forms.moving, answers: long, files, at }))
  expect(pages).toContain('家族7')
})

test('1-B① the same answers at the same time are the same document to the octet, so that what was signed can be put together again', async () => {
  const made = () => documentOf({ form: forms.moving, answers: moving, files, at })
  const one = await made()
  expect(await made()).toEqual(one)
  const prepared = () => preparePdfSignature(one, { signingTime: at, format: 'pkcs7' })
  expect((await prepared()).digest).toEqual((await prepared()).digest)
})

test('XML 1.0 §2.4 a tax return is well-formed whatever a name has in it, and has what was computed', async () => {
  const answers: Answers = {
    ...person,
    name: '<𠮷田 & "髙子">\u0000',
    salary: '5000000',
    withheld: '130000',
    medical: '300000',
  }
  const xml = await documentOf({ form: forms['tax-return'], answers, files, at })
  expect(prepareXmlSignature(xml, { kind: 'enveloped' }).signedInfo.length).toBeGreaterThan(0)
  const text = Buffer.from(xml).toString()
  expect(text).toContain('<Name>&lt;𠮷田 &amp; &quot;髙子&quot;&gt;</Name>')
  expect(text).toContain('year="2025"')
  expect(text).toContain('<Medical>200000</Medical>')
})

test('1-B① the receipt has number, time and who signed', async () => {
  const receipt = await receiptOf({
    form: forms['tax-return'],
    answers: { ...person, salary: '5000000', withheld: '130000' },
    files: [],
    at,
    number: 'T-2026-118842',
    signer: '𠮷田　髙子',
    certificateSerial: '0102',
    certificateEnds: new Date('2031-09-28T14:59:59Z'),
    sha256: 'cd'.repeat(32),
  })
  const text = await textIn(receipt)
  for (const part of ['T-2026-118842', '2031-09-28', '𠮷田髙子', '12:00:00'])
    expect(text).toContain(part)
})
