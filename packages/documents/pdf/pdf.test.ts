/** PDFs signed here and judged by poppler's pdfsig and by qpdf; what later additions are told apart; and what is refused. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib'
import {
  addSignatureTimeStamp,
  answerTimeStampQuery,
  createSignedData,
  createTimeStampRequest,
  imprintOf,
  readTimeStampResponse,
  type SignatureAlgorithm,
  signatureValueOf,
  verifyTimeStamp,
} from '@kazashi/pki'
import {
  newCa,
  newHolder,
  newSigner,
  now,
  type TestCa,
  type TestHolder,
} from '@kazashi/pki/test-chain'
import { forge, timeStamping } from '@kazashi/pki/test-forge'
import { openSync } from 'fontkit'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { preparePdfSignature, signPdf } from './sign.ts'
import { added, addition, newPdf } from './test-pdfs.ts'
import { type PdfSignature, verifyPdf } from './verify.ts'

let ca: TestCa
const holders = new Map<SignatureAlgorithm, TestHolder>()
beforeAll(async () => {
  ca = await newCa('signing')
  for (const algorithm of ['RS256', 'ES384'] as const)
    holders.set(
      algorithm,
      await newHolder(algorithm === 'RS256' ? 'cardSigning' : 'phoneSigning', ca, { algorithm }),
    )
})
const holder = (algorithm: SignatureAlgorithm = 'ES384'): TestHolder => {
  const found = holders.get(algorithm)
  if (found === undefined) throw new Error('made before all')
  return found
}

const words = { reason: '契約を承諾します', location: '東京都渋谷区', name: '見本　花子' }
const sign = (pdf: Uint8Array, change: Partial<Parameters<typeof signPdf>[1]> = {}) => {
  const { signer, certificate } = holder()
  return signPdf(pdf, { signer, certificate, signingTime: now, ...words, ...change })
}
/** Of signatures that are right. */
async function read(pdf: Uint8Array): Promise<PdfSignature[]> {
  return (await verifyPdf(pdf)).map(({ outcome }) => {
    if (outcome instanceof Error) throw outcome
    return outcome
  })
}
/** What was changed since the first signature. */
const since = async (pdf: Uint8Array) => (await read(pdf))[0]?.since

async function byPrograms(pdf: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-pdf-'))
  const file = join(folder, 'a.pdf')
  await writeFile(file, pdf)
  const run = (program: string, ...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(program, [...args, file], { encoding: 'utf8' })
    return { text: stdout + stderr, status }
  }
  const seen = { pdfsig: run('pdfsig', '-nocert'), qpdf: run('qpdf', '--check') }
  await rm(folder, { recursive: true })
  return seen
}

describe.each(['RS256', 'ES384'] as const)('ISO 32000-2 §12.8 by %s', (algorithm) => {
  test.each([true, false])(
    'ISO 32000-2 §12.8.1 pdfsig and qpdf take what is signed, with streams of objects: %s',
    async (streams) => {
      const { signer, certificate } = holder(algorithm)
      const signed = await sign(await newPdf({ streams }), { signer, certificate })
      const [told] = await read(signed)
      expect(told).toMatchObject({
        kind: 'signature',
        field: 'Signature1',
        covers: 'file',
        time: now,
        ...words,
        since: { changes: 'nothing', details: [] },
      })
      if (told?.kind !== 'signature') throw new Error('a signature')
      expect(told.cms.signers[0].certificate.serialNumber).toBe(certificate.serialNumber)
      const { pdfsig, qpdf } = await byPrograms(signed)
      expect(pdfsig.text).toContain('Signature is Valid.')
      expect(pdfsig.text).toContain('Total document signed')
      expect(pdfsig.text).toContain('ETSI.CAdES.detached')
      expect(qpdf.text).toContain('No syntax or stream encoding errors found')
    },
  )
})

test('ISO 32000-2 §12.8.1 one octet changed is refused here and by pdfsig', async () => {
  const signed = await sign(await newPdf())
  const at = Buffer.from(signed).indexOf('/MediaBox')
  const broken = signed.slice()
  broken[at + 9] = 0x09
  const [verdict] = await verifyPdf(broken)
  expect(verdict?.outcome).toMatchObject({ code: 'CMS_DIGEST_MISMATCH' })
  expect((await byPrograms(broken)).pdfsig.text).toContain('Digest Mismatch')
})

test('ETSI EN 319 142-1 §5.3 a signer elsewhere sees the digest alone, and a phone’s CMS with its own time fits too', async () => {
  const { signer, certificate } = holder('RS256')
  const prepared = await preparePdfSignature(await newPdf(), { signingTime: now, format: 'pkcs7' })
  const cms = await createSignedData({
    digest: prepared.digest,
    signer,
    certificate,
    signingTime: now,
  })
  const signed = prepared.finish(cms)
  expect(await read(signed)).toMatchObject([{ covers: 'file', reason: undefined }])
  expect((await byPrograms(signed)).pdfsig.text).toContain('Signature is Valid.')
  const small = await preparePdfSignature(await newPdf(), { signingTime: now, room: 100 })
  expect(codeOf(() => small.finish(cms))).toBe('PDF_SIGNATURE_TOO_LARGE')
})

test('ETSI EN 319 142-1 §6.3 PAdES-B-T: the time stamp is of the signature', async () => {
  const { signer } = await newSigner('ES256')
  const issuer = { name: ca.certificate.subject.der, signer: ca.signer }
  const certificate = await forge({
    subject: [['CN', 'tsa']],
    issuer,
    signer,
    extensions: timeStamping,
  })
  const authority = { signer, certificate, policy: '1.2.3', serialNumber: () => Uint8Array.of(1) }
  const stamp = async (cms: Uint8Array) => {
    const request = createTimeStampRequest(imprintOf(signatureValueOf(cms)))
    const token = readTimeStampResponse(await answerTimeStampQuery(request, authority, now))
    return addSignatureTimeStamp(cms, token)
  }
  const signed = await sign(await newPdf(), { stamp })
  const [told] = await read(signed)
  const first = told?.kind === 'signature' ? told.cms.signers[0] : undefined
  const [token = new Uint8Array()] = first?.timeStamps ?? []
  expect(await verifyTimeStamp(token, { of: first?.signature ?? token })).toMatchObject({
    time: now,
  })
  expect((await byPrograms(signed)).pdfsig.text).toContain('Signature is Valid.')
})

test('ISO 32000-2 §12.8.1 several one after another, each of which stays what it was; a seal is seen', async () => {
  const require = createRequire(import.meta.url)
  const file = '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'
  const font = openSync(require.resolve(file))
  if ('fonts' in font) throw new Error('one font')
  const first = await sign(await newPdf())
  const seal = { page: 2, x: 400, y: 100, size: 60, text: '見本市長之印', font }
  const second = await sign(first, { seal, field: 'mayor' })
  const third = await sign(second)
  expect(third.subarray(0, first.length)).toEqual(first)
  const told = await read(third)
  expect(told.map(({ field, covers, since: { changes } }) => [field, covers, changes])).toEqual([
    ['Signature1', 'revision', 'signed-again'],
    ['mayor', 'revision', 'signed-again'],
    ['Signature2', 'file', 'nothing'],
  ])
  const { pdfsig, qpdf } = await byPrograms(third)
  expect(pdfsig.text.match(/Signature is Valid\./g)).toHaveLength(3)
  expect(qpdf.status).toBe(0)
  const page = (await PDFDocument.load(third)).getPage(1)
  expect(page.node.Annots()?.size()).toBe(1)
})

describe('ISO 32000-2 §12.8.2 what came after a signature is told', () => {
  test('ISO 32000-2 §12.7 a field that was filled, and data about the document', async () => {
    const signed = await sign(await newPdf())
    const filled = await added(signed, (document) => {
      document.getForm().getTextField('remark').setText('later')
    })
    expect(await since(filled)).toMatchObject({ changes: 'form-filled' })
    const titled = await added(signed, (document) => document.setTitle('another'))
    expect(await since(titled)).toMatchObject({ changes: 'nothing' })
  })

  test.each<[string, (document: PDFDocument) => void]>([
    [
      'text over a page',
      (document) => document.getPage(0).drawText('900 000 JPY', { x: 50, y: 700 }),
    ],
    ['a page', (document) => void document.addPage()],
    ['no page any more', (document) => document.removePage(1)],
    [
      'an annotation',
      (document) => {
        const { context } = document
        const note = context.register(
          context.obj({
            Type: 'Annot',
            Subtype: 'FreeText',
            Rect: [50, 690, 200, 720],
            Contents: 'x',
          }),
        )
        document.getPage(0).node.set(PDFName.of('Annots'), context.obj([note]))
      },
    ],
    [
      'an action at the start',
      (document) => {
        document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'JavaScript' }))
      },
    ],
    [
      'a new field',
      (document) => {
        document.getForm().createTextField('more').addToPage(document.getPage(0), { x: 1, y: 1 })
      },
    ],
  ])('ISO 32000-2 §12.8.2.2 changed: %s', async (_, change) => {
    const signed = await sign(await newPdf({ form: false }))
    expect((await since(await added(signed, change)))?.changes).toBe('changed')
  })

  test('ISO 32000-2 §7.5.4 changed: cross-references that lead to another object of what was signed, or leave it out', async () => {
    // The shadow: a second page content, hidden in what is signed.
    const pdf = await newPdf({ streams: false, form: false })
    const hidden = addition(pdf, {
      objects: {
        90: '<< /Length 44 >>\nstream\nBT /F1 12 Tf 50 700 Td (900 000 JPY) Tj ET   \nendstream',
      },
    })
    const signed = await sign(hidden)
    const text = Buffer.from(signed).toString('latin1')
    const content = Number(
      /\/Contents (\d+) 0 R|\/Contents \[ (\d+)/.exec(text)?.slice(1).find(Boolean),
    )
    const swapped = addition(signed, { places: { [content]: text.indexOf('90 0 obj') } })
    // A number that is not the object's own.
    expect(await codeOf(verifyPdf(swapped).then(() => since(swapped)))).toBe('PDF_MALFORMED')
    const own = addition(signed, {
      objects: { [content]: '<< /Length 5 >>\nstream\nBT ET\nendstream' },
    })
    expect((await since(own))?.changes).toBe('changed')
    const cut = addition(signed, { objects: {}, previous: undefined })
    expect((await verifyPdf(cut).catch((error: unknown) => [error])).length).toBeLessThan(2)
  })

  test('ISO 32000-2 §7.3.10 changed: an object that fills a gap which was signed', async () => {
    const pdf = await added(await newPdf({ form: false }), (document) => {
      document.getPage(0).node.set(PDFName.of('Thumb'), PDFRef.of(300))
    })
    const signed = await sign(pdf)
    const text = Buffer.from(signed).toString('latin1')
    const gap = Number(/\/Thumb (\d+) 0 R/.exec(text)?.[1])
    const filled = addition(signed, { objects: { [gap]: '<< /Length 0 >>\nstream\n\nendstream' } })
    expect(await since(filled)).toMatchObject({
      changes: 'changed',
      details: expect.arrayContaining([expect.stringMatching(/gap/)]),
    })
    const harmless = addition(signed, { objects: { [gap + 500]: '<< >>' } })
    expect((await since(harmless))?.changes).toBe('nothing')
  })

  test('ISO 32000-2 §12.8.1 a signature that is taken for another’s place is not covered', async () => {
    const signed = await sign(await newPdf())
    const text = Buffer.from(signed).toString('latin1')
    const number = Number(/(\d+) 0 obj\n<<\n\/Type \/Sig\n/.exec(text)?.[1])
    const body = /\/Type \/Sig\n[\s\S]*?>>\nendobj/.exec(text)?.[0].replace(/>>\nendobj$/, '') ?? ''
    // The same value with another reason, put over the first.
    const forged = addition(signed, {
      objects: { [number]: `<<\n${body.replace(/\/Reason <[0-9A-F]+>/, '/Reason (forged)')}>>` },
    })
    const [verdict] = await verifyPdf(forged)
    expect(verdict?.outcome).toMatchObject({ code: 'PDF_NOT_COVERED' })
  })
})

describe('ISO 32000-2 §12.8 what is refused', () => {
  test('PDF_MALFORMED no PDF, half of one, and sections in a circle', async () => {
    expect(await codeOf(verifyPdf(new Uint8Array(10)))).toBe('PDF_MALFORMED')
    const pdf = await newPdf()
    expect(await codeOf(verifyPdf(pdf.subarray(0, 500)))).toBe('PDF_MALFORMED')
    const first = addition(pdf, { objects: { 80: 'null' } })
    const table = Number(
      /startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(first).toString('latin1'))?.[1],
    )
    const circle = addition(pdf, { objects: { 80: 'null' }, previous: table })
    expect(await codeOf(verifyPdf(circle))).toBe('PDF_MALFORMED')
    expect(await codeOf(preparePdfSignature(pdf.subarray(0, 500), { signingTime: now }))).toBe(
      'PDF_MALFORMED',
    )
  })

  test('PDF_TOO_LARGE PDF_ENCRYPTED a file of over 64 MB, and one that is encrypted', async () => {
    expect(await codeOf(verifyPdf(new Uint8Array(65 * 1024 * 1024)))).toBe('PDF_TOO_LARGE')
    const document = await PDFDocument.create()
    document.addPage()
    document.encrypt({ userPassword: 'a', ownerPassword: 'b' })
    expect(await codeOf(verifyPdf(await document.save()))).toBe('PDF_ENCRYPTED')
  })

  test('PDF_INPUT_INVALID a page that is not there, a field that is taken, a seal without letters', async () => {
    const signed = await sign(await newPdf())
    const noGlyphs = {
      unitsPerEm: 1000,
      ascent: 880,
      hasGlyphForCodePoint: () => false,
      glyphForCodePoint: () => ({ advanceWidth: 1000, path: { commands: [] } }),
    }
    const asked = (change: object) =>
      codeOf(preparePdfSignature(signed, { signingTime: now, ...change }))
    const seal = { page: 3, x: 0, y: 0, size: 50, text: '印', font: noGlyphs }
    expect(await asked({ seal })).toBe('PDF_INPUT_INVALID')
    expect(await asked({ seal: { ...seal, page: 1 } })).toBe('PDF_INPUT_INVALID')
    expect(await asked({ seal: { ...seal, page: 1, text: '' } })).toBe('PDF_INPUT_INVALID')
    expect(await asked({ field: 'Signature1' })).toBe('PDF_INPUT_INVALID')
    expect(await asked({ field: 'remark' })).toBe('PDF_INPUT_INVALID')
    expect(await asked({ field: 'a b' })).toBe('PDF_INPUT_INVALID')
  })

  test('PDF_LOCKED a document that its author has closed', async () => {
    const closed = await added(await newPdf(), (document) => {
      const { context, catalog } = document
      const reference = context.obj({ TransformMethod: 'DocMDP', TransformParams: { P: 1 } })
      catalog.set(
        PDFName.of('Perms'),
        context.obj({ DocMDP: { Type: 'Sig', Reference: [reference] } }),
      )
    })
    expect(await codeOf(preparePdfSignature(closed, { signingTime: now }))).toBe('PDF_LOCKED')
  })

  test('PDF_FORMAT_UNSUPPORTED PDF_SIGNATURE_MALFORMED an old format, and a value that is no value', async () => {
    const change = async (from: RegExp, to: string) => {
      const text = Buffer.from(await sign(await newPdf())).toString('latin1')
      const found = from.exec(text)?.[0] ?? ''
      const changed = text.replace(from, to.padEnd(found.length))
      const [verdict] = await verifyPdf(new Uint8Array(Buffer.from(changed, 'latin1')))
      return verdict?.outcome
    }
    expect(await change(/\/ETSI.CAdES.detached/, '/adbe.pkcs7.sha1')).toMatchObject({
      code: 'PDF_FORMAT_UNSUPPORTED',
    })
    expect(await change(/\/Contents </, '/Contentz <')).toMatchObject({
      code: 'PDF_SIGNATURE_MALFORMED',
    })
    expect(await change(/\/ByteRange \[0/, '/ByteRange [1')).toMatchObject({
      code: 'PDF_NOT_COVERED',
    })
  })
})
