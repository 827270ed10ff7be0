import { expect, test } from 'vitest'
import { generate, stale } from './generate.ts'

test('OpenAPI 3.1 the document and the client types are those of the routes', async () => {
  expect(await stale(), 'run: node parties/authority/api/generate.ts').toEqual([])
})

test('OpenAPI 3.1 every route has a name, a summary, and says that refusals are problem documents', async () => {
  const { paths } = JSON.parse((await generate())['openapi.json'])
  delete paths['/problems/{code}'] // every party's, not described
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
