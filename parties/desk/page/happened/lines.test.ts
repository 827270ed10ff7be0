import { expect, test } from 'vitest'
import { requestSeen, signatureSeen, tableSeen } from './examples.ts'
import { isRefused, type Line, linesOf, whosIn } from './lines.ts'
import type { Seen } from './seen.ts'
import { tell } from './told.ts'

const arrows = (lines: readonly Line[]) =>
  lines.map(({ from, to, part }) => `${from} ${to} ${part}`)

test('2-C an answer has a line of its own where something lies between it and its question, else they are one', () => {
  const seen: Seen[] = [
    tableSeen({ order: 2, at: '2026-11-29T01:00:00.005Z' }),
    requestSeen({ order: 1, milliseconds: 9 }),
    requestSeen({ order: 3, at: '2026-11-29T01:00:01.000Z', route: '/trust', method: 'GET' }),
  ]
  expect(arrows(linesOf(seen))).toEqual([
    'phone authority ask',
    'authority records both',
    'phone authority answer',
    'phone authority both',
  ])
})

test('2-C what happens in one millisecond comes in its order, and the inner answer before the outer', () => {
  const outer = requestSeen({ id: 'outer', order: 1, milliseconds: 4, from: 'app', to: 'gate' })
  const inner = requestSeen({
    id: 'inner',
    order: 2,
    milliseconds: 4,
    from: 'gate',
    byPage: false,
    to: 'authority',
  })
  const signed = signatureSeen({ order: 3 })
  const seen = [inner, signed, outer]
  const lines = linesOf(seen)
  expect(arrows(lines)).toEqual([
    'phone gate ask',
    'gate authority ask',
    'authority authority both',
    'gate authority answer',
    'phone gate answer',
  ])
  expect(whosIn(lines)).toEqual(['phone', 'gate', 'authority'])
  expect(linesOf([...seen, ...seen])).toEqual(lines)
})

test('1-B① the same question asked again and answered alike is one line; another answer is another line', () => {
  const look = (order: number, shown: string) =>
    requestSeen({
      id: `look ${order}`,
      order,
      at: `2026-11-29T01:00:0${order}.000Z`,
      method: 'GET',
      status: shown === 'refused' ? 410 : 200,
    })
  const lines = linesOf([look(1, 'pending'), look(2, 'pending'), look(3, 'refused')])
  expect(lines.map((line) => line.what.type === 'request' && line.what.times)).toEqual([2, 1])
  expect(lines.map(isRefused)).toEqual([false, true])
  expect(lines[0] && tell(lines[0], 'ja').words).toContain('2回')
})

test('RFC 9449 §11.1 the proofs that were used are no lines; what one transaction changed is one', () => {
  const lines = linesOf([
    tableSeen({ id: '1', order: 1, table: 'record.proof' }),
    tableSeen({ id: '2', order: 2, table: 'record.application' }),
    tableSeen({ id: '3', order: 3, table: 'record.audit' }),
  ])
  expect(arrows(lines)).toEqual(['authority records both'])
  expect(lines[0] && tell(lines[0], 'en').technical).toBe('INSERT record.application and 1 more')
})

test('5-A1 a page of the app is the phone, every other page the computer, each place a site; a party without a lifeline is left out', () => {
  const of = (from: string, byPage: boolean, to: string) =>
    arrows(linesOf([requestSeen({ from, byPage, to })]))
  expect(of('app', true, 'portal')).toEqual(['phone site both'])
  expect(of('gate', true, 'gate')).toEqual(['computer gate both'])
  expect(of('bank', false, 'gate')).toEqual(['site gate both'])
  expect(of('box', false, 'authority')).toEqual([])
})

test('RFC 9457 §3 a refusal is told with its code, its words and its clause in both languages', () => {
  const [line] = linesOf([
    requestSeen({
      status: 409,
      refusal: {
        code: 'NONCE_USED',
        clause: 'RFC 9449 §11.1',
        title: { ja: '使った番号です', en: 'This number was used' },
      },
    }),
  ])
  if (line === undefined) throw new Error('no line')
  expect(tell(line, 'ja')).toMatchObject({
    refused: true,
    answer: '使った番号です（409 NONCE_USED）',
    clause: 'RFC 9449 §11.1',
  })
  expect(tell(line, 'en').answer).toBe('This number was used（409 NONCE_USED）')
})

test('1-B① that nobody is logged in is an answer to a page that asks, and a refusal of anything else', () => {
  const asked = (method: string) => {
    const [line] = linesOf([
      requestSeen({
        method,
        status: 401,
        refusal: { code: 'NOT_LOGGED_IN', clause: 'RFC 9110 §15.5.2' },
      }),
    ])
    return line && tell(line, 'ja').refused
  }
  expect([asked('GET'), asked('POST')]).toEqual([false, true])
})
