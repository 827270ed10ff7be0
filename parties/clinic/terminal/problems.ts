/** The refusals at the terminal and the reception (RFC 9457), with their words. */
import { type ProblemTable, problemClass, type Texts } from '@kazashi/serve'

const again: Texts = {
  ja: '端末のはじめの画面で、もう一度はじめてください',
  en: 'Start again on the first screen of the terminal',
}
const clause = '1-B④'

export const visitProblems = {
  FACILITY_UNKNOWN: {
    clause,
    status: 401,
    title: { ja: 'このブラウザーの施設がありません', en: 'This browser has no facility' },
    next: {
      ja: '端末か受付の画面を開き直してください',
      en: 'Open the terminal or the reception again',
    },
  },
  PHONE_NOT_ACCEPTED: {
    clause,
    status: 409,
    title: {
      ja: 'この施設には、スマートフォンを読む機械がありません',
      en: 'This facility has no reader for phones',
    },
    next: {
      ja: 'マイナンバーカードをお使いください',
      en: 'Use the My Number Card itself',
    },
  },
  FIRST_VISIT_CARD: {
    clause,
    status: 409,
    title: {
      ja: 'はじめての方は、スマートフォンだけでは受付できません',
      en: 'A first visit cannot be received by a phone alone',
    },
    next: {
      ja: '今日はマイナンバーカードをお使いください。次からはスマートフォンで受付できます',
      en: 'Use the My Number Card today. From the next visit on the phone will do',
    },
  },
  DEVICE_OTHER: {
    clause,
    status: 422,
    title: {
      ja: 'えらんだものと、かざしたものが違います',
      en: 'What was held to the reader is not what was chosen',
    },
    next: again,
  },
  EYE_REFUSED: {
    clause,
    status: 403,
    title: {
      ja: '受付でご本人と確かめられませんでした',
      en: 'The reception could not confirm that it is you',
    },
    next: { ja: '受付の人と話してください', en: 'Talk to the staff at the reception' },
  },
  VISIT_UNKNOWN: {
    clause,
    status: 404,
    title: {
      ja: 'この受付は、この端末のものではないか、終わっています',
      en: 'This visit is of another terminal, or over',
    },
    next: again,
  },
  VISIT_EXPIRED: {
    clause,
    status: 410,
    title: {
      ja: 'しばらくさわられなかったので、終わりました',
      en: 'The visit ended because nobody touched the screen',
    },
    next: again,
  },
  VISIT_STEP: {
    clause,
    status: 409,
    title: { ja: 'いまはその手順ではありません', en: 'This is not the step to be taken now' },
    next: again,
  },
  RECEPTION_UNKNOWN: {
    clause,
    status: 404,
    title: { ja: '今日の受付にありません', en: 'There is no such reception today' },
    next: { ja: '受付の画面を開き直してください', en: 'Open the reception again' },
  },
} as const satisfies ProblemTable

export type VisitCode = keyof typeof visitProblems

export class VisitProblem extends problemClass('VisitProblem', visitProblems) {}
