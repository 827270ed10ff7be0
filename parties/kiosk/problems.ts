/** The refusals of a kiosk (RFC 9457), with their words: its own, and those of a login, which say whose certificate does not hold. */
import { loginProblems } from '@kazashi/login'
import { type ProblemTable, problemClass, type Texts } from '@kazashi/serve'

const counter: Texts = {
  ja: 'お住まいの市区町村の窓口で、証明書を請求してください',
  en: 'Ask for the certificate at your municipal office',
}
const fromStart: Texts = {
  ja: '最初の画面から、もう一度はじめてください',
  en: 'Start again from the first screen',
}

const machineProblems = {
  KIOSK_CLOSED: {
    clause: '1-B③',
    status: 409,
    title: { ja: 'いまは利用時間外です', en: 'The kiosk is closed at this time' },
    next: {
      ja: '6時30分から23時の間にお越しください（12月29日から1月3日は休み）',
      en: 'Come between 6:30 and 23:00 (closed 29 December to 3 January)',
    },
  },
  OUT_OF_PAPER: {
    clause: '1-B③',
    status: 409,
    title: { ja: '用紙がありません', en: 'The kiosk is out of paper' },
    next: { ja: '店員に用紙の補充を頼んでください', en: 'Ask the staff to refill the paper' },
  },
  VISIT_UNKNOWN: {
    clause: 'RFC 9110 §15.5.2',
    status: 401,
    title: { ja: '手続きは終わっています', en: 'This procedure has ended' },
    next: fromStart,
  },
  VISIT_STEP: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: 'いまは、この操作はできません', en: 'This cannot be done at this point' },
    next: fromStart,
  },
  MUNICIPALITY_ABSENT: {
    clause: '1-B③',
    status: 422,
    title: {
      ja: 'お住まいの市区町村は、コンビニ交付をしていません',
      en: 'Your municipality does not issue certificates at kiosks',
    },
    next: counter,
  },
  PERSON_UNKNOWN: {
    clause: '1-B③',
    status: 422,
    title: {
      ja: '住民の記録が見つかりません',
      en: 'There is no entry in the register for this certificate',
    },
    next: counter,
  },
  OFFER_UNAVAILABLE: {
    clause: '1-B③',
    status: 422,
    title: {
      ja: 'この証明書は、ここでは発行できません',
      en: 'This certificate is not issued here',
    },
    next: {
      ja: '別の証明書を選ぶか、窓口で請求してください',
      en: 'Choose another one, or ask at the municipal office',
    },
  },
  MONEY_SHORT: {
    clause: '1-B③',
    status: 409,
    title: { ja: 'お金が足りません', en: 'There is not enough money' },
    next: { ja: '足りない分を入れてください', en: 'Insert the missing amount' },
  },
  MONEY_REFUSED: {
    clause: '1-B③',
    status: 422,
    title: { ja: 'このお金は入りません', en: 'This money is not accepted' },
    next: {
      ja: '10円・50円・100円・500円の硬貨か、お札を入れてください。合わせて30,000円までです',
      en: 'Insert coins of 10, 50, 100 or 500 yen or notes, up to 30,000 yen',
    },
  },
  REGISTER_UNAVAILABLE: {
    clause: 'RFC 9110 §15.6.4',
    status: 503,
    title: {
      ja: '市区町村の記録に、つながりません',
      en: 'The register of the municipality does not answer',
    },
    next: { ja: '少し待ってから、もう一度お試しください', en: 'Wait a moment and try again' },
  },
} as const satisfies ProblemTable

export const kioskProblems = { ...loginProblems, ...machineProblems }

export type KioskCode = keyof typeof kioskProblems

export class KioskProblem extends problemClass('KioskProblem', machineProblems) {}
