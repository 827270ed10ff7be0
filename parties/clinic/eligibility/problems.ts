/** The refusals of the eligibility service (RFC 9457), with their words. */
import { type ProblemTable, problemClass, type Texts } from '@kazashi/serve'

const clause = '健康保険法 第3条第13項'
const declaration: Texts = {
  ja: '受付で「被保険者資格申立書」を書いてもらい、診察をはじめてください。あとで、もう一度問い合わせられます',
  en: 'Have the patient fill in the declaration of insurance (被保険者資格申立書) and go on. You can ask again later',
}

export const eligibilityProblems = {
  FACILITY_TOKEN_WRONG: {
    clause: 'RFC 6750 §3.1',
    status: 401,
    title: { ja: '施設のトークンが正しくありません', en: 'This is no token of a facility' },
    next: {
      ja: '受付の設定にある、この施設のトークンを「Authorization: Bearer」で送ってください',
      en: 'Send the token that the reception’s settings show as "Authorization: Bearer"',
    },
  },
  PROOF_REFUSED: {
    clause,
    status: 422,
    title: {
      ja: 'スマートフォンは、顔や目で確かめた本人のものとしては使えません',
      en: 'A phone cannot be used by comparing a face',
    },
    next: {
      ja: 'スマートフォンの利用者証明用電子証明書で署名してください',
      en: 'Sign with the user authentication certificate of the phone',
    },
  },
  REGISTER_UNAVAILABLE: {
    clause,
    status: 503,
    title: {
      ja: '住民の登録に問い合わせられません',
      en: 'The residents’ register does not answer',
    },
    next: declaration,
  },
  ELIGIBILITY_UNAVAILABLE: {
    clause,
    status: 503,
    title: {
      ja: 'オンライン資格確認が止まっています',
      en: 'The online eligibility service is not available',
    },
    next: declaration,
  },
} as const satisfies ProblemTable

export class EligibilityProblem extends problemClass('EligibilityProblem', eligibilityProblems) {}
