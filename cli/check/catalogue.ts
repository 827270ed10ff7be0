/** Every case of the catalogue, played against the site. */
import { type CaseEntry, plainScope } from '@kazashi/cases'
import { judged, type Look, type Row, skipped } from './judge.ts'
import { arm, begin, isIn, type Site, toCallback } from './site.ts'

const lookOf = ({ name, clause, what, expect, advice }: CaseEntry): Look => ({
  name,
  clause,
  what: what.en,
  expected: expect,
  advice,
})

/** It shows only where more is asked for than who it is. */
function isAskedFor({ scope }: CaseEntry, request: URL): boolean {
  const asked = (request.searchParams.get('scope') ?? '').split(' ')
  return (
    scope === plainScope ||
    scope.split(' ').some((one) => one !== plainScope && asked.includes(one))
  )
}

/** @throws {CheckError} */
export async function playCase(site: Site, entry: CaseEntry): Promise<Row> {
  const look = lookOf(entry)
  const begun = await begin(site)
  if (!isAskedFor(entry, begun.request)) return skipped(look, 'the site asks for no claims')
  await arm(site, begun, entry.name)
  const { browser } = begun
  const callback = await toCallback(begun)
  if (callback !== undefined) await browser.open(callback)
  return judged(look, (await isIn(site, browser)) ? 'in' : 'refused', browser.dump)
}
