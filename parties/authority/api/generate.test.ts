import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { callers } from '../callers.ts'
import { generate, stale } from './generate.ts'

test('OpenAPI 3.1 the document and the client types are those of the routes', async () => {
  expect(await stale(), 'run: node parties/authority/api/generate.ts').toEqual([])
})

test('OpenAPI 3.1 every route has a name, a summary, and says that refusals are problem documents', async () => {
  const { paths } = JSON.parse((await generate())['openapi.json'])
  const operations = Object.values(paths).flatMap((path) => Object.values(path ?? {}))
  expect(operations.length).toBeGreaterThanOrEqual(11)
  for (const operation of operations) {
    expect(operation).toMatchObject({
      operationId: expect.any(String),
      summary: expect.any(String),
      responses: { default: expect.anything() },
    })
  }
})

/** Rules of the linter that are left out, each with its reason. */
const leftOut = {
  'operation-4xx-response': 'off', // `default` is the problem document of all of them
  'no-server-example.com': 'off', // the document names where it is served from: a sandbox on this machine
} as const

test('OpenAPI 3.1 a linter finds nothing in the document', async () => {
  const config = await createConfig({ extends: ['recommended-strict'], rules: leftOut })
  const source = (await generate())['openapi.json']
  const found = await lintFromString({ source, absoluteRef: 'openapi.json', config })
  expect(
    found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
  ).toEqual([])
})

test('OpenAPI 3.1 the callers of a route are the same in the document and in the table', async () => {
  const { paths } = JSON.parse((await generate())['openapi.json'])
  for (const [route, allowed] of Object.entries(callers)) {
    const [method = '', path = ''] = route.split(' ')
    const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    if (!operation) continue
    const named = operation.security.flatMap((one: object) => Object.keys(one))
    const inHeaders = allowed.filter((one) =>
      /^(device|counter|hotline|operator|verifier)$/.test(one),
    )
    expect(named, route).toEqual(inHeaders)
  }
})
