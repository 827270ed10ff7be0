/** Every code that this page can meet, and the code whose words it uses: the types leave no code without. */
import { loginToldAs } from '@kazashi/login/page'
import type { PortalCode, SessionCode } from '../../problems.ts'

export const toldAs = {
  ...loginToldAs,
  NOT_LOGGED_IN: 'UNEXPECTED',
  SESSION_ENDED: 'UNEXPECTED',
} as const satisfies Readonly<
  Record<
    Exclude<PortalCode, SessionCode> | 'NETWORK' | 'UNEXPECTED' | 'NOT_LOGGED_IN' | 'SESSION_ENDED',
    string
  >
>

export type RefusalCode = keyof typeof toldAs

/** A code as it came; one that this page does not know is shown as unexpected. */
export const refusalCode = (code: string): RefusalCode =>
  isRefusalCode(code) ? code : 'UNEXPECTED'
const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(toldAs, code)
