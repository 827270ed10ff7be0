import { expect, test } from 'vitest'
import { loginRequestOf } from './login-address.ts'

test.each([
  [
    'http://app.kazashi.localhost:1/login?request=http%3A%2F%2Fp.localhost%2F7',
    'http://p.localhost/7',
  ],
  [' http://app.kazashi.localhost/login?request=http%3A%2F%2Fp%2F7&via=link\n', 'http://p/7'],
  ['http://app.kazashi.localhost/login', undefined],
  ['http://app.kazashi.localhost/login?request=7', undefined],
  ['http://p.localhost/7', undefined],
  ['マイナポータル', undefined],
  ['', undefined],
])('1-B① the pasted address %j leads to %j', (text, request) => {
  expect(loginRequestOf(text)).toBe(request)
})
