import { expect, test } from 'vitest'
import { mustBeSeen, placeOfNotice, shownFor } from './notification.ts'

const message = (more: object) =>
  JSON.stringify({ id: 'a1', kind: 'revoked', title: '失効しました', text: 'アプリで', ...more })

test('2-E a notice is shown in the words of the authority, once under its id, and leads to its place', () => {
  expect(shownFor(message({ kind: 'ready-to-register' }))).toEqual({
    title: '失効しました',
    options: {
      body: 'アプリで',
      lang: 'ja',
      tag: 'a1',
      icon: '/icon-192.png',
      badge: '/icon-192.png',
      data: { open: 'register' },
    },
  })
  expect(shownFor(message({})).options.data).toEqual({ open: 'notices' })
  expect(shownFor(message({ title: 'Revoked', text: 'In the app' })).options.lang).toBe('en')
})

test.each([
  ['nothing', undefined],
  ['no JSON', 'hello'],
  ['no words', '{"id":"a1"}'],
  ['words of another type', message({ title: 5 })],
  ['null', 'null'],
])('5-A1 a push with %s is still shown, in words of our own', (_what, text) => {
  const { title, options } = shownFor(text)
  expect(title).toBe('かざし')
  expect(options.body).toContain('お知らせがあります')
  expect(options.data).toEqual({ open: 'notices' })
})

test('5-A1 a text too long for a notification is cut', () => {
  expect(shownFor(message({ text: 'あ'.repeat(5000) })).options.body).toHaveLength(300)
})

test('2-E a press leads to a place of notices only, whatever the notification says', () => {
  expect(placeOfNotice({ open: 'register' })).toBe('register')
  for (const data of [undefined, null, {}, { open: 'https://elsewhere.example' }, 'register']) {
    expect(placeOfNotice(data)).toBe('notices')
  }
})

test('5-A1 Safari has to show every push, other browsers only if no window does', () => {
  expect(mustBeSeen('https://web.push.apple.com/QK')).toBe(true)
  expect(mustBeSeen('https://fcm.googleapis.com/fcm/send/x')).toBe(false)
  expect(mustBeSeen('https://push.apple.com.example/x')).toBe(false)
  expect(mustBeSeen(undefined)).toBe(false)
})
