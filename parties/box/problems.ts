/** The refusals of the box (RFC 9457), with their words. */
import { type ProblemTable, problemClass } from '@kazashi/serve'

export const boxProblems = {
  PHONE_UNKNOWN: {
    clause: 'RFC 9110 §15.5.5',
    status: 404,
    title: { ja: 'その名前のスマホはありません', en: 'There is no phone of this name' },
    next: {
      ja: 'スマホの一覧から選ぶか、新しく作ってください',
      en: 'Choose one of the list, or make a new one',
    },
  },
  PHONE_NAME_TAKEN: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: {
      ja: 'その名前は、ほかのスマホか、一覧の場面のものです',
      en: 'This name belongs to another phone, or to a case of the catalogue',
    },
    next: { ja: '別の名前にしてください', en: 'Choose another name' },
  },
  PHONES_FULL: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: 'これ以上スマホを作れません', en: 'No more phones can be made' },
    next: { ja: '使わないスマホを片付けてください', en: 'Put away phones that are not used' },
  },
  PHONE_UNCHANGEABLE: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: {
      ja: 'そのスマホは、一覧の場面のものか、機種変更の前のもので、変えられません',
      en: 'This phone is one of the catalogue of cases, or has been replaced, and stays as it is',
    },
    next: {
      ja: '自分で作ったスマホの名前にしてください',
      en: 'Name a phone that you have made',
    },
  },
  PHONE_NOT_ANDROID: {
    clause: '4-A',
    status: 409,
    title: {
      ja: '機種変更の手続きは、AndroidからAndroidだけです',
      en: 'Only from Android to Android can a phone be replaced',
    },
    next: {
      ja: 'iPhoneでは、新しいスマホにカードを追加してください',
      en: 'With an iPhone, add the card to the new phone',
    },
  },
  PHONE_REFUSED: {
    clause: '1-B①',
    status: 409,
    title: { ja: 'スマホでの手続きが断られました', en: 'The phone, or whom it asked, refused' },
    next: { ja: '理由（reason）を確かめてください', en: 'See `reason`' },
  },
  CARD_UNKNOWN: {
    clause: 'RFC 9110 §15.5.5',
    status: 404,
    title: { ja: 'そのカードはありません', en: 'There is no such card' },
    next: { ja: 'カードの一覧から選んでください', en: 'Choose one of the cards in the list' },
  },
  CARD_DAMAGED: {
    clause: 'RFC 7516 §5.2',
    status: 500,
    title: { ja: 'カードのファイルを読めません', en: 'The card file cannot be read' },
    next: {
      ja: '別のカードを使うか、新しく作ってください',
      en: 'Use another card, or make a new one',
    },
  },
  CARDS_FULL: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: 'これ以上カードを作れません', en: 'No more cards can be made' },
    next: { ja: 'すでにあるカードを使ってください', en: 'Use one of the existing cards' },
  },
  PERSON_OF_ANOTHER_SEAT: {
    clause: '5-A2',
    status: 409,
    title: { ja: 'その人は、別の席にいます', en: 'That person is at another seat' },
    next: {
      ja: '別の番号（seed）にするか、番号を付けずに、もう一度足してください',
      en: 'Choose another seed, or none, and add somebody else',
    },
  },
  CARD_HELD: {
    clause: 'ISO/IEC 14443-3:2018 §6.3',
    status: 409,
    title: {
      ja: 'そのカードは、いま別のスマホか別の画面で当てています',
      en: 'The card is being held to another phone, or in another window',
    },
    next: {
      ja: 'そちらでカードを離してから、もう一度かざしてください',
      en: 'Take the card away there, then hold it again',
    },
  },
  SEAT_UNKNOWN: {
    clause: 'RFC 6750 §3.1',
    status: 401,
    title: { ja: 'その席はもうありません', en: 'There is no such seat any more' },
    next: { ja: '最初のページを開き直してください', en: 'Open the start page again' },
  },
  SEATS_FULL: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: '席がすべて埋まっています', en: 'All seats are taken' },
    next: {
      ja: '使い終わった人の画面で「全部はじめから」を押してもらってください',
      en: 'Ask somebody who has finished to press “Start everything over”',
    },
  },
  READER_UNKNOWN: {
    clause: 'RFC 9110 §15.5.5',
    status: 404,
    title: { ja: 'そのカードリーダーはありません', en: 'There is no such reader' },
    next: { ja: '最初のページを開き直してください', en: 'Open the start page again' },
  },
  PAIRING_REFUSED: {
    clause: 'RFC 6750 §3.1',
    status: 403,
    title: {
      ja: 'このページはカードリーダーと組み合わされていません',
      en: 'This page is not paired with the reader',
    },
    next: { ja: '最初のページから開き直してください', en: 'Open it again from the start page' },
  },
  NOT_FROM_DESK: {
    clause: 'RFC 6454 §7',
    status: 403,
    title: { ja: 'このページからは操作できません', en: 'Only the start page may do this' },
    next: { ja: '最初のページから操作してください', en: 'Do it on the start page' },
  },
  UPGRADE_REQUIRED: {
    clause: 'RFC 9110 §15.5.22',
    status: 426,
    title: {
      ja: 'WebSocketで接続してください',
      en: 'This address takes WebSocket connections only',
    },
    next: { ja: 'アプリから接続してください', en: 'Connect from the app' },
  },
  FRAME_REFUSED: {
    clause: 'RFC 6455 §7.4.1',
    status: 400,
    title: {
      ja: 'カードリーダーに送られた内容が、大きすぎるか、正しい形式ではありません',
      en: 'A frame to the card reader is too large or malformed',
    },
    next: {
      ja: 'アプリを開き直して、もう一度カードをかざしてください',
      en: 'Open the app again and hold the card once more',
    },
  },
  CARD_OF_BEFORE: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: {
      ja: 'このカードは、前の版のかざしで作られたものです',
      en: 'This card was made by an earlier version of Kazashi',
    },
    next: {
      ja: '別の人を足して、その人で続けてください',
      en: 'Add another person and continue with that person',
    },
  },
  COUNTER_DECLINED: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: '窓口では、いまはできません', en: 'The municipal office cannot do this now' },
    next: {
      ja: '理由を読んで、ほかの手続きを選んでください',
      en: 'Read the reason and choose something else',
    },
  },
  COUNTER_REFUSED: {
    clause: 'RFC 9110 §15.6.3',
    status: 502,
    title: {
      ja: '発行局からカードの証明書を受け取れませんでした',
      en: 'The authority issued no certificates for the card',
    },
    next: { ja: '少し待ってから、もう一度試してください', en: 'Try again in a while' },
  },
} as const satisfies ProblemTable

export class BoxProblem extends problemClass('BoxProblem', boxProblems) {}
