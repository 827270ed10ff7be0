/** Signed PDF (ISO 32000-2 §12.8, ETSI EN 319 142-1): what the signature covers, and what was added since. */
import { concat, hex } from '@kazashi/octets'
import { createSignedData } from '@kazashi/pki'
import { type Made, rowsOf, type Table } from '../case.ts'
import { revokedAt, type StampOptions } from '../evidence.ts'
import { lastOctetChanged } from '../patch.ts'
import { type Holder, type HolderOptions, instant, type World } from '../world.ts'
import {
  addedTo,
  blankPdf,
  catalogNumber,
  contentNumber,
  objectOf,
  pageNumber,
  pageText,
  remark,
  remarkNumber,
  rewritten,
} from './pdf-file.ts'
import { signedAt, stamped, statusOf } from './signed.ts'

interface Options {
  readonly of?: HolderOptions
  readonly format?: 'cades' | 'pkcs7'
  readonly stamp?: Partial<StampOptions>
  readonly revoked?: string
  /** What is signed; default: the page. */
  readonly before?: Uint8Array
  readonly after?: (
    pdf: Uint8Array,
    holder: Holder,
    world: World,
  ) => Promise<Uint8Array> | Uint8Array
}

async function signedPdf(
  world: World,
  holder: Holder,
  pdf: Uint8Array,
  { format = 'cades', stamp }: Options,
): Promise<Uint8Array> {
  const { preparePdfSignature } = await import('@kazashi/documents/pdf')
  const { content, finish } = await preparePdfSignature(pdf, {
    signingTime: signedAt,
    reason: 'Lease',
    format,
  })
  const { signer, certificate } = holder
  const signingTime = format === 'pkcs7' ? signedAt : undefined
  const cms = await createSignedData({ content, detached: true, signer, certificate, signingTime })
  return finish(stamp ? await stamped(world, cms, { at: stampedAt, ...stamp }) : cms)
}
const stampedAt = instant('2026-11-20T03:00:05Z')

const signed =
  (options: Options = {}) =>
  async (world: World): Promise<Made> => {
    const { of = {}, revoked, before = blankPdf(), after = (pdf) => pdf } = options
    const holder = await world.holder(of)
    const pdf = await after(await signedPdf(world, holder, before, options), holder, world)
    const said = revoked === undefined ? {} : { of: revokedAt(revoked, 'superseded') }
    return { files: { pdf, status: await statusOf(world, holder, said) } }
  }
const after = (change: Options['after']) => signed({ ...(change ? { after: change } : {}) })

const covered = 'ISO 32000-2 §12.8.1'
const since = 'ISO 32000-2 §12.8.2.2'
const numbersOf = (range: string): number[] =>
  [...range.matchAll(/\d+/g)].map(([number]) => Number(number))
const rangeForm = /\/ByteRange \[[^\]]*\]/

/** Another range, and a signature that is right over what it names: its maker wants it so. */
const range =
  (change: (numbers: readonly number[]) => readonly number[]) =>
  async (world: World): Promise<Made> => {
    const holder = await world.holder()
    const { preparePdfSignature } = await import('@kazashi/documents/pdf')
    const { finish } = await preparePdfSignature(blankPdf(), { signingTime: signedAt })
    let numbers: readonly number[] = []
    const pdf = rewritten(finish(new Uint8Array()), rangeForm, (found) => {
      numbers = change(numbersOf(found))
      return `/ByteRange [${numbers.join(' ')}`.padEnd(found.length - 1).concat(']')
    })
    const content = concat(
      numbers.flatMap((start, at) =>
        at % 2 === 0 ? [pdf.subarray(start, start + (numbers[at + 1] ?? 0))] : [],
      ),
    )
    const { signer, certificate } = holder
    const own = { content, detached: true, signer, certificate, signingTime: undefined }
    const value = hex.encode(await createSignedData(own))
    const filled = rewritten(
      pdf,
      /<0{1000,}>/,
      (found) => `<${value.padEnd(found.length - 2, '0')}>`,
    )
    return { files: { pdf: filled, status: await statusOf(world, holder) } }
  }
const page =
  (more: string) =>
  (pdf: Uint8Array): string =>
    objectOf(pdf, pageNumber).replace(/>>\s*$/, `${more} >>`)
const note =
  '<< /Type /Annot /Subtype /FreeText /Rect [50 690 300 720] /DA (/F1 14 Tf 0 g) /Contents (Rent: 90 000 JPY a month) >>'
const free = 90

const rows = rowsOf([
  [
    'signed',
    undefined,
    covered,
    'A phone’s key of P-384 signed the whole file (PAdES-B-B).',
    'スマートフォンのP-384の鍵がファイル全体に署名しました（PAdES-B-B）。',
    signed(),
  ],
  [
    'signed-rsa',
    undefined,
    covered,
    'A phone’s key of RSA-2048 signed the whole file.',
    'スマートフォンのRSA-2048の鍵がファイル全体に署名しました。',
    signed({ of: { algorithm: 'RS256' } }),
  ],
  [
    'signed-card',
    undefined,
    covered,
    'A card’s key signed the whole file.',
    'カードの鍵がファイル全体に署名しました。',
    signed({ of: { profile: 'cardSigning', algorithm: 'RS256' } }),
  ],
  [
    'signed-as-pkcs7',
    undefined,
    covered,
    'The signature is of the older kind (adbe.pkcs7.detached), with its time inside.',
    '署名は従来の形式（adbe.pkcs7.detached）で、日時が署名の中にあります。',
    signed({ format: 'pkcs7' }),
  ],
  [
    'stamped',
    undefined,
    'ETSI EN 319 142-1 §6.3',
    'The signature has a time stamp (PAdES-B-T).',
    '署名にタイムスタンプがあります（PAdES-B-T）。',
    signed({ stamp: {} }),
  ],
  [
    'revoked-after-signing-stamped',
    undefined,
    'ETSI EN 319 102-1 §5.5',
    'The certificate was revoked the day after the signature, which a time stamp proves.',
    '署名の翌日に証明書が失効しました。署名が先であることをタイムスタンプが証明します。',
    signed({ stamp: {}, revoked: '2026-11-21T03:00:00Z' }),
  ],
  [
    'signed-again',
    undefined,
    since,
    'Another person signed after, which changes nothing of the first signature.',
    '後から別の人も署名しました。先の署名に影響はありません。',
    after(async (pdf, holder, world) => signedPdf(world, holder, pdf, {})),
  ],
  [
    'form-filled',
    undefined,
    since,
    'A field of the form was filled after the signature, which is honest and seen.',
    '署名の後にフォームの欄が記入されました。正当な変更で、記録に残ります。',
    after((pdf) => addedTo(pdf, { [remarkNumber]: remark(' /V (thank you)') })),
  ],
  [
    'signed-after-a-change',
    undefined,
    covered,
    'The rent was changed first, and all of it signed then.',
    '賃料が先に書き換えられ、その後に全体が署名されました。',
    signed({
      before: addedTo(blankPdf(), { [contentNumber]: pageText('Rent: 90 000 JPY a month') }),
    }),
  ],
  [
    'page-changed',
    'DOCUMENT_CHANGED',
    since,
    'After the signature an update put another text in place of the page’s.',
    '署名の後の更新で、ページの文章が差し替えられています。',
    after((pdf) => addedTo(pdf, { [contentNumber]: pageText('Rent: 90 000 JPY a month') })),
  ],
  [
    'text-over-the-page',
    'DOCUMENT_CHANGED',
    since,
    'After the signature a second text was laid over the page.',
    '署名の後に、ページに別の文章が重ねられています。',
    after((pdf) =>
      addedTo(pdf, {
        [free]: pageText('Rent: 90 000 JPY a month'),
        [pageNumber]: objectOf(pdf, pageNumber).replace(
          '/Contents 4 0 R',
          `/Contents [4 0 R ${free} 0 R]`,
        ),
      }),
    ),
  ],
  [
    'annotation-added',
    'DOCUMENT_CHANGED',
    since,
    'After the signature an annotation with another rent was laid over the page.',
    '署名の後に、別の賃料を書いた注釈がページに重ねられています。',
    after((pdf) =>
      addedTo(pdf, {
        [free]: note,
        [pageNumber]: objectOf(pdf, pageNumber).replace(/\/Annots\s*\[/, `/Annots [${free} 0 R `),
      }),
    ),
  ],
  [
    'page-rotated',
    'DOCUMENT_CHANGED',
    since,
    'After the signature the page was turned upside down.',
    '署名の後に、ページが上下逆にされています。',
    after((pdf) => addedTo(pdf, { [pageNumber]: page('/Rotate 180')(pdf) })),
  ],
  [
    'page-added',
    'DOCUMENT_CHANGED',
    since,
    'After the signature a second page was added.',
    '署名の後に、2ページ目が追加されています。',
    after((pdf) =>
      addedTo(pdf, {
        2: `<< /Type /Pages /Kids [3 0 R ${free} 0 R] /Count 2 >>`,
        [free]: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      }),
    ),
  ],
  [
    'action-at-opening',
    'DOCUMENT_CHANGED',
    since,
    'After the signature a script was added that runs when the file is opened.',
    '署名の後に、開いたときに動くスクリプトが追加されています。',
    after((pdf) =>
      addedTo(pdf, {
        [catalogNumber]: objectOf(pdf, catalogNumber).replace(
          />>\s*$/,
          '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
        ),
      }),
    ),
  ],
  [
    'field-added',
    'DOCUMENT_CHANGED',
    since,
    'After the signature a field of the form was added.',
    '署名の後に、フォームの欄が追加されています。',
    after((pdf) =>
      addedTo(pdf, {
        [free]: remark('').replace('remark', 'rent'),
        [pageNumber]: objectOf(pdf, pageNumber).replace(/\/Annots\s*\[/, `/Annots [${free} 0 R `),
        [catalogNumber]: objectOf(pdf, catalogNumber).replace(
          /\/Fields\s*\[/,
          `/Fields [${free} 0 R `,
        ),
      }),
    ),
  ],
  [
    'another-catalog',
    'DOCUMENT_CHANGED',
    since,
    'After the signature the file was led to another catalog.',
    '署名の後に、別のカタログへ差し替えられています。',
    after((pdf) => addedTo(pdf, { [free]: objectOf(pdf, catalogNumber) }, { root: `${free} 0 R` })),
  ],
  [
    'octet-changed',
    'SIGNATURE_INVALID',
    covered,
    'One octet of what was signed is another.',
    '署名された範囲の1オクテットが変わっています。',
    after((pdf) => rewritten(pdf, /80 000 JPY/, () => '90 000 JPY')),
  ],
  [
    'signature-changed',
    'SIGNATURE_INVALID',
    'RFC 5652 §5.6',
    'The last bit of the signature is another.',
    '署名の最後の1ビットが変わっています。',
    async (world) => {
      const holder = await world.holder()
      const { preparePdfSignature } = await import('@kazashi/documents/pdf')
      const { content, finish } = await preparePdfSignature(blankPdf(), { signingTime: signedAt })
      const { signer, certificate } = holder
      const cms = await createSignedData({
        content,
        detached: true,
        signer,
        certificate,
        signingTime: undefined,
      })
      return {
        files: { pdf: finish(lastOctetChanged(cms)), status: await statusOf(world, holder) },
      }
    },
  ],
  [
    'range-from-one',
    'DOCUMENT_NOT_COVERED',
    covered,
    'The byte range leaves out the first octet.',
    'バイト範囲が最初の1オクテットを含みません。',
    range(([, first = 0, ...rest]) => [1, first - 1, ...rest]),
  ],
  [
    'range-with-a-wider-gap',
    'DOCUMENT_NOT_COVERED',
    covered,
    'The gap of the byte range is wider than the signature in it.',
    'バイト範囲の隙間が、署名の値より広くなっています。',
    range(([start = 0, first = 0, ...rest]) => [start, first - 20, ...rest]),
  ],
  [
    'range-of-three-parts',
    'DOCUMENT_NOT_COVERED',
    covered,
    'The byte range has three parts, with a second gap.',
    'バイト範囲が三つの部分からなり、二つ目の隙間があります。',
    range(([start = 0, first = 0, second = 0, rest = 0]) => [
      start,
      first,
      second,
      10,
      second + 20,
      rest - 20,
    ]),
  ],
  [
    'range-past-the-file',
    'DOCUMENT_NOT_COVERED',
    covered,
    'The byte range ends after the end of the file.',
    'バイト範囲がファイルの終わりを超えています。',
    range(([start = 0, first = 0, second = 0, rest = 0]) => [start, first, second, rest + 100]),
  ],
  [
    'range-that-ends-early',
    'DOCUMENT_NOT_COVERED',
    covered,
    'The byte range ends before the end of what was written with it.',
    'バイト範囲が、同時に書かれた部分の途中で終わっています。',
    range(([start = 0, first = 0, second = 0, rest = 0]) => [start, first, second, rest - 20]),
  ],
  [
    'value-moved',
    'DOCUMENT_NOT_COVERED',
    covered,
    'The reason of the signature was changed by an update that wrote its dictionary again.',
    '署名辞書を書き直す更新により、署名の理由が変えられています。',
    after((pdf) => {
      const [, number = ''] =
        /(\d+) 0 obj\s<<\s+\/Type \/Sig\s/.exec(Buffer.from(pdf).toString('latin1')) ?? []
      const body = objectOf(pdf, Number(number)).replace(
        /\/Reason <[0-9A-Fa-f]+>/,
        '/Reason (Sale)',
      )
      return addedTo(pdf, { [Number(number)]: body })
    }),
  ],
  [
    'authentication-certificate',
    'KEY_USAGE',
    'RFC 5280 §4.2.1.3',
    'The authentication key signed the file.',
    '利用者証明用の鍵がファイルに署名しています。',
    signed({ of: { profile: 'phoneAuthentication' } }),
  ],
  [
    'revoked-before-signing',
    'CERTIFICATE_REVOKED',
    'RFC 6960 §2.2',
    'The certificate was revoked the day before the signature.',
    '署名の前日に証明書が失効していました。',
    signed({ revoked: '2026-11-19T03:00:00Z' }),
  ],
  [
    'root-of-the-same-name',
    'CHAIN_INVALID',
    'RFC 5280 §6.1',
    'The signer’s certificate is of somebody else’s root of the same name.',
    '署名者の証明書は、同名の別のルートのものです。',
    signed({ of: { ca: 'foreign' } }),
  ],
  [
    'not-signed',
    'DOCUMENT_NOT_SIGNED',
    'ISO 32000-2 §12.8',
    'Nobody signed the file.',
    'ファイルに署名がありません。',
    async (world) => ({
      files: { pdf: blankPdf(), status: await statusOf(world, await world.holder()) },
    }),
  ],
  [
    'cut-off',
    'DOCUMENT_MALFORMED',
    'ISO 32000-2 §7.5',
    'The end of the file is missing.',
    'ファイルの終わりがありません。',
    after((pdf) => pdf.slice(0, -20)),
  ],
  [
    'octets-after-the-end',
    'DOCUMENT_MALFORMED',
    'ISO 32000-2 §7.5.5',
    'Octets follow the end of the file that are no update.',
    'ファイルの終わりの後に、更新ではないオクテットがあります。',
    after((pdf) => concat([pdf, new TextEncoder().encode('Rent: 90 000 JPY a month\n')])),
  ],
])

export const pdfsTable: Table = { kind: 'pdf', rows }
