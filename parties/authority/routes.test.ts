import { originsFor } from '@kazashi/serve'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { callers } from './callers.ts'
import { authorityRoutes } from './routes.ts'

const noRecords = () => {
  throw new TypeError('no records are asked for')
}
const tokens = { method: 'GET', url: '/sandbox/tokens' } as const

test('RFC 6750 §5.2 behind a public name the tokens of the roles are given to nobody', async () => {
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

/** Repeating one of these changes nothing: they set a state, ask, or make something that no other caller sees. */
const harmlessTwice = new Set([
  'POST /nonces',
  'POST /applications/checks',
  'POST /notices/:id/shown',
  'POST /phones/push-subscription',
  'DELETE /phones/push-subscription',
  'POST /hotline/people',
  'POST /verifier/holders',
  'POST /counter/holders',
  'PUT /sandbox/clock',
  'POST /pki/ocsp/:kind',
  'POST /pki/tsa',
])

const Operation = z.object({
  parameters: z.array(z.object({ name: z.string(), required: z.boolean().optional() })).optional(),
})
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})

test('invariant 4: a request that changes something has an idempotency key, a phone’s always', async () => {
  const origins = originsFor(8080)
  const app = await authorityRoutes({ origins, records: noRecords })
  const answer = await app.inject({ url: `${origins.authority}/openapi.json` })
  const { paths } = Document.parse(answer.json())
  const keyless = Object.entries(callers).flatMap(([route, who]) => {
    const [method = '', path = ''] = route.split(' ')
    if (method === 'GET' || harmlessTwice.has(route)) return []
    const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    const key = operation?.parameters?.find(({ name }) => name === 'idempotency-key')
    const always = who.some((caller) => caller === 'device')
    return key && (key.required === true || !always) ? [] : [route]
  })
  expect(keyless).toEqual([])
})
