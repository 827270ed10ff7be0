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
  URI_MALFORMED: {
    clause: 'RFC 3986 §2.5',
    status: 400,
    title: { ja: 'アドレスの形式が正しくありません', en: 'The address is malformed' },
    next: {
      ja: 'アドレスの「%」の後の文字を確かめてください（UTF-8）',
      en: 'Check what follows each "%" in the address: it must be UTF-8',
    },
  },
  HTTP_MALFORMED: {
    clause: 'RFC 9112 §2.2',
    status: 400,
    title: { ja: 'HTTP の形式が正しくありません', en: 'This is not a well-formed HTTP request' },
    next: { ja: 'HTTP/1.1 で送り直してください', en: 'Send it again as HTTP/1.1' },
  },
  PREFLIGHT_INVALID: {
    clause: 'Fetch §3.2.2',
    status: 400,
    title: { ja: 'CORS の事前確認に必要なヘッダーがありません', en: 'This is no CORS preflight' },
    next: {
      ja: 'Origin と Access-Control-Request-Method を付けて送ってください',
      en: 'Send Origin and Access-Control-Request-Method with it',
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
  REQUEST_TIMEOUT: {
    clause: 'RFC 9110 §15.5.9',
    status: 408,
    title: { ja: '時間内に送信が終わりませんでした', en: 'The request did not arrive in time' },
    next: { ja: 'もう一度送ってください', en: 'Send it again' },
  },
  BODY_TOO_LARGE: {
    clause: 'RFC 9110 §15.5.14',
    status: 413,
    title: { ja: '送られた内容が大きすぎます', en: 'The request is too large' },
    next: { ja: '内容を小さくして、もう一度送ってください', en: 'Send a smaller request' },
  },
  URI_TOO_LONG: {
    clause: 'RFC 9110 §15.5.15',
    status: 414,
    title: { ja: 'アドレスが長すぎます', en: 'The address is too long' },
    next: { ja: 'アドレスを短くしてください', en: 'Use a shorter address' },
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
  HEADERS_TOO_LARGE: {
    clause: 'RFC 6585 §5',
    status: 431,
    title: { ja: 'ヘッダーが大きすぎます', en: 'The headers are too large' },
    next: {
      ja: 'このサイトの Cookie を消すか、ヘッダーを小さくして送ってください',
      en: 'Delete the cookies of this site, or send smaller headers',
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
  STARTING: {
    clause: 'RFC 9110 §15.6.4',
    status: 503,
    title: { ja: '起動しています', en: 'Kazashi is starting' },
    next: { ja: '少し待ってから、もう一度開いてください', en: 'Wait a moment, then try again' },
  },
  ENDING: {
    clause: 'RFC 9110 §15.6.4',
    status: 503,
    title: { ja: '終了しています', en: 'Kazashi is stopping' },
    next: { ja: 'もう一度起動してから開いてください', en: 'Start it again, then try again' },
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
