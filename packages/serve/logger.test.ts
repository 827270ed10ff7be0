import { expect, test } from 'vitest'
import { createLogger, createParty, originsFor } from './index.ts'

/** A logger, and its lines. */
function written() {
  const lines: string[] = []
  const logger = createLogger('debug', { write: (line) => void lines.push(line) })
  return { logger, lines, errors: () => lines.map((line) => JSON.parse(line).err) }
}

/** As the driver of a database makes one when a connection is lost. */
function lostConnection(): Error {
  const parameters = { host: 'db.example', user: 'kazashi', connection: 'postgres://k:s3cret@db' }
  return Object.assign(new Error('terminating connection due to administrator command'), {
    code: '57P01',
    detail: 'Key (name)=(山田 花子) already exists.',
    client: { connectionParameters: parameters, password: 's3cret' },
  })
}

test('CWE-532 of an error a log has type, message, code and stack, and nothing that hangs on it', () => {
  const { logger, lines, errors } = written()
  const error = lostConnection()
  logger.error({ err: error }, 'database')
  logger.child({ party: 'authority' }).error({ err: error }, 'database')
  const told = { type: 'Error', message: error.message, code: '57P01', stack: error.stack }
  expect(errors()).toEqual([told, told])
  expect(lines.join('')).not.toMatch(/s3cret|db\.example|山田/)
})

test('CWE-532 the causes of an error are told in the same way, to a depth', () => {
  const { logger, lines, errors } = written()
  logger.error({ err: new TypeError('outer', { cause: lostConnection() }) })
  expect(errors()[0]).toMatchObject({ type: 'TypeError', cause: { code: '57P01' } })
  logger.error({ err: new AggregateError([lostConnection()], 'many') })
  expect(errors()[1].errors).toEqual([expect.objectContaining({ code: '57P01' })])
  const round = new Error('round')
  round.cause = round
  logger.error({ err: round })
  logger.error({ err: { password: 's3cret' } })
  expect(errors()[3]).toEqual({ type: 'object' })
  expect(lines.join('')).not.toMatch(/s3cret|db\.example|山田/)
})

test('CWE-532 an error inside a party is logged in the same way, and the request without its query', async () => {
  const { logger, lines, errors } = written()
  const origins = originsFor(8080)
  const app = await createParty({ name: 'portal', origins, sandbox: true, logger })
  app.get('/things', () => Promise.reject(lostConnection()))
  const answer = await app.inject({ url: `${origins.portal}/things?secret=query-word` })
  expect(answer.statusCode).toBe(500)
  expect(errors().filter(Boolean)).toEqual([
    expect.objectContaining({ type: 'Error', code: '57P01' }),
  ])
  expect(lines.join('')).not.toMatch(/s3cret|db\.example|山田|query-word/)
})
