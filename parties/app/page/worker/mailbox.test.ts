import { expect, test } from 'vitest'
import { databaseName } from '../phone/platform.ts'
import { fragmentOf, keepsPages, scopeOf } from './mailbox.ts'

const origin = 'http://app.kazashi.localhost:8080'
const there = (fragment: string) => origin + scopeOf(databaseName(new URLSearchParams(fragment)))

test('5-A1 each phone of a browser has a mailbox of its own, and a push leads back to that very phone', () => {
  expect(fragmentOf(there(''))).toBe('')
  expect(fragmentOf(there('phone=iphone&platform=iphone'))).toBe('#phone=iphone')
  expect(there('phone=iphone')).not.toBe(there('phone=other'))
  expect(fragmentOf(`${origin}/phones/NO/`)).toBe('')
})

test('2-B only the worker of the whole origin keeps pages', () => {
  expect(keepsPages(there(''))).toBe(true)
  expect(keepsPages(there('phone=iphone'))).toBe(false)
})
