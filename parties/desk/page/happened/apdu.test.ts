import { expect, test } from 'vitest'
import { appletIn, describe } from './apdu.ts'
import { linesOf } from './lines.ts'
import { type Seen, seenIn } from './seen.ts'

const at = '2026-11-23T05:02:00Z'
const seen = (command: string, response: string): Seen => {
  const one = seenIn(JSON.stringify({ type: 'exchange', at, command, response }))
  if (one === undefined) throw new Error('not seen')
  return one
}
const exchange = (command: string, response: string) => {
  const one = seen(command, response)
  if (one.type !== 'exchange') throw new Error('no exchange')
  return describe(one)
}

test('ISO 7816-4 §7.5.6 a wrong secret shows the tries left, a blocked one that it is blocked', () => {
  expect(exchange('0020008006******', '63C4')).toMatchObject({
    kind: 'verify',
    outcome: { bad: true, triesLeft: 4 },
  })
  for (const status of ['6984', '63C0']) {
    expect(exchange('0020008006******', status).outcome).toEqual({ bad: true, blocked: true })
  }
})

test('ISO 7816-4 §7.5.6 an empty VERIFY asks for the counter and is no failure', () => {
  expect(exchange('00200080', '63C5')).toMatchObject({
    kind: 'counter',
    outcome: { bad: false, triesLeft: 5 },
  })
})

test('ISO 7816-4 §7.1.1 a place is selected by its identifier, an application by its name, which is told', () => {
  expect(exchange('00A4020C020018', '9000').kind).toBe('select-file')
  const named = '00A4040C0AD392F000260100000001'
  expect(exchange(named, '9000').kind).toBe('select-applet')
  expect(appletIn(named)).toEqual({ ja: '公的個人認証', en: 'JPKI' })
  expect(appletIn('00A4040C07A0000001510000')).toBeUndefined()
})

test('ISO 7816-4 §7.2.3 readings that follow each other are one line with all their bytes, and no byte of what was read', () => {
  const read = seen('00B0000000', `${'AB'.repeat(256)}9000`)
  const lines = linesOf([seen('00A4040C0A', '9000'), read, read])
  expect(lines).toHaveLength(2)
  const what = lines[1]?.what
  expect(what?.type === 'apdu' && what.apdus.map(({ bytes }) => bytes)).toEqual([256, 256])
  expect(JSON.stringify(lines)).not.toContain('ABAB')
})

test('RFC 8259 §2 data that is not an entry of the log is left out', () => {
  expect(seenIn('nonsense')).toBeUndefined()
  expect(seenIn(JSON.stringify({ type: 'exchange', command: 'zz', response: '' }))).toBeUndefined()
})
