import { expect, test } from 'vitest'
import { type Asked, type Route, routeOf } from './routes.ts'

const origin = 'http://app.kazashi.localhost:8080'
const known = { origin, files: new Set(['/index.html', '/assets/a-1.js', '/icon.svg']) }
const asking = (url: string, more: Partial<Asked> = {}): Route =>
  routeOf({ method: 'GET', url, navigating: false, ...more }, known)

test('2-B the service worker answers for its own origin only, and never for a call of the authority', () => {
  for (const party of ['authority', 'portal', 'box', 'desk']) {
    for (const path of ['/', '/config.json', '/assets/a-1.js', '/icon.svg', '/notices']) {
      expect(asking(`http://${party}.kazashi.localhost:8080${path}`), party + path).toBe('leave')
      expect(asking(`http://${party}.kazashi.localhost:8080${path}`, { navigating: true })).toBe(
        'leave',
      )
    }
  }
  expect(asking('https://app.kazashi.localhost:8080/config.json')).toBe('leave')
  expect(asking('http://app.kazashi.localhost:8081/')).toBe('leave')
})

test.each([
  ['/', true, 'page'],
  ['/login?request=https%3A%2F%2Fportal.example', true, 'page'],
  ['/?open=register', true, 'page'],
  ['/icon.svg', true, 'leave'],
  ['/config.json', false, 'config'],
  ['/assets/a-1.js', false, 'asset'],
  ['/assets/of-an-older-build.js', false, 'asset'],
  ['/icon.svg', false, 'file'],
  ['/service-worker.js', false, 'leave'],
  ['/anything', false, 'leave'],
] as const)('2-B %s, shown as a page %s: %s', (path, navigating, route) => {
  expect(asking(origin + path, { navigating })).toBe(route)
})

test('2-B nothing but GET is answered', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
    expect(asking(`${origin}/config.json`, { method }), method).toBe('leave')
  }
})
