/** Kinds of notices to a phone. They stay for ever: phones may keep them. */

export const noticeKinds = [
  'ready-to-register',
  'suspended',
  'resumed',
  'revoked',
  'replaced-by-switch',
  'card-ended',
  'deleted-by-card',
  'lapsed',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
