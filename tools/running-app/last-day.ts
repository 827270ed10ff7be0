/** The last day of the certificates on a phone (5-A4), and the move to it. */
import type { PhoneInHand } from './phone-in-hand.ts'
import type { Sandbox } from './sandbox.ts'

/** The authority's routes for certificates and notices; its clock still answers. */
export const fromAuthority = /\/phone-credentials\/current|\/notices/

/** YYYY-MM-DD, that many days after the last day on the home screen. */
async function dayFromEnd({ page }: PhoneInHand, days: number): Promise<string> {
  const told = await page.getByText(/^\d+年\d+月\d+日まで$/).textContent()
  const [year = 0, month = 0, day = 0] = [...(told ?? '').matchAll(/\d+/g)].map(Number)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/**
 * Home, 80 days before the last day and on the day after it, then without the authority's answer. The clock goes
 * years ahead: no card can be issued after it.
 */
export async function untilItsEnd(
  phone: PhoneInHand,
  sandbox: Sandbox,
  seen: { readonly soon: () => Promise<void>; readonly expired: () => Promise<void> },
): Promise<void> {
  const { page, read } = phone
  const [soon, over] = [await dayFromEnd(phone, -80), await dayFromEnd(phone, 1)]
  await sandbox.moveClock('10:00', soon)
  await page.reload()
  await read(/で使えなくなります。お住まいの市区町村の窓口で/)
  await seen.soon()
  await page.route(fromAuthority, (route) => route.abort())
  await sandbox.moveClock('10:00', over)
  await page.reload()
  await read('有効期限が切れています')
  await seen.expired()
}
