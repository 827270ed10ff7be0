/** Names that nobody mistakes for a real person's: words for 'sample' and 'fictitious' as family names. */

/** How a name is written and read (full-width katakana). */
export type NamePart = readonly [written: string, kana: string]

export const familyNames: readonly NamePart[] = [
  ['架空', 'カクウ'],
  ['見本', 'ミホン'],
  ['仮名', 'カメイ'],
  ['例示', 'レイジ'],
  ['試験', 'シケン'],
  ['見本田', 'ミホンダ'],
  ['例野', 'レイノ'],
  ['仮山', 'カリヤマ'],
  ['仮沢', 'カリサワ'],
  ['架谷', 'カケヤ'],
  ['夢想', 'ムソウ'],
  ['夢見', 'ユメミ'],
  ['模型', 'モケイ'],
  ['模擬', 'モギ'],
  ['雛形', 'ヒナガタ'],
  ['書式', 'ショシキ'],
  ['記入', 'キニュウ'],
  ['練習', 'レンシュウ'],
  ['試作', 'シサク'],
  ['試川', 'タメシガワ'],
  ['案内', 'アンナイ'],
  ['標本', 'ヒョウホン'],
  ['物語', 'モノガタリ'],
  ['絵空', 'エソラ'],
  ['作野', 'ツクリノ'],
  ['名無', 'ナナシ'],
  ['白紙', 'ハクシ'],
  ['砂場', 'スナバ'],
  ['番号', 'バンゴウ'],
  ['簪', 'カザシ'],
]

/** Family names with characters beyond ordinary kanji; several are outside JIS level 1/2 and JIS X 0212. */
export const rareFamilyNames: readonly NamePart[] = [
  ['𠮷見本', 'ヨシミホン'],
  ['髙例', 'タカレイ'],
  ['仮﨑', 'カリサキ'],
  ['𡈽架', 'ツチカケ'],
  ['濵試', 'ハマタメシ'],
  ['見邊', 'ミナベ'],
  ['例邉', 'レイベ'],
  ['圡空', 'ツチゾラ'],
  ['空栁', 'ソラヤナギ'],
  ['仮桒', 'カリクワ'],
  ['德例', 'トクレイ'],
  ['𠮷﨑見', 'ヨシザキミ'],
]

export const givenNames: Readonly<Record<'male' | 'female', readonly NamePart[]>> = {
  male: [
    ['太郎', 'タロウ'],
    ['一郎', 'イチロウ'],
    ['次郎', 'ジロウ'],
    ['健', 'ケン'],
    ['誠', 'マコト'],
    ['大輔', 'ダイスケ'],
    ['翔太', 'ショウタ'],
    ['蓮', 'レン'],
    ['湊', 'ミナト'],
    ['陽翔', 'ハルト'],
    ['悠真', 'ユウマ'],
    ['正', 'タダシ'],
    ['茂', 'シゲル'],
    ['清', 'キヨシ'],
    ['博', 'ヒロシ'],
    ['直樹', 'ナオキ'],
    ['拓也', 'タクヤ'],
    ['学', 'マナブ'],
    ['純一', 'ジュンイチ'],
    ['竜馬', 'リョウマ'],
  ],
  female: [
    ['花子', 'ハナコ'],
    ['和子', 'カズコ'],
    ['幸子', 'サチコ'],
    ['京子', 'キョウコ'],
    ['陽子', 'ヨウコ'],
    ['由美子', 'ユミコ'],
    ['恵', 'メグミ'],
    ['愛', 'アイ'],
    ['美咲', 'ミサキ'],
    ['葵', 'アオイ'],
    ['さくら', 'サクラ'],
    ['陽菜', 'ヒナ'],
    ['結衣', 'ユイ'],
    ['凛', 'リン'],
    ['千代', 'チヨ'],
    ['ハル', 'ハル'],
    ['きよ', 'キヨ'],
    ['順子', 'ジュンコ'],
    ['翠', 'ミドリ'],
    ['文', 'フミ'],
  ],
}

/** Residents with one name for the whole: how the register writes it (full-width Latin or katakana), kana, Latin form. */
export const foreignNames: readonly (readonly [written: string, kana: string, latin: string])[] = [
  ['ＭＯＤＥＬＬ　ＭＡＲＩＡ', 'モデル　マリア', 'MODELL MARIA'],
  ['ＭＵＳＴＥＲ　ＥＲＩＫＡ', 'ムスター　エリカ', 'MUSTER ERIKA'],
  ['ＳＡＭＰＬＥ　ＪＯＨＮ　ＱＵＩＮＣＹ', 'サンプル　ジョン　クインシー', 'SAMPLE JOHN QUINCY'],
  ['ＥＪＥＭＰＬＯ　ＪＵＡＮ', 'エヘンプロ　フアン', 'EJEMPLO JUAN'],
  ['ＥＸＥＭＰＬＯ　ＡＮＡ　ＣＬＡＲＡ', 'エゼンプロ　アナ　クララ', 'EXEMPLO ANA CLARA'],
  ['ＫＡＫＵＵＮＯ', 'カクウノ', 'KAKUUNO'],
  ['カクウスキー　アンナ', 'カクウスキー　アンナ', 'KAKUUSKY ANNA'],
  [
    'ＳＡＭＰＬＥＷＯＲＴＨ　ＢＡＲＴＨＯＬＯＭＥＷ　ＭＡＸＩＭＩＬＩＡＮ　ＣＨＲＩＳＴＯＰＨＥＲ　ＡＬＥＸＡＮＤＥＲ',
    'サンプルワース　バーソロミュー　マクシミリアン　クリストファー　アレクサンダー',
    'SAMPLEWORTH BARTHOLOMEW MAXIMILIAN CHRISTOPHER ALEXANDER',
  ],
]

/** Fictitious parts of towns (大字, 町), used in every municipality. */
export const towns: readonly string[] = [
  '見本町',
  '架空町',
  '例示町',
  '仮名町',
  '試験台',
  '空想ケ丘',
  '大字見本',
  '雛形',
  '模擬通',
  '砂場前',
  '物語坂',
  '名無西',
]

/** A town with a kanji that needs substitution in a certificate. */
export const rareTowns: readonly string[] = ['𠮷見町', '髙例台', '仮﨑', '大字𡈽空']

export const buildings: readonly string[] = [
  '見本ハイツ',
  'コーポ架空',
  '例示マンション',
  'メゾン・ド・カクウ',
  '仮名荘',
  'サンプルタワー',
]
