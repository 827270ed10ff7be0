/** The procedures that can be done at the portal. */
import type { Form, Procedure } from '../form.ts'
import { childAllowance } from './child-allowance.ts'
import { moving } from './moving.ts'
import { taxReturn } from './tax-return.ts'

export const forms: Readonly<Record<Procedure, Form>> = {
  'child-allowance': childAllowance,
  moving,
  'tax-return': taxReturn,
}
