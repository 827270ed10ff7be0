/** Kana to Latin letters as passports and distinguished names write them: Hepburn, long vowels not marked. */

const table =
  'キャkya キュkyu キョkyo シャsha シュshu ショsho チャcha チュchu チョcho ニャnya ニュnyu ニョnyo ヒャhya ヒュhyu ヒョhyo ' +
  'ミャmya ミュmyu ミョmyo リャrya リュryu リョryo ギャgya ギュgyu ギョgyo ジャja ジュju ジョjo ビャbya ビュbyu ビョbyo ' +
  'ピャpya ピュpyu ピョpyo ' +
  'アa イi ウu エe オo カka キki クku ケke コko サsa シshi スsu セse ソso タta チchi ツtsu テte トto ナna ニni ヌnu ネne ' +
  'ノno ハha ヒhi フfu ヘhe ホho マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn ガga ギgi ' +
  'グgu ゲge ゴgo ザza ジji ズzu ゼze ゾzo ダda ヂji ヅzu デde ドdo バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo'

const letters: ReadonlyMap<string, string> = new Map(
  table.split(' ').map((entry) => {
    const kana = entry.replace(/[a-z]+$/, '')
    return [kana, entry.slice(kana.length)]
  }),
)

/**
 * @param kana full-width katakana; a full-width space becomes a space, ー is left out
 * @returns lower-case Latin letters; anything else is passed through
 */
export function hepburn(kana: string): string {
  let out = ''
  for (let i = 0; i < kana.length; ) {
    const pair = letters.get(kana.slice(i, i + 2))
    const one = kana.slice(i, i + 1)
    if (pair !== undefined) {
      out += pair
      i += 2
      continue
    }
    if (one === 'ッ') {
      const next =
        letters.get(kana.slice(i + 1, i + 3)) ?? letters.get(kana.slice(i + 1, i + 2)) ?? ''
      out += next.startsWith('ch') ? 't' : next.slice(0, 1)
    } else if (one === '\u3000') out += ' '
    else if (one !== 'ー') out += letters.get(one) ?? one
    i += 1
  }
  return out
    .replace(/ou|oo/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/n(?=[bmp])/g, 'm')
}

/** Hepburn with a capital at the head of each word. */
export const hepburnName = (kana: string): string =>
  hepburn(kana).replace(
    /(^| )([a-z])/g,
    (_, space: string, first: string) => space + first.toUpperCase(),
  )
