import { expect, test } from 'vitest'
import { requestSeen, signatureSeen, tableSeen } from './examples.ts'
import { toHar, toJson } from './export.ts'
import { harFile } from './har-schema.ts'
import { linesOf } from './lines.ts'
import { type Seen, seenIn } from './seen.ts'

const at = '2026-11-29T01:00:00.001Z'
const secretExchange = seenIn(
  JSON.stringify({ type: 'exchange', at, command: '0020008004********', response: '9000' }),
)
const readExchange = seenIn(
  JSON.stringify({
    type: 'exchange',
    at,
    command: '00B0000000',
    response: `${'E38182'.repeat(9)}9000`,
  }),
)

const seen: readonly Seen[] = [
  ...[secretExchange, readExchange].flatMap((one) => (one === undefined ? [] : [one])),
  requestSeen({
    order: 1,
    milliseconds: 9,
    sent: { type: 'application/json', bytes: 9, shown: {} },
  }),
  tableSeen({ order: 2 }),
  signatureSeen({ order: 3 }),
  requestSeen({
    order: 4,
    at: '2026-11-29T01:00:02.000Z',
    address: 'http://portal.kazashi.localhost:8080/callback?code={code}',
    method: 'GET',
    status: 410,
    refusal: { code: 'SESSION_ENDED' },
  }),
]

test('HAR 1.2 each request is one entry with every member that the format requires, and no value of a query', () => {
  const { log } = harFile.parse(JSON.parse(toHar(linesOf(seen), '0.1.0')))
  expect(log.creator).toEqual({ name: 'Kazashi', version: '0.1.0' })
  expect(
    log.entries.map(({ request, response }) => `${request.method} ${response.status}`),
  ).toEqual(['POST 201', 'GET 410'])
  expect(log.entries[1]?.request.queryString).toEqual([{ name: 'code', value: '{code}' }])
  expect(log.entries[1]?.response.statusText).toBe('SESSION_ENDED')
})

test('docs/decisions/0053 the JSON has every line with its words, and nothing that was read from a card', () => {
  const lines = linesOf(seen)
  const text = toJson(lines, 'ja', new Date('2026-11-29T01:00:00Z'))
  const file: unknown = JSON.parse(text)
  expect(file).toMatchObject({
    format: 'kazashi-what-happened',
    version: 1,
    exportedAt: '2026-11-29T01:00:00.000Z',
  })
  expect(file).toHaveProperty('lines.length', lines.length)
  expect(text).toContain('0020008004********')
  expect(text).not.toContain('E38182')
})
