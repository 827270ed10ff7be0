/** Refusals that both a phone and a member of staff can get. Codes stay for ever. */
import type { ProblemTable } from '@kazashi/serve'
import { again, report } from './next-steps.ts'

export const sharedProblems = {
  REQUEST_KEY_INVALID: {
    clause: 'RFC 2986 §4.2',
    status: 422,
    title: {
      ja: 'スマートフォンの鍵を確認できません',
      en: 'The phone did not prove that it holds its keys',
    },
    next: again,
  },
  KEY_USED: {
    clause: '2-C',
    status: 409,
    title: {
      ja: 'この鍵はすでに使われています',
      en: 'This key has already been used',
    },
    next: again,
  },
  IDEMPOTENCY_KEY_REUSED: {
    clause: 'draft-ietf-httpapi-idempotency-key-header §2.7',
    status: 422,
    title: {
      ja: '同じ番号で別の要求が送られました',
      en: 'Another request was sent under this Idempotency-Key',
    },
    next: report,
  },
  CLOCK_OUT_OF_RANGE: {
    clause: 'RFC 5280 §4.1.2.5',
    status: 422,
    title: {
      ja: 'サンドボックスの認証局の有効期間を外れます',
      en: 'The sandbox has no valid certificates at that time',
    },
    next: {
      ja: '時計は初回起動のおよそ1年前から30年後までにしてください',
      en: 'Stay between about one year before the first start and thirty years after it',
    },
  },
} as const satisfies ProblemTable
