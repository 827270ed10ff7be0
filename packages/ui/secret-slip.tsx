/**
 * The paper with four secrets that a municipality hands out. Where a screen wants one of them, the paper is folded to its
 * row; in a low window it has no more than this row, so that the field below is seen.
 */
import { Icon } from './icon.tsx'
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: {
    title: '暗証番号の控え（紙）',
    wanted: (shape: string | undefined) => `これです（${shape}）`,
    folded: (numbers: string) => `${numbers}は折ってあります。開いて見る`,
    lines: ['署名用', '利用者証明用', '住民基本台帳用', '券面事項入力補助用'],
    shapes: ['英数字6～16文字', '数字4ケタ', '数字4ケタ', '数字4ケタ'],
  },
  en: {
    title: 'Your password sheet (paper)',
    wanted: (shape: string | undefined) => `Use this one (${shape})`,
    folded: (numbers: string) => `${numbers} are folded away. Open the sheet`,
    lines: ['Signing', 'User authentication', 'Resident register', 'Card data input'],
    shapes: ['6–16 letters and digits', '4 digits', '4 digits', '4 digits'],
  },
})

const numbers = ['①', '②', '③', '④'] as const
export type SlipLine = 1 | 2 | 3 | 4

/** Each secret has its number, its colour and its number of boxes on the paper. */
const colours = ['bg-[#0017c1]', 'bg-[#8a3600]', 'bg-[#00666f]', 'bg-[#7a2a85]'] as const

/** @param wanted the line to point at @param values the secrets themselves, where the paper is shown as it is (desk) */
export function SecretSlip(props: {
  readonly wanted?: SlipLine
  readonly values?: readonly string[]
}) {
  const t = useTexts(texts)
  const { wanted, values } = props
  const line = (index: number) => (
    <Line key={index} at={index} isWanted={wanted === index + 1} value={values?.[index]} />
  )
  const all = t.lines.map((_, index) => index)
  const rest = all.filter((index) => index + 1 !== wanted)
  return (
    <section
      aria-label={t.title}
      className="as-thing rounded-4 border border-[#e3d7a8] bg-[#fffdf3] text-base text-ink shadow-1"
    >
      <p className="px-3 pt-2 text-sm text-ink-soft short:sr-only">{t.title}</p>
      {wanted === undefined ? (
        <ol className="px-1 pb-1">{all.map(line)}</ol>
      ) : (
        <>
          <ol className="px-1">{line(wanted - 1)}</ol>
          <details className="group short:hidden">
            <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 border-t border-dashed border-[#c9b871] bg-linear-to-b from-[#f4ebc6] to-[#fffdf3] px-3 text-sm leading-snug text-ink-soft">
              <Icon name="down" size="sign" tone="group-open:rotate-180" />
              {t.folded(rest.map((index) => numbers[index]).join(''))}
            </summary>
            <ol className="px-1 pb-1">{rest.map(line)}</ol>
          </details>
        </>
      )}
    </section>
  )
}

function Line(props: {
  readonly at: number
  readonly isWanted: boolean
  readonly value: string | undefined
}) {
  const t = useTexts(texts)
  const { at, isWanted, value } = props
  return (
    <li
      {...(isWanted ? { 'aria-current': 'true' as const } : {})}
      className={`flex flex-wrap items-center gap-x-2 rounded-8 px-2 py-1 leading-7 ${isWanted ? 'm-1 mb-2 bg-white font-bold outline-2 outline-[#0017c1]' : ''}`}
    >
      <span
        aria-hidden="true"
        className={`flex size-[1.6em] shrink-0 items-center justify-center rounded-full text-sm leading-none font-bold text-white ${colours[at] ?? ''}`}
      >
        {at + 1}
      </span>
      <span className="sr-only">{numbers[at]}</span>
      <span className="min-w-0 flex-1 basis-[7em]">{t.lines[at]}</span>
      {value !== undefined ? (
        <b className="ml-auto font-mono tracking-widest">{value}</b>
      ) : (
        <>
          <Boxes count={at === 0 ? 8 : 4} />
          <span className="sr-only">{t.shapes[at]}</span>
        </>
      )}
      {isWanted && (
        <span className="w-full text-sm leading-snug text-[#0017c1] short:sr-only">
          {t.wanted(t.shapes[at])}
        </span>
      )}
    </li>
  )
}

function Boxes({ count }: { count: number }) {
  return (
    <span aria-hidden="true" className="ml-auto flex gap-0.5 large:hidden">
      {Array.from({ length: count }, (_, index) => `box ${index}`).map((key) => (
        <span key={key} className="h-5 w-3.5 rounded-[2px] border border-edge bg-white" />
      ))}
    </span>
  )
}
