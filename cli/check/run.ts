/** The whole check: an ordinary login first, then the catalogue, then what others could do. */
import { cases, everybody, isCaseName } from '@kazashi/cases'
import { attackNames, playAttacks } from './attacks.ts'
import { CheckBrowser } from './browser.ts'
import { playCase } from './catalogue.ts'
import { CheckError } from './check-error.ts'
import type { Row } from './judge.ts'
import { arm, begin, isIn, type Site, toCallback } from './site.ts'

/** Without it nothing that is seen later means anything. @throws {CheckError} CHECK_IN_OPEN, CHECK_LOGIN_FAILED */
async function ordinary(site: Site): Promise<void> {
  if (await isIn(site, new CheckBrowser())) throw new CheckError('CHECK_IN_OPEN', site.in.href)
  const begun = await begin(site)
  await arm(site, begun, everybody)
  const callback = await toCallback(begun)
  if (callback !== undefined) await begun.browser.open(callback)
  if (await isIn(site, begun.browser)) return
  const last = begun.browser.dump.at(-2)
  throw new CheckError('CHECK_LOGIN_FAILED', `${last?.status} at ${last?.url.split('?', 1)[0]}`)
}

/** @param only names; none: all @throws {CheckError} */
export async function* check(site: Site, only: readonly string[]): AsyncGenerator<Row> {
  const unknown = only.find((name) => !isCaseName(name) && !attackNames.includes(name))
  if (unknown !== undefined) throw new CheckError('CHECK_CASE_UNKNOWN', unknown)
  const wanted = (name: string) => only.length === 0 || only.includes(name)
  await ordinary(site)
  for (const entry of cases) if (wanted(entry.name)) yield playCase(site, entry)
  yield* playAttacks(site, wanted)
}
