/** Papers judged by poppler, qpdf, zbar and openssl; the points of PDF/A that other programs would refuse, one by one. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyPdf } from '@kazashi/documents/pdf'
import { parseCertificate, toPem } from '@kazashi/pki'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { householdOf, type Person } from '../rules/household.ts'
import { certificateTypes } from '../rules/offers.ts'
import { checkCode } from './code.ts'
import { printPaper } from './print.ts'
import { printReceipt } from './receipt.ts'
import { openSeals, type Seals } from './seals.ts'
import { sheetOf, todayIn } from './sheet.ts'

const now = new Date('2026-11-28T01:02:03Z')
const person: Person = {
  id: '6e3f6d0e-2f6b-4d0e-9b8e-5f6b1c2d3e4f',
  name: '𠮷野\u3000髙子',
  birthDate: '1972-02-29',
  sex: 'female',
  address: '東京都渋谷区葛\u{e0100}城町１－２－３\u3000見本ハイツ２０１号',
  municipality: '13113',
}
const household = householdOf(person, todayIn(now))
const number = '2026-13113-000001'

let folder: string
let seals: Seals
let file: string
let pdf: Uint8Array
const run = (program: string, ...args: string[]) => {
  const { stdout, stderr, status, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) throw error
  return { text: stdout + stderr, stdout, status }
}
async function print(type: (typeof certificateTypes)[number], about: readonly number[]) {
  const order = { type, about, domicile: true, relation: true }
  const sheet = sheetOf(order, { person, household }, { number, now, chief: '渋谷区長' })
  const facts = {
    type,
    number,
    issuer: '13113',
    issuedAt: now,
    name: person.name,
    birthDate: person.birthDate,
    address: person.address,
    people: about.length,
  }
  const seal = await seals.of('13113', now)
  return printPaper(sheet, facts, {
    seal,
    place: '渋谷区',
    checkAddress: 'http://kiosk.test/check',
  })
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-kiosk-'))
  seals = await openSeals(folder, now)
  pdf = (
    await print(
      'residence',
      household.members.map(({ at }) => at),
    )
  ).pdf
  file = join(folder, 'paper.pdf')
  await writeFile(file, pdf)
})
afterAll(() => rm(folder, { recursive: true }))

test('1-B③ pdfsig says that the municipality signed the whole paper, and qpdf finds no fault in it', async () => {
  const signature = run('pdfsig', '-nocert', file).text
  for (const words of ['Signature is Valid.', 'Total document signed', 'Shibuya-ku (SANDBOX)'])
    expect(signature).toContain(words)
  expect(run('qpdf', '--check', file).text).toContain('No syntax or stream encoding errors found')
  expect((await verifyPdf(pdf))[0]?.outcome).toMatchObject({ covers: 'file' })
})

test('1-B③ the seal is certified by the sandbox’s CA for municipalities, as openssl sees it', async () => {
  const [authority] = seals.authorities()
  if (authority === undefined) throw new RangeError('no CA')
  const [ca, leaf] = [join(folder, 'ca.pem'), join(folder, 'seal.pem')]
  await writeFile(ca, toPem('CERTIFICATE', authority.der))
  await writeFile(leaf, toPem('CERTIFICATE', (await seals.of('13113', now)).certificate.der))
  const time = String(now.getTime() / 1000)
  const { text } = run('openssl', 'verify', '-x509_strict', '-attime', time, '-CAfile', ca, leaf)
  expect(text).toContain(': OK')
  expect(parseCertificate(authority.der).basicConstraints).toEqual({ ca: true, pathLength: 0 })
})

test('1-B③ names with rare and variant characters are on the paper, and come back as text', () => {
  const { stdout } = run('pdftotext', '-layout', file, '-')
  for (const words of ['住民票の写し', '𠮷野', '髙子', '葛\u{e0100}城町', number, '渋谷区長'])
    expect(stdout).toContain(words)
  // The words that come out on a copy are drawings.
  expect(stdout).not.toContain('複写見本')
})

test('1-B③ zbarimg reads the code off the printed back, and it says what is on the front', async () => {
  run(
    'pdftoppm',
    '-r',
    '150',
    '-f',
    '2',
    '-l',
    '2',
    '-png',
    '-singlefile',
    file,
    join(folder, 'back'),
  )
  const { stdout } = run('zbarimg', '--quiet', '--raw', join(folder, 'back.png'))
  const verdict = await checkCode(stdout, seals.keys())
  expect(verdict).toMatchObject({ verdict: 'valid', by: '渋谷区長' })
  expect(verdict).toMatchObject({ facts: { name: person.name, number, type: 'residence' } })
})

test('ISO 19005-2 fonts are embedded, colours have a meaning, metadata say level B, and nothing is encrypted', async () => {
  const fonts = run('pdffonts', file).text.trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ .* Identity-H +yes +\S+ +yes /)
  const plain = join(folder, 'plain.pdf')
  run('qpdf', '--qdf', '--object-streams=disable', file, plain)
  const text = (await readFile(plain)).toString('latin1')
  expect(text).toContain('/S /GTS_PDFA1')
  expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
  expect(text).toContain('/CIDToGIDMap /Identity')
  expect(text).not.toMatch(/\/Encrypt|\/JavaScript|\/SMask|\/ca 0|\/LZWDecode|\/NeedAppearances/)
  // §6.1.3: the last trailer of the file as it is has an identifier.
  const whole = Buffer.from(pdf).toString('latin1')
  expect(whole.slice(whole.lastIndexOf('trailer'))).toMatch(/\/ID \[/)
  // §6.3.3: the seal is seen by an appearance of its own, and is printed.
  expect(text).toMatch(/\/F 132/)
  expect(text).toMatch(/\/AP <</)
  expect(run('pdfinfo', file).text).toMatch(/Title: +住民票の写し/)
})

test('1-B③ each kind of paper comes out, and papers of different numbers are different', async () => {
  for (const type of certificateTypes) {
    const printed = await print(type, [0])
    const own = join(folder, `${type}.pdf`)
    await writeFile(own, printed.pdf)
    expect(printed.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(run('pdftotext', own, '-').stdout).toContain('見本（SANDBOX）')
  }
})

test('1-B③ the receipt says what was paid for which paper, in the same font, and nothing of the person', async () => {
  const receipt = join(folder, 'receipt.pdf')
  const paid = { now, title: '住民票の写し', numbers: [number, '2026-13113-000002'] }
  await writeFile(receipt, await printReceipt({ ...paid, fee: 200, inserted: 1000, change: 600 }))
  const { stdout } = run('pdftotext', '-layout', receipt, '-')
  for (const words of [
    '領収書',
    '見本（SANDBOX）',
    '住民票の写し',
    '2枚',
    '400円',
    '1,000円',
    '600円',
    number,
  ])
    expect(stdout).toContain(words)
  for (const [secret] of [[person.name], [person.address], [household.head]])
    expect(stdout).not.toContain(secret)
  expect(run('qpdf', '--check', receipt).text).toContain('No syntax or stream encoding errors')
  expect(run('pdffonts', receipt).text).toMatch(/NotoSansJP.* Identity-H +yes +\S+ +yes /)
})
