/** A drawing of the front of a My Number Card with its resident's data; never mistaken for a real one. The chip is on the back. */
import { useLanguage, useTexts } from '@kazashi/ui'
import { useMemo } from 'react'
import type { CardView } from './box.ts'
import { faceUrl } from './face.ts'
import { texts } from './texts.ts'

export function CardFace({ card }: { card: CardView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { face } = card
  const photo = useMemo(() => faceUrl(face), [face])
  const day = (text: string) =>
    new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP-u-ca-japanese' : 'en-GB', {
      dateStyle: language === 'ja' ? 'long' : 'medium',
      timeZone: 'UTC',
    }).format(new Date(text))
  return (
    <div className="flex aspect-[85.6/54] w-full flex-col rounded-12 border border-[#5f8f82] bg-linear-to-br from-[#d4ede5] to-[#eef4dc] p-[5%] text-xs leading-snug text-[#1a1a1a] shadow-1 select-none">
      <div className="flex justify-between gap-2 font-bold">
        <span className="min-w-0">{t.cardTitle}</span>
        <span className="shrink-0 text-[#a30000]">SANDBOX</span>
      </div>
      <div className="mt-1.5 flex flex-1 items-start gap-3">
        <img
          alt=""
          src={photo}
          draggable={false}
          className="w-[33%] shrink-0 rounded-4 border border-[#5f8f82] bg-[#f7fbfa] large:hidden"
        />
        <div className="min-w-0 flex-1">
          <p className="text-base font-bold" lang="ja">
            {face.name}
          </p>
          <p lang="ja" className="line-clamp-3">
            {face.address}
          </p>
          <p className="mt-1">
            {t.born} {day(face.birthDate)} {t.sex[face.sex]}
          </p>
          <p>{t.until(day(face.cardExpiry))}</p>
        </div>
      </div>
    </div>
  )
}
