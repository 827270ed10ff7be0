/** What is wrong with an answer, and what to do, where the field is. */
import type { Words } from '../words.ts'
import type { FaultKind } from './form.ts'

export const faultWords: Readonly<Record<FaultKind, Words>> = {
  missing: { ja: '入れてください。', en: 'Please fill this in.' },
  'too-long': { ja: '長すぎます。短くしてください。', en: 'This is too long. Please shorten it.' },
  'not-digits': {
    ja: '数字だけで、決まった桁数で入れてください。',
    en: 'Enter digits only, as many as are asked for.',
  },
  'not-yen': {
    ja: '金額を数字で入れてください（円）。',
    en: 'Enter the amount in yen, digits only.',
  },
  'not-a-day': {
    ja: '日付を「2026-12-10」の形で入れてください。',
    en: 'Enter the date like 2026-12-10.',
  },
  'not-an-option': { ja: '1つ選んでください。', en: 'Choose one.' },
  'too-many': { ja: '人数が多すぎます。', en: 'There are too many people.' },
  'person-unfinished': {
    ja: '全員の氏名、生年月日、続柄を入れてください。',
    en: 'Enter name, date of birth and relation of everybody.',
  },
  'in-future': { ja: 'まだ来ていない日です。', en: 'This day has not come yet.' },
  'move-too-early': {
    ja: '引っ越す日の30日前から届け出られます。日にちを直すか、その日まで待ってください。下書きは残ります。',
    en: 'Notice can be given from 30 days before the move. Correct the day, or wait: the draft is kept.',
  },
  'move-too-late': {
    ja: '引っ越して10日を過ぎると、ここからは届け出られません。いまの市区町村の窓口に行ってください。',
    en: 'More than 10 days after the move notice is given at the town hall you leave, not here.',
  },
  'visit-before-move': {
    ja: '引っ越す日より後、今日より後の日を入れてください。',
    en: 'Enter a day after the move, and not before today.',
  },
  'visit-too-late': {
    ja: '引っ越す日から14日以内の日を入れてください。',
    en: 'Enter a day within 14 days of the move.',
  },
  'same-address': {
    ja: 'いまの住所と同じです。新しい住所を入れてください。',
    en: 'This is where you live now. Enter the new address.',
  },
  'child-too-old': {
    ja: '18歳になった後の3月31日を過ぎたお子さんは、対象になりません。',
    en: 'Children past the 31 March after they turned 18 do not count.',
  },
  'withheld-too-much': {
    ja: '支払金額より多くなっています。源泉徴収票を見直してください。',
    en: 'This is more than the salary. Look at the statement again.',
  },
}
