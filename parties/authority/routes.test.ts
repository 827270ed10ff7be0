import { originsFor } from '@kazashi/serve'
import { expect, test } from 'vitest'
import { authorityRoutes } from './routes.ts'

const noRecords = () => {
  throw new TypeError('no records are asked for')
}
const tokens = { method: 'GET', url: '/sandbox/tokens' } as const

test('RFC 6750 §5.2 behind a public name the tokens of the roles are told to nobody', async () => {
  const records = noRecords
  const local = await authorityRoutes({ origins: originsFor(8080), records })
  expect(local.hasRoute(tokens)).toBe(true)
  const origins = originsFor('https://{party}.kazashi.example')
  const open = await authorityRoutes({ origins, records })
  expect(open.hasRoute(tokens)).toBe(false)
  const { host } = new URL(origins.authority)
  const answer = await open.inject({ ...tokens, headers: { host } })
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND'])
})
