/** Entries for a field: right, wrong or odd. */
import type { Entry } from './choose.ts'
import type { Random } from './random.ts'

export interface Slip {
  readonly signingPassword: string
  readonly cardDataPin: string
  /** On the screen that asked last for a login. */
  readonly loginCode: string
}

/** The phone's secrets that a monkey sets, and enters when it is right. */
export const phoneSecrets = { password: 'SARU2026', pin: '8352' } as const

const odd = {
  digits: ['', '1', '0000', '1234', '99999', '１２３４', 'abcd', ' 83 02', '8３0２'],
  text: [
    '',
    '1234',
    'abc',
    'saru2026',
    'ＳＡＲＵ２０２６',
    'さる二千',
    '🐒🐒🐒🐒🐒🐒',
    '        ',
    "' OR 1=1 --",
    '<b>ABC123</b>',
    'A1'.repeat(200),
    'ABCDEFGH',
    'SARU 2026',
  ],
} as const

function right(field: string, digits: boolean, slip: Slip): string {
  if (field === 'card-data-pin') return slip.cardDataPin
  if (field === 'login-code') return slip.loginCode
  if (field.startsWith('card-')) return slip.signingPassword
  return digits ? phoneSecrets.pin : phoneSecrets.password
}

/** Of the right form, and not the secret. */
function wrong(digits: boolean, rightOne: string): string {
  if (digits) return rightOne === '5839' ? '5840' : '5839'
  return rightOne === 'CHIGAU99' ? 'CHIGAU98' : 'CHIGAU99'
}

export function entryFor(
  random: Random,
  {
    field,
    digits,
    entry,
  }: { readonly field: string; readonly digits: boolean; readonly entry: Entry },
  slip: Slip,
): string {
  const rightOne = right(field, digits, slip)
  if (entry === 'right') return rightOne
  if (entry === 'wrong') return wrong(digits, rightOne)
  return random.one(digits ? odd.digits : odd.text) ?? ''
}
