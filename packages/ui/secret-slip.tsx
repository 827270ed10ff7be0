/** The paper with four secrets that a municipality hands out, and which of them a screen wants. */
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: {
    title: '暗証番号の控え（紙）',
    wanted: (shape: string | undefined) => `これです（${shape}）`,
    lines: ['署名用', '利用者証明用', '住民基本台帳用', '券面事項入力補助用'],
    shapes: ['英数字6～16文字', '数字4ケタ', '数字4ケタ', '数字4ケタ'],
  },
  en: {
    title: 'Your password sheet (paper)',
    wanted: (shape: string | undefined) => `Use this one (${shape})`,
    lines: ['Signing', 'User authentication', 'Resident register', 'Card data input'],
    shapes: ['6–16 letters and digits', '4 digits', '4 digits', '4 digits'],
  },
})

const numbers = ['①', '②', '③', '④'] as const
export type SlipLine = 1 | 2 | 3 | 4

/** Each secret has its number, its colour and its number of boxes on the paper. */
const colours = ['bg-accent', 'bg-[#8a4600]', 'bg-[#00666f]', 'bg-[#7a2a85]'] as const

/** @param wanted the line to point at @param values the secrets themselves, where the paper is shown as it is (desk) */
export function SecretSlip(props: {
  readonly wanted?: SlipLine
  readonly values?: readonly string[]
}) {
  const t = useTexts(texts)
  return (
    <section
      aria-label={t.title}
      className="rounded-8 border border-paper-line bg-paper px-3 py-2 text-base"
    >
      <p className="text-sm font-bold text-ink-soft">{t.title}</p>
      <ol className="flex flex-col">
        {t.lines.map((line, index) => {
          const wanted = props.wanted === index + 1
          const value = props.values?.[index]
          return (
            <li
              key={line}
              {...(wanted ? { 'aria-current': 'true' as const } : {})}
              className={`flex flex-wrap items-center gap-x-2 rounded-6 px-2 leading-7 ${wanted ? 'my-1 border-2 border-accent bg-accent-soft py-1 font-bold' : ''} ${props.wanted !== undefined && !wanted ? 'text-sm text-ink-soft' : ''}`}
            >
              <span
                aria-hidden="true"
                className={`flex size-6 items-center justify-center rounded-full text-sm font-bold ${index === 0 ? 'text-on-accent' : 'text-white'} ${colours[index] ?? ''}`}
              >
                {index + 1}
              </span>
              <span className="sr-only">{numbers[index]}</span>
              <span>{line}</span>
              {value !== undefined ? (
                <b className="ml-auto font-mono tracking-widest">{value}</b>
              ) : (
                <>
                  <Boxes count={index === 0 ? 8 : 4} />
                  <span className="sr-only">{t.shapes[index]}</span>
                </>
              )}
              {wanted && (
                <span className="w-full text-sm text-accent">▲ {t.wanted(t.shapes[index])}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Boxes({ count }: { count: number }) {
  return (
    <span aria-hidden="true" className="ml-auto flex gap-0.5">
      {Array.from({ length: count }, (_, index) => `box ${index}`).map((key) => (
        <span key={key} className="h-5 w-3.5 rounded-[2px] border border-edge bg-ground" />
      ))}
    </span>
  )
}
