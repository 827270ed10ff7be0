/** The contract of a line, made of the order: what is shown on the tablet and what is signed are the same words. */
import type { Contract } from '@kazashi/site'
import type { Order } from './form.ts'
import { openingFee, plans } from './plans.ts'

const shopName = 'かざしモバイル（練習用）'

const planNames = {
  light: 'ライト',
  standard: 'スタンダード',
  unlimited: 'アンリミテッド',
} as const
const relations = { parent: '親権者', guardian: '未成年後見人' } as const

const dateWords = (date: string): string => {
  const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    timeZone: 'Asia/Tokyo',
    era: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  })
  return `${format.format(new Date(`${date}T12:00:00+09:00`))}（${date.slice(0, 4)}年）`
}
const yen = (amount: number): string => `${amount.toLocaleString('ja-JP')}円（税込）`

/** 090-1234-5678 */
export const spaced = (number: string): string =>
  number.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1-$2-$3')

function planWords(id: Order['plan']): string {
  const plan = plans.find((one) => one.id === id)
  const amount = plan?.gigabytes === undefined ? '使い放題' : `${plan.gigabytes}ギガバイト`
  return `${planNames[id]}（${amount}、毎月${yen(plan?.yen ?? 0)}）`
}

const lineWords = ({ line }: Order): string =>
  line.kind === 'new'
    ? '新しい番号（契約のあとに決まります）'
    : `${spaced(line.number)}（ほかの会社から持ってくる。予約番号 ${line.reservation}）`

/** @param number of the contract */
export function contractOf(order: Order, number: string, madeAt: Date): Contract {
  const { name, address, birthDate, guardian } = order
  const both = guardian ? `${name}さんと、同意する${guardian.name}さん` : `${name}さん`
  return {
    title: '携帯電話 契約書',
    issuer: shopName,
    number,
    madeAt,
    rows: [
      ['お名前', name],
      ['ご住所', address],
      ['生年月日', dateWords(birthDate)],
      ['料金プラン', planWords(order.plan)],
      ['電話番号', lineWords(order)],
      ['はじめにかかるお金', `契約事務手数料 ${yen(openingFee)}`],
      ...(guardian
        ? [['同意する人', `${guardian.name}（${relations[guardian.relation]}）`] as const]
        : []),
    ],
    sections: [
      {
        title: 'だいじな点',
        lines: [
          '・契約の期間にしばりはありません。解約にお金はかかりません。',
          '・電波の届かないところがあります。8日以内なら、申し出により契約をやめられます（初期契約解除）。',
          '・会社に断りなく、ほかの人に電話を渡すことは、法律で禁じられています。',
          '・署名用パスワードを、店員がたずねることはありません。',
        ],
      },
      {
        title: '本人の確かめ方',
        lines: [
          '・この契約書への電子署名と署名用電子証明書により、お名前、ご住所、生年月日を確かめます（携帯電話不正利用防止法施行規則 第3条）。',
          '・会社に渡るのは、署名用電子証明書の中身（お名前、ご住所、生年月日、性別）です。マイナンバーは渡りません。',
        ],
      },
      ...(guardian
        ? [
            {
              title: '未成年の方の契約',
              lines: [
                '・同意する人も、この契約書に電子署名をします。同意がそろうまで、契約は結ばれません。',
                '・有害な情報を見せないしくみ（フィルタリング）をかけてお渡しします（青少年インターネット環境整備法 第15条）。',
              ],
            },
          ]
        : []),
    ],
    closing: `この契約書に、${both}の電子署名を付けます。`,
  }
}
