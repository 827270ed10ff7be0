/** What stands on a paper, as words: made of the order, before any drawing. Everything but the person's entry in the register is made up. Pure. */
import { eraAt, formatCalendarDate, japanDate } from '@kazashi/lifecycle'
import type { Household, Member, Person, Relation } from '../rules/household.ts'
import type { CertificateType } from '../rules/offers.ts'

export interface SheetOrder {
  readonly type: CertificateType
  /** Of the household, by `at`. */
  readonly about: readonly number[]
  /** Whether 本籍 and 続柄 are shown. */
  readonly domicile: boolean
  readonly relation: boolean
}

export interface Sheet {
  readonly title: string
  readonly number: string
  /** Pairs of name and value; a group for each person. */
  readonly groups: readonly (readonly (readonly [name: string, value: string])[])[]
  readonly statement: string
  readonly issuer: string
  readonly date: string
}

export const titles: Readonly<Record<CertificateType, string>> = {
  residence: '住民票の写し',
  seal: '印鑑登録証明書',
  tax: '課税証明書',
  'family-register': '戸籍全部事項証明書',
}
const statements: Readonly<Record<CertificateType, string>> = {
  residence: 'この写しは、住民票の原本と相違ないことを証明する。',
  seal: 'この写しは、登録された印影と相違ないことを証明する。',
  tax: '上記のとおり相違ないことを証明する。',
  'family-register': 'これは、戸籍に記録されている事項の全部を証明した書面である。',
}
const relations: Readonly<Record<Relation, string>> = {
  head: '世帯主',
  spouse: '配偶者',
  child: '子',
}
const sexes = { male: '男', female: '女', 'not-applicable': '記載なし' } as const

/** e.g. 平成2年1月2日. @param date YYYY-MM-DD */
export function inEra(date: string): string {
  const era = eraAt(date)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (era === undefined) return `${year}年${month}月${day}日`
  const count = year - Number(era.from.slice(0, 4)) + 1
  return `${era.name}${count === 1 ? '元' : count}年${month}月${day}日`
}

export const todayIn = (now: Date): string => formatCalendarDate(japanDate(now))

export const yen = (amount: number): string => `${amount.toLocaleString('ja-JP')}円`

/** Groups of name and value; those about several people have one for each. */
function groupsOf(
  order: SheetOrder,
  person: Person,
  household: Household,
  today: string,
): Sheet['groups'] {
  const members = household.members.filter(({ at }) => order.about.includes(at))
  const basics = ({ name, birthDate, sex }: Member) =>
    [
      ['氏名', name],
      ['生年月日', inEra(birthDate)],
      ['性別', sexes[sex]],
    ] as const
  switch (order.type) {
    case 'residence':
      return [
        [
          ['住所', person.address],
          ['世帯主', household.head],
          ['住所を定めた日', inEra(household.movedIn)],
        ],
        ...members.map((member) => [
          ...basics(member),
          ['続柄', order.relation ? relations[member.relation] : '（省略）'] as const,
          [
            '本籍・筆頭者',
            order.domicile ? `${household.domicile.text}　${household.head}` : '（省略）',
          ] as const,
        ]),
      ]
    case 'seal':
      return members.map((member) => [...basics(member), ['住所', person.address] as const])
    case 'tax': {
      const year = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) < 6 ? 1 : 0)
      return [
        [
          ['氏名', person.name],
          ['住所', person.address],
          ['年度', `${year}年度（${year - 1}年中の所得）`],
          ['合計所得金額', yen(household.income)],
          ['課税額（年税額）', yen(household.tax)],
        ],
      ]
    }
    case 'family-register':
      return [
        [
          ['本籍', household.domicile.text],
          ['筆頭者の氏名', household.head],
        ],
        ...household.members.map((member) => [
          ['名', member.name.split('\u3000')[1] ?? member.name] as const,
          ['生年月日', inEra(member.birthDate)] as const,
          ['続柄', relations[member.relation]] as const,
        ]),
      ]
  }
}

/** @param chief the municipality's, who issues it */
export function sheetOf(
  order: SheetOrder,
  { person, household }: { readonly person: Person; readonly household: Household },
  paper: { readonly number: string; readonly now: Date; readonly chief: string },
): Sheet {
  const today = todayIn(paper.now)
  return {
    title: titles[order.type],
    number: paper.number,
    groups: groupsOf(order, person, household, today),
    statement: statements[order.type],
    issuer: paper.chief,
    date: inEra(today),
  }
}

/** The words of a sheet in their order, as they are hashed for its code. */
export const textOf = (sheet: Sheet): string =>
  [
    sheet.title,
    sheet.number,
    ...sheet.groups.flat().map(([name, value]) => `${name}\t${value}`),
    sheet.statement,
    sheet.date,
    sheet.issuer,
  ].join('\n')
