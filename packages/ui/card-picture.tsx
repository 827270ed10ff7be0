/** The card on this phone as a picture: whose it is, until when. Greyed when it is stopped; with large text it is text on mint. */
import type { ReactNode } from 'react'
import { isOperating } from './operating.ts'
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: { specimen: '見本 SANDBOX', name: 'お名前' },
  en: { specimen: 'SPECIMEN SANDBOX', name: 'Name' },
})

export function CardPicture(props: {
  readonly title: string
  /** Its holder, as the certificate or the card on the phone has it; undefined: it holds no name. */
  readonly name: string | undefined
  /** Pairs of a word and its value, such as the last day. */
  readonly facts: readonly (readonly [string, string])[]
  readonly stopped?: boolean
  /** A portrait or a drawing at the right. */
  readonly picture?: ReactNode
}) {
  const t = useTexts(texts)
  const { title, name, facts, stopped = false, picture } = props
  const lines = name === undefined ? facts : ([[t.name, name], ...facts] as const)
  return (
    <section
      aria-label={title}
      className={`as-thing relative flex min-h-48 flex-col gap-3 overflow-hidden rounded-16 bg-[#e6f5ec] px-4 pt-3 pb-4 text-ink shadow-1 large:min-h-0 ${stopped ? 'grayscale' : ''}`}
    >
      <Waves />
      <p className="relative flex flex-wrap items-baseline justify-between gap-x-3 text-sm font-bold">
        <span>{title}</span>
        {!isOperating() && <span className="text-xs text-[#b30000]">{t.specimen}</span>}
      </p>
      <dl className="relative mt-auto flex flex-col gap-1.5 pr-16 large:pr-0">
        {lines.map(([about, fact], index) => (
          <div key={about}>
            <dt className="text-sm leading-tight">{about}</dt>
            <dd
              className={`leading-snug font-bold ${index === 0 && name !== undefined ? 'text-2xl tracking-wide' : ''}`}
              {...(index === 0 && name !== undefined ? { lang: 'ja' } : {})}
            >
              {fact}
            </dd>
          </div>
        ))}
      </dl>
      {picture ?? <PhoneOnCard />}
    </section>
  )
}

const Waves = () => (
  <svg
    aria-hidden="true"
    viewBox="0 0 342 216"
    preserveAspectRatio="none"
    className="absolute inset-0 size-full"
    fill="none"
  >
    <path d="M0 0H342V62C250 88 160 26 0 68Z" fill="#c2e5d1" />
    {[0, 9, 18, 27, 36, 45, 54].map((down) => (
      <path
        key={down}
        transform={`translate(0 ${down})`}
        d="M-10 112C75 78 137 160 219 119S315 91 352 108"
        stroke="#9bd4b5"
        strokeWidth="1.3"
        opacity=".5"
      />
    ))}
  </svg>
)

const PhoneOnCard = () => (
  <svg
    aria-hidden="true"
    viewBox="0 0 48 84"
    className="absolute right-5 bottom-4 w-12 large:hidden"
    fill="none"
    strokeLinecap="round"
  >
    <rect
      x="2"
      y="2"
      width="44"
      height="80"
      rx="9"
      fill="#ffffff"
      stroke="#000060"
      strokeWidth="4"
    />
    <path d="M17 34c6 6 6 14 0 20M26 28c9 9 9 23 0 32" stroke="#e25100" strokeWidth="3.5" />
  </svg>
)
