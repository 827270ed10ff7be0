import { expect, test } from 'vitest'
import { leadTexts } from './lead-texts.ts'
import {
  bannerAfter,
  hasLoggedInAfter,
  holderAfter,
  otherPhoneOf,
  phoneAddress,
  phoneNews,
} from './phones.ts'
import { holdingAt } from './street.ts'
import { texts } from './texts.ts'

test('4-B a phone is that of the person whose card began something on it, whatever card is held to it later', () => {
  const news = (condition: 'unfinished' | 'active' | 'ended' | 'nothing') => ({ condition })
  const first = { holder: undefined, news: undefined }
  expect(holderAfter(first, news('unfinished'), 'a')).toBe('a')
  const mine = { holder: 'a', news: news('active') }
  expect(holderAfter(mine, news('active'), 'b')).toBe('a')
  expect(holderAfter(mine, news('ended'), 'b')).toBe('a')
  expect(holderAfter(mine, news('nothing'), 'b')).toBeUndefined()
  // Over is over: whoever begins there next has the phone. A page that was loaded anew keeps whom it knows.
  const over = { holder: 'a', news: news('ended') }
  expect(holderAfter(over, news('ended'), 'b')).toBe('a')
  expect(holderAfter(over, news('unfinished'), 'b')).toBe('b')
  expect(holderAfter({ ...over, news: undefined }, news('unfinished'), 'b')).toBe('a')
})

test('4-A each phone of the desk has a storage of its own; the first is the app’s own window', () => {
  const open = {
    origins: { app: 'http://app.example' },
    reader: { url: 'ws://box.example/readers/r/connection?token=t' },
    language: 'en',
    pace: 'real',
  }
  const common = { reader: open.reader.url, lang: 'en', pace: 'real' }
  const of = (name: 'android' | 'android-2' | 'iphone', path?: string) => {
    const { origin, pathname, search, hash } = new URL(phoneAddress(name, open, path))
    const fragment = Object.fromEntries(new URLSearchParams(hash.slice(1)))
    return [`${origin}${pathname}${search}`, fragment]
  }
  expect(of('android')).toEqual(['http://app.example/', common])
  expect(of('android-2', holdingAt('kiosk'))).toEqual([
    'http://app.example/?open=hold&at=kiosk',
    { ...common, phone: 'android-2', platform: 'android' },
  ])
  expect(of('iphone')[1]).toEqual({ ...common, phone: 'iphone', platform: 'iphone' })
})

test('2-D③ a message that is not a phone’s is none', () => {
  expect(phoneNews({ type: 'kazashi-phone', condition: 'asleep', place: 'home' })).toBeUndefined()
  expect(phoneNews({ type: 'kazashi-qr', text: 'x' })).toBeUndefined()
  expect(phoneNews({ type: 'kazashi-phone', condition: 'ready', place: 'home' })).toEqual({
    condition: 'ready',
    place: 'home',
  })
})

test('2-D③ a push shows its banner once, and a notice that was there before the desk opened shows none', () => {
  const notice = (id: string) => ({ id, title: 't', text: 'x' })
  const news = (id?: string) => ({
    condition: 'ready' as const,
    place: 'home',
    ...(id !== undefined && { notice: notice(id) }),
  })
  const after = (before: ReturnType<typeof news> | undefined, now: ReturnType<typeof news>) =>
    bannerAfter({ news: before, banner: undefined }, now)
  expect(after(undefined, news('a'))).toBeUndefined()
  expect(after(news(), news('a'))).toEqual(notice('a'))
  expect(after(news('a'), news('a'))).toBeUndefined()
  expect(after(news('a'), news('b'))).toEqual(notice('b'))
  // The app has shown it: the banner stays until the person goes on.
  const shown = { news: news('b'), banner: notice('b') }
  expect(bannerAfter(shown, news())).toEqual(notice('b'))
  expect(bannerAfter(shown, { ...news(), place: 'register' })).toBeUndefined()
  expect(bannerAfter({ news: news(), banner: undefined }, news())).toBeUndefined()
})

test('1-B①.login 5-B3 2-F a login belongs to the credential that made it: one that is stopped or over is not usable, and a new one begins anew', () => {
  expect(hasLoggedInAfter(true, { condition: 'active' })).toBe(true)
  // A page that was loaded anew hears of the login before the phone tells.
  expect(hasLoggedInAfter(true, undefined)).toBe(true)
  const way = ['active', 'suspended', 'waiting', 'ready', 'active'] as const
  const seen: boolean[] = []
  let has = true
  for (const condition of way) {
    has = hasLoggedInAfter(has, { condition })
    seen.push(has)
  }
  expect(seen).toEqual([true, false, false, false, false])
})

test('4-A a person’s other phone is the one with their credential or application, and none that is empty or over', () => {
  const states = (condition: 'active' | 'waiting' | 'suspended' | 'ended' | 'unfinished') => ({
    android: { holder: 'a', news: { condition } },
    'android-2': { holder: undefined, news: { condition: 'nothing' as const } },
    iphone: { holder: 'a', news: undefined },
  })
  for (const condition of ['active', 'waiting', 'suspended'] as const) {
    expect(otherPhoneOf('a', 'android-2', states(condition))).toBe('android')
  }
  for (const condition of ['ended', 'unfinished'] as const) {
    expect(otherPhoneOf('a', 'android-2', states(condition))).toBeUndefined()
  }
  expect(otherPhoneOf('a', 'android', states('active'))).toBeUndefined()
  expect(otherPhoneOf('b', 'android-2', states('active'))).toBeUndefined()
  expect(otherPhoneOf(undefined, 'android', states('active'))).toBeUndefined()
})

test('3-E ended on an iPhone is called in the words of its own screens, in both languages', () => {
  const words = { ja: /失効|申請/, en: /revoked|apply/i } as const
  for (const language of ['ja', 'en'] as const) {
    expect(Object.values(texts[language].conditions.iphone).join()).not.toMatch(words[language])
    const { ended } = leadTexts[language].iphone
    expect([ended?.title?.(), ended?.hint].join()).not.toMatch(words[language])
  }
})
