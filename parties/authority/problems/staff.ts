/** Refusals to the counter, the hotline, the operator and the sandbox’s user. Codes stay for ever. */
import type { ProblemTable } from '@kazashi/serve'
import { counter } from './next-steps.ts'

export const staffProblems = {
  ROLE_REQUIRED: {
    clause: 'RFC 6750 §3.1',
    status: 401,
    title: {
      ja: 'この手続きを行う権限を確認できません',
      en: 'The role token that this request needs is missing or wrong',
    },
    next: {
      ja: '窓口・コールセンター・運用者の端末からお手続きください',
      en: 'Use a terminal of the counter, the hotline or the operator',
    },
  },
  BROWSER_REFUSED: {
    clause: 'Fetch Metadata §2.4',
    status: 403,
    title: {
      ja: 'この情報はブラウザーには渡せません',
      en: 'Browsers may not read this',
    },
    next: {
      ja: 'コマンドラインから取得してください',
      en: 'Request it from the command line',
    },
  },
  RESIDENT_INVALID: {
    clause: '5-A4',
    status: 422,
    title: {
      ja: '住民の情報が正しくありません',
      en: 'This resident cannot be registered',
    },
    next: { ja: '内容を確かめてください', en: 'Check the date of birth and the names' },
  },
  CARD_ENDED: {
    clause: '5-B2',
    status: 409,
    title: { ja: 'このカードはすでに使えません', en: 'This card can no longer be used' },
    next: counter,
  },
  CARD_SUSPENDED: {
    clause: '5-B2',
    status: 409,
    title: { ja: 'このカードは一時停止中です', en: 'This card is suspended' },
    next: {
      ja: '先に一時停止を解除してください',
      en: 'Lift the suspension first',
    },
  },
  CARD_NOT_SUSPENDED: {
    clause: '5-B2',
    status: 409,
    title: { ja: 'このカードは一時停止されていません', en: 'This card is not suspended' },
    next: { ja: 'カードの状態を確かめてください', en: 'Check the status of the card' },
  },
  CARD_EXPIRED: {
    clause: '5-A4',
    status: 409,
    title: { ja: 'このカードは有効期限が切れています', en: 'This card has expired' },
    next: { ja: '新しいカードを交付してください', en: 'Issue a new card' },
  },
  CARD_KEY_MISSING: {
    clause: 'RFC 2986 §4.2',
    status: 422,
    title: {
      ja: '新しい電子証明書のための鍵がありません',
      en: 'The key for the new certificate is missing',
    },
    next: {
      ja: 'カードの中で鍵を作り直し、その申請書を添えてください',
      en: 'Have the card make a new key and send its PKCS #10 request',
    },
  },
  SIGNING_UNDER_AGE: {
    clause: '2-A',
    status: 422,
    title: {
      ja: '15歳未満の方には、署名用電子証明書は原則として発行されません',
      en: 'People under 15 do not normally get a signing certificate',
    },
    next: {
      ja: '法定代理人の希望があるときは、その旨を指定してください',
      en: 'Leave it out, or state that the legal representative has asked for it',
    },
  },
  CHANGE_REFUSED: {
    clause: '5-A4',
    status: 422,
    title: {
      ja: '届出の内容が登録されている方と一致しません',
      en: 'My Number, date of birth and sex do not match this person',
    },
    next: {
      ja: '本人の情報を確かめてください',
      en: 'Check that this is the right person’s record',
    },
  },
  NOTHING_TO_SUSPEND: {
    clause: '5-B1',
    status: 409,
    title: {
      ja: '一時停止できるものがありません',
      en: 'There is nothing to suspend',
    },
    next: {
      ja: 'カードとスマートフォンの状態を確かめてください',
      en: 'Check the status of the card and the phone',
    },
  },
} as const satisfies ProblemTable
