/** Refusals that any party can give. A party's own table comes on top (RFC 9457). */
import { type ProblemTable, problemClass } from './problem.ts'

export const commonProblems = {
  REQUEST_INVALID: {
    clause: 'RFC 9110 §15.5.1',
    status: 400,
    title: {
      ja: '送られた内容が正しい形式ではありません',
      en: 'The request is malformed',
    },
    next: {
      ja: '「errors」にある項目を直して、もう一度送ってください',
      en: 'Correct the fields named in "errors" and send it again',
    },
  },
  ORIGIN_REFUSED: {
    clause: 'RFC 6454 §7',
    status: 403,
    title: { ja: 'このページからは利用できません', en: 'This page may not do this' },
    next: { ja: '最初のページから開き直してください', en: 'Open it again from the start page' },
  },
  NOT_FOUND: {
    clause: 'RFC 9110 §15.5.5',
    status: 404,
    title: { ja: '見つかりません', en: 'There is nothing at this address' },
    next: { ja: 'アドレスを確かめてください', en: 'Check the address' },
  },
  BODY_TOO_LARGE: {
    clause: 'RFC 9110 §15.5.14',
    status: 413,
    title: { ja: '送られた内容が大きすぎます', en: 'The request is too large' },
    next: { ja: '内容を小さくして、もう一度送ってください', en: 'Send a smaller request' },
  },
  MEDIA_TYPE_UNSUPPORTED: {
    clause: 'RFC 9110 §15.5.16',
    status: 415,
    title: { ja: 'この形式は受け付けていません', en: 'This media type is not accepted' },
    next: { ja: 'JSON 形式で送ってください', en: 'Send JSON' },
  },
  HOST_UNKNOWN: {
    clause: 'RFC 9110 §7.4',
    status: 421,
    title: { ja: 'このサーバーの名前ではありません', en: 'This server does not have that name' },
    next: {
      ja: '起動時に表示されたアドレスで開いてください',
      en: 'Use the address that was printed at the start',
    },
  },
  INTERNAL: {
    clause: 'RFC 9110 §15.6.1',
    status: 500,
    title: {
      ja: 'サーバーの内部でエラーが起きました',
      en: 'An error occurred inside the server',
    },
    next: {
      ja: '少し待ってから、もう一度試してください。続くときは「requestId」を添えてお知らせください',
      en: 'Try again in a while. If this persists, report it with the "requestId"',
    },
  },
  PAGES_NOT_BUILT: {
    clause: 'RFC 9110 §15.6.4',
    status: 503,
    title: { ja: '画面がまだ作られていません', en: 'The pages have not been built' },
    next: {
      ja: '「npm start」で起動してください',
      en: 'Start it with "npm start", which builds them',
    },
  },
} as const satisfies ProblemTable

export class CommonProblem extends problemClass('CommonProblem', commonProblems) {}
