import { expect, test } from 'vitest'
import { verdictOf } from '../../../tools/code-of.ts'
import { connect } from './connection.ts'
import { reached } from './reached.ts'

test('RFC 9110 §15.6.4 RECORDS_UNAVAILABLE is told where the database does not answer, and nothing else is taken for it', async () => {
  const { db } = connect('postgres://nobody@127.0.0.1:1/none', () => undefined)
  const asked = () => db.selectFrom('portal.event').select('id').execute()
  expect(await verdictOf(reached(asked))).toBe('RECORDS_UNAVAILABLE')
  await db.destroy()
  const cut = () => Promise.reject(new Error('Connection terminated unexpectedly'))
  expect(await verdictOf(reached(cut))).toBe('RECORDS_UNAVAILABLE')
  const shut = Object.assign(new Error('shutting down'), { code: '57P01' })
  expect(await verdictOf(reached(() => Promise.reject(shut)))).toBe('RECORDS_UNAVAILABLE')
  const wrong = Object.assign(new Error('syntax error'), { code: '42601' })
  await expect(reached(() => Promise.reject(wrong))).rejects.toBe(wrong)
})
