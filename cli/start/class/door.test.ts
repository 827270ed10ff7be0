import { expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { Door } from './door.ts'

const key = new Uint8Array(32).fill(7)
const opened = (at = { now: new Date('2026-11-27T01:00:00Z') }) => ({
  at,
  door: new Door({ password: 'hiragana-52', key, site: 'class.example.org', now: () => at.now }),
})
/** What the browser sends back. */
const sent = (cookie: string) => cookie.split('; ')[0]
const hour = 3_600_000

test('RFC 6265bis §4.1.3.1 who gives the password gets a session for all parties, out of reach for scripts, for twelve hours', () => {
  const { door, at } = opened()
  const cookie = door.enter('hiragana-52')
  const [, ...attributes] = cookie.split('; ')
  expect(attributes).toEqual([
    'Domain=class.example.org',
    'Path=/',
    'Max-Age=43200',
    'HttpOnly',
    'Secure',
    'SameSite=Lax',
  ])
  expect(door.knows(`a=b; ${sent(cookie)}; c=d`)).toBe(true)
  at.now = new Date(at.now.getTime() + 12 * hour)
  expect(door.knows(sent(cookie))).toBe(false)
})

test('RFC 9110 §15.5.4 no cookie, a made-up one and one of another process are no session', () => {
  const { door } = opened()
  const cookie = sent(door.enter('hiragana-52')) ?? ''
  const another = new Door({
    password: 'hiragana-52',
    key: new Uint8Array(32),
    site: 'x.y',
    now: () => new Date(0),
  })
  const later = cookie.replace(/=\d+/, (until) => `=${Number(until.slice(1)) + 1}`)
  for (const wrong of [
    undefined,
    '',
    `x${cookie}`,
    cookie.slice(0, -1),
    later,
    sent(another.enter('hiragana-52')),
  ])
    expect([wrong, door.knows(wrong)]).toEqual([wrong, false])
})

test('RFC 6585 §4 CLASS_TRIES_OVER: after ten wrong passwords in a minute even the right one waits; right ones do not count', async () => {
  const { door, at } = opened()
  for (let i = 0; i < 40; i += 1) door.enter('hiragana-52')
  for (let i = 0; i < 10; i += 1)
    expect(codeOf(() => door.enter(`wrong ${i}`))).toBe('CLASS_PASSWORD_WRONG')
  expect(codeOf(() => door.enter('hiragana-52'))).toBe('CLASS_TRIES_OVER')
  at.now = new Date(at.now.getTime() + 60_000)
  expect(door.enter('hiragana-52')).toContain('HttpOnly')
})
