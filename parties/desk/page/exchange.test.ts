import { expect, test } from 'vitest'
import { describe, withHappening } from './exchange.ts'

const exchange = (command: string, response: string) =>
  describe(JSON.stringify({ type: 'exchange', at: '2026-11-23T05:02:00Z', command, response }))

test('ISO 7816-4 §7.5.6 a wrong secret shows the tries left, a blocked one that it is blocked', () => {
  expect(exchange('00200080 06******'.replaceAll(' ', ''), '63C4')).toMatchObject({
    kind: 'verify',
    outcome: { bad: true, triesLeft: 4 },
  })
  for (const status of ['6984', '63C0']) {
    expect(exchange('0020008006******', status)?.outcome).toEqual({ bad: true, blocked: true })
  }
})

test('ISO 7816-4 §7.5.6 an empty VERIFY asks for the counter and is no failure', () => {
  expect(exchange('00200080', '63C5')).toMatchObject({
    kind: 'counter',
    outcome: { bad: false, triesLeft: 5 },
  })
})

test('ISO 7816-4 §7.2.3 readings that follow each other are one line with all their bytes', () => {
  const read = exchange('00B0000000', `${'AB'.repeat(256)}9000`)
  const select = exchange('00A4040C0A', '9000')
  if (read === undefined || select === undefined) throw new Error('not described')
  const list = withHappening(withHappening([select], read, 9), read, 9)
  expect(list).toHaveLength(2)
  expect(list[0]).toMatchObject({ kind: 'read', bytes: 512, times: 2 })
})

test('RFC 8259 §2 data that is not an entry of the log is left out', () => {
  expect(describe('nonsense')).toBeUndefined()
  expect(
    describe(JSON.stringify({ type: 'exchange', command: 'zz', response: '' })),
  ).toBeUndefined()
})
