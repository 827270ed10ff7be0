/** Additions by somebody without a key that change what is seen: each is told as changed, or the file is refused. */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { newCa, newHolder, now } from '@kazashi/pki/test-chain'
import { beforeAll, describe, expect, test } from 'vitest'
import { DocumentError } from '../errors.ts'
import { signPdf } from './sign.ts'
import { added, addition, newPdf } from './test-pdfs.ts'
import { verifyPdf } from './verify.ts'

let signed: Uint8Array
let text: string
let page: number
let contents: number
let info: number
let form: number
let remark: number
let own: number
beforeAll(async () => {
  signed = await sign(await newPdf({ streams: false }))
  text = latin(signed)
  const last = (pattern: RegExp): number => Number([...text.matchAll(pattern)].at(-1)?.[1])
  page = Number(/\/Kids \[ (\d+) 0 R/.exec(text)?.[1])
  contents = Number(
    new RegExp(`\\n${page} 0 obj[\\s\\S]*?\\/Contents (?:\\[ )?(\\d+) 0 R`).exec(text)?.[1],
  )
  info = Number(/\/Info (\d+) 0 R/.exec(text)?.[1])
  form = Number(/\/AcroForm (\d+) 0 R/.exec(text)?.[1])
  remark = last(/\n(\d+) 0 obj\n<<\n\/FT \/Tx/g)
  own = last(/\n(\d+) 0 obj\n<<\n\/Type \/Annot\n\/Subtype \/Widget\n\/FT \/Sig/g)
  expect([page, contents, info, form, remark, own].every(Number.isInteger)).toBe(true)
})
let holder: Awaited<ReturnType<typeof newHolder>> | undefined
async function sign(pdf: Uint8Array): Promise<Uint8Array> {
  holder ??= await newHolder('phoneSigning', await newCa('signing', { algorithm: 'ES384' }), {
    algorithm: 'ES384',
  })
  return signPdf(pdf, { signingTime: now, ...holder })
}
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const evil = '<< /Length 40 >>\nstream\nBT /F1 12 Tf 50 700 Td (900 000 JPY) Tj ET\nendstream'

/** What is told of the first signature. */
async function told(pdf: Uint8Array): Promise<string> {
  try {
    const [verdict] = await verifyPdf(pdf)
    const outcome = verdict?.outcome
    return outcome === undefined || outcome instanceof Error ? 'refused' : outcome.since.changes
  } catch (error) {
    if (error instanceof DocumentError) return 'refused'
    throw error
  }
}
/** The body of an object as it stands. */
const bodyOf = (number: number): string => {
  const [, body = ''] =
    /\d+ 0 obj\n([\s\S]*?)\nendobj/.exec(text.slice(text.lastIndexOf(`\n${number} 0 obj`))) ?? []
  expect(body).toMatch(/^<</)
  return body
}
const catalog = () => Number(/\/Root (\d+) 0 R/.exec(text)?.[1])
const safe = (verdict: string) => expect(['changed', 'refused']).toContain(verdict)

describe('ISO 32000-2 §12.8.2.2 an object is what it was, whatever an addition calls it', () => {
  test('ISO 32000-2 §14.3 the contents of a page as information or metadata', async () => {
    const asInfo = latin(addition(signed, { objects: { [contents]: evil } })).replace(
      /\/Root (\d+ 0 R)(?![\s\S]*\/Root)/,
      `/Root $1 /Info ${contents} 0 R`,
    )
    // The offsets behind the change are those before it: only the trailer grew.
    safe(await told(new Uint8Array(Buffer.from(asInfo, 'latin1'))))
    const asMetadata = bodyOf(catalog()).replace(/>>$/, `/Metadata ${contents} 0 R\n>>`)
    safe(await told(addition(signed, { objects: { [catalog()]: asMetadata, [contents]: evil } })))
  })

  test('ISO 32000-2 §12.7 the contents of a page as the value or the look of a field', async () => {
    const asValue = bodyOf(remark).replace(/>>$/, `/V ${contents} 0 R\n>>`)
    safe(await told(addition(signed, { objects: { [remark]: asValue, [contents]: evil } })))
    const asLook = bodyOf(remark).replace(/>>$/, `/V (x)\n/AP << /N ${contents} 0 R >>\n>>`)
    safe(await told(addition(signed, { objects: { [remark]: asLook, [contents]: evil } })))
  })

  test('ISO 32000-2 §12.7 a page, or what was signed, as a new field of the form', async () => {
    const asField = bodyOf(page)
      .replace(/>>$/, `/FT /Sig\n/T (x)\n/V << /ByteRange [0] /Contents <00> >>\n>>`)
      .replace(/\/Contents [^/]*/, '/Contents [ 200 0 R ]\n')
    const longer = bodyOf(form).replace(/\/Fields \[/, `/Fields [ ${page} 0 R`)
    safe(await told(addition(signed, { objects: { [page]: asField, [form]: longer, 200: evil } })))
  })

  test.each<[string, string]>([
    ['no field of the form', '/FT /Sig'],
    ['with an action', '/FT /Sig /T (x) /V << /ByteRange [0] /Contents <00> >> /A << /S /URI >>'],
    ['unsigned, and drawn over the page', '/FT /Sig /T (x)'],
  ])('ISO 32000-2 §12.5 an annotation: %s', async (_, more) => {
    const widget = `<< /Type /Annot /Subtype /Widget ${more} /Rect [0 0 500 800] /AP << /N 301 0 R >> >>`
    const annots = bodyOf(page).replace(/\/Annots \[ ([^\]]*)\]/, '/Annots [ $1 300 0 R ]')
    const objects = { [page]: annots, 300: widget, 301: evil }
    safe(await told(addition(signed, { objects })))
    const longer = bodyOf(form).replace(/\/Fields \[ ([^\]]*)\]/, '/Fields [ $1 300 0 R ]')
    if (!more.includes('/V'))
      safe(await told(addition(signed, { objects: { ...objects, [form]: longer } })))
  })

  test('ISO 32000-2 §7.3.10 a gap that was signed is filled, and the page written once more', async () => {
    const pointed = await sign(
      new Uint8Array(
        Buffer.from(
          latin(
            addition(await newPdf({ streams: false, form: false }), {
              objects: { 290: '[ 300 0 R ]' },
            }),
          ),
          'latin1',
        ),
      ),
    )
    expect(await told(pointed)).toBe('nothing')
    safe(await told(addition(pointed, { objects: { 300: evil, 290: '[ 300 0 R ]' } })))
  })

  test('ISO 32000-2 §12.7.4 a look without another value, and a field that nobody fills', async () => {
    const look = bodyOf(remark).replace(/>>$/, '/AP << /N 300 0 R >>\n>>')
    safe(await told(addition(signed, { objects: { [remark]: look, 300: evil } })))
    const closed = await sign(
      await added(await newPdf({ streams: false }), (document) => {
        const field = document.getForm().getTextField('remark')
        field.enableReadOnly()
      }),
    )
    const filled = await added(closed, (document) => {
      const { dict } = document.getForm().getTextField('remark').acroField
      dict.set(PDFName.of('V'), document.context.obj('later'))
    })
    safe(await told(filled))
  })
})

test('ISO 32000-2 §12.5.5 what a field is drawn by is the contents of a page, too: to fill the one changes the other', async () => {
  const drawn = bodyOf(remark).replace(/>>$/, `/AP << /N ${contents} 0 R >>\n>>`)
  const prepared = addition(await newPdf({ streams: false }), { objects: { [remark]: drawn } })
  const both = await sign(prepared)
  const filled = drawn.replace(/>>$/, '/V (later)\n>>')
  expect(await told(addition(both, { objects: { [remark]: filled } }))).toBe('form-filled')
  expect(await told(addition(both, { objects: { [remark]: filled, [contents]: evil } }))).toBe(
    'changed',
  )
})

describe('ISO 32000-2 §7.5 numbers that viewers read in two ways are refused', () => {
  const table = (lines: string, previous: number): string =>
    `xref\n${lines}trailer\n<< /Size 500 /Root ${catalog()} 0 R /Prev ${previous} >>\nstartxref\n`
  const withTable = (objects: string, linesAt: (evilAt: number) => string): Uint8Array => {
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
    const evilAt = signed.length + 1
    const body = `\n${objects}`
    const at = signed.length + body.length
    const out = `${body}${table(linesAt(evilAt), start)}${at}\n%%EOF\n`
    return new Uint8Array(Buffer.concat([signed, Buffer.from(out, 'latin1')]))
  }
  const ten = (value: number): string => String(value).padStart(10, '0')
  const evilObject = () => `${contents} 0 obj\n${evil}\nendobj\n`
  const original = () => text.indexOf(`\n${contents} 0 obj`) + 1

  test('ISO 32000-2 §7.5.4 one number twice in a table', async () => {
    const twice = (at: number) =>
      `${contents} 1\n${ten(at)} 00000 n \n${contents} 1\n${ten(original())} 00000 n \n`
    expect(await told(withTable(evilObject(), twice))).toBe('refused')
    const again = (at: number) =>
      `${contents} 1\n${ten(at)} 00000 n \nxref\n${contents} 1\n${ten(original())} 00000 n \n`
    expect(await told(withTable(evilObject(), again))).toBe('refused')
  })

  test('ISO 32000-2 §7.5.4 a generation that is not the object’s', async () => {
    for (const generation of ['65535', '00001'])
      safe(
        await told(
          withTable(evilObject(), () => `${contents} 1\n${ten(original())} ${generation} n \n`),
        ),
      )
  })

  test('ISO 32000-2 §7.3.7 a key twice in a dictionary', async () => {
    const twice = bodyOf(page)
      .replace(/>>$/, '/Contents [ 300 0 R ]\n>>')
      .replace('/Contents', `/Contents [ ${contents} 0 R ]\n/Contents`)
    safe(await told(addition(signed, { objects: { [page]: twice, 300: evil } })))
    const first = bodyOf(page).replace('/Contents', '/Contents [ 300 0 R ]\n/Contents')
    // Words that end a dictionary for a careless reader; nothing but the key that comes twice differs from what was signed.
    for (const word of ['(stream)', '(endobj)', '(\\) >> endobj)', '/stream']) {
      const once = bodyOf(page)
        .replace(/^<</, `<< /Tabs ${word} `)
        .replace(/\/Annots \[[^\]]*\]/, '')
      const before = await sign(
        addition(await newPdf({ streams: false }), { objects: { [page]: once } }),
      )
      const own = latin(before)
      const body =
        /\d+ 0 obj\n([\s\S]*?>>)\nendobj/.exec(
          own.slice(own.lastIndexOf(`\n${page} 0 obj`)),
        )?.[1] ?? ''
      const twice = body.replace(/\/Contents/, '/Contents [ 300 0 R ]\n/Contents')
      expect(twice).not.toBe(body)
      safe(await told(addition(before, { objects: { [page]: twice, 300: evil } })))
    }
    safe(await told(addition(signed, { objects: { [page]: first, 300: evil } })))
  })
})

test('ISO 32000-2 §12.8.1 one value in two fields is one signature, and the other field is told', async () => {
  const value = /\/V (\d+ 0 R)/.exec(bodyOf(own))?.[1]
  const longer = bodyOf(form).replace(/\/Fields \[ ([^\]]*)\]/, '/Fields [ $1 300 0 R ]')
  const twin = `<< /FT /Sig /T (twin) /V ${value} >>`
  const verdicts = await verifyPdf(addition(signed, { objects: { [form]: longer, 300: twin } }))
  expect(verdicts).toHaveLength(2)
  expect(verdicts[1]?.outcome).toMatchObject({ code: 'PDF_NOT_COVERED' })
})

describe('ISO 32000-2 §12.7, §7.5.7 what is made to take for ever ends', () => {
  test('PDF_MALFORMED fields in a circle, and one field listed a hundred times', async () => {
    const circle = addition(await newPdf({ streams: false }), {
      objects: {
        [form]: '<< /Fields [ 400 0 R ] >>',
        400: '<< /Kids [ 400 0 R 401 0 R ] >>',
        401: '<< /T (x) >>',
      },
    })
    await expect(verifyPdf(circle)).rejects.toThrow(/PDF_MALFORMED/)
    const hundred = bodyOf(form).replace(
      /\/Fields \[ ([^\]]*)\]/,
      `/Fields [ ${`${own} 0 R `.repeat(100)}]`,
    )
    await expect(verifyPdf(addition(signed, { objects: { [form]: hundred } }))).rejects.toThrow(
      /PDF_MALFORMED/,
    )
  })

  test('PDF_MALFORMED a small stream that becomes gigabytes', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    const { context } = document
    const zeros = context.flateStream(new Uint8Array(140 * 1024 * 1024), {
      Type: 'ObjStm',
      N: 1,
      First: 4,
    })
    const plain = await newPdf({ streams: false })
    const bytes = Buffer.from(zeros.getContents())
    expect(bytes.length).toBeLessThan(200_000)
    const body = `<< /Type /XRef /W [1 4 2] /Size 10 /Root 1 0 R /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`
    const head = Buffer.from(`\n500 0 obj\n${body}`, 'latin1')
    const end = Buffer.from(
      `\nendstream\nendobj\nstartxref\n${plain.length + 1}\n%%EOF\n`,
      'latin1',
    )
    const bomb = new Uint8Array(Buffer.concat([plain, head, bytes, end]))
    await expect(verifyPdf(bomb)).rejects.toThrow(/PDF_MALFORMED: its streams are larger/)
    expect(zeros.dict).toBeInstanceOf(PDFDict)
  })
})

test('ISO 32000-2 §12.8.2.2 what its author forbids is changed, be it a filled field', async () => {
  const certify = (level: number) =>
    added(signed, (document) => {
      const { context, catalog: root } = document
      const reference = context.obj({ TransformMethod: 'DocMDP', TransformParams: { P: level } })
      root.set(
        PDFName.of('Perms'),
        context.obj({ DocMDP: { Type: 'Sig', Reference: [reference] } }),
      )
    })
  const fill = (pdf: Uint8Array) =>
    added(pdf, (document) => document.getForm().getTextField('remark').setText('later'))
  for (const [level, verdict] of [
    [1, 'changed'],
    [2, 'form-filled'],
  ] as const) {
    const certified = await certify(level)
    const last = await verifyPdf(await fill(level === 1 ? certified : await sign(certified)))
    const outcome = last.at(-1)?.outcome
    if (level === 2) expect(outcome).toMatchObject({ since: { changes: verdict } })
    else safe(outcome instanceof Error || outcome === undefined ? 'refused' : outcome.since.changes)
  }
})

test('ISO 32000-2 §7.4.4.4 a file whose cross-references have a predictor, as others write it, is read and signed', async () => {
  const { spawnSync } = await import('node:child_process')
  const { mkdtemp, readFile, rm, writeFile } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const { join } = await import('node:path')
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-qpdf-'))
  const [from, to] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')]
  await writeFile(from, await newPdf())
  spawnSync('qpdf', ['--object-streams=generate', '--compress-streams=y', from, to])
  const written = new Uint8Array(await readFile(to))
  expect(latin(written)).toContain('/Predictor 12')
  const [verdict] = await verifyPdf(await sign(written))
  expect(verdict?.outcome).toMatchObject({ covers: 'file', since: { changes: 'nothing' } })
  await rm(folder, { recursive: true })
})
