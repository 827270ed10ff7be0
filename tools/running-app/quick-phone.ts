/**
 * A phone for ways in which neither the page's scrypt nor its service worker is the point: the worker fetches the whole app once more for
 * each new phone. Ways of the installed app, of windows and of secrets, and those beside gate and portal, take the phone as it is.
 */
import type { Browser } from 'playwright-core'
import { type PhoneInHand, type PhoneKind, takePhone } from './phone-in-hand.ts'
import type { Sandbox } from './sandbox.ts'
import { stretchQuickly } from './stretch-quickly.ts'

export const takeQuickPhone = (
  browser: Browser,
  sandbox: Sandbox,
  { context, ...kind }: PhoneKind,
): Promise<PhoneInHand> =>
  takePhone(
    browser,
    sandbox,
    { ...kind, context: { ...context, serviceWorkers: 'block' } },
    stretchQuickly,
  )
