/** How often a secret may still be wrong: dots and words, before an error as well as after one. */
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: {
    left: (left: number) => `あと${left}回試せます`,
    rule: (limit: number) => `続けて${limit}回間違えると、ロックされます。`,
    last: {
      card: 'あと1回で、ロックされます。紙の控えをよく確かめてください。',
      phone: 'あと1回で、ロックされます。自分で決めたものか、よく確かめてください。',
    },
  },
  en: {
    left: (left: number) => `${left} ${left === 1 ? 'attempt' : 'attempts'} left`,
    rule: (limit: number) => `It locks after ${limit} wrong attempts in a row.`,
    last: {
      card: 'One more wrong attempt locks it. Please check your password sheet carefully.',
      phone:
        'One more wrong attempt locks it. Please check carefully that it is the one you chose.',
    },
  },
})

/**
 * @param whose `card`: on the paper that came with it; `phone`: chosen for it
 * @param left undefined while it is not known: the counter is in the card, and is read when the card is held to the phone
 */
export function TriesLeft(props: {
  readonly whose: 'card' | 'phone'
  readonly left: number | undefined
  readonly limit: number
}) {
  const { whose, left, limit } = props
  const t = useTexts(texts)
  if (left === undefined) return <p className="text-sm text-ink-soft">{t.rule(limit)}</p>
  const few = left < limit
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <span aria-hidden="true" className="flex gap-1">
        {Array.from({ length: limit }, (_, index) => index).map((index) => (
          <span
            key={index}
            className={`size-[0.7em] rounded-full border-2 ${few ? 'border-bad' : 'border-good'} ${index < left ? `${few ? 'bg-bad' : 'bg-good'} forced-colors:bg-[CanvasText]` : ''}`}
          />
        ))}
      </span>
      <b className={few ? 'text-bad' : ''}>{t.left(left)}</b>
      <p className="w-full text-sm text-ink-soft">{left === 1 ? t.last[whose] : t.rule(limit)}</p>
    </div>
  )
}
