import { expect, test } from 'vitest'
import { judged, skipped } from './judge.ts'
import { html, json, junit, lineOf } from './reports.ts'

const look = {
  name: 'nonce-wrong',
  clause: 'OpenID Connect Core 1.0 §3.1.3.7',
  what: '`nonce` & co',
  expected: 'refused',
  advice: 'compare `nonce`',
} as const
const seen = {
  url: 'http://localhost:3000/callback?code=abcdefghijkl&state=mnopqrstuv',
  status: 303,
  location: '/account',
  cookies: ['session=…; HttpOnly'],
  body: '<p>in \u0001</p>{"access_token": "qwertyuiopas"}',
}
const wrong = judged(look, 'in', [seen])
const right = judged(look, 'refused', [])
const rows = [wrong, right, skipped(look, 'the site asks for no claims')]

test('OpenID Connect Core 1.0 a verdict is wrong only where something else was expected; advice comes with it', () => {
  expect(wrong).toMatchObject({ verdict: 'wrong', seen: 'in', advice: 'compare `nonce`' })
  expect(right).not.toHaveProperty('advice')
  expect(judged({ ...look, expected: 'either' }, 'in', []).verdict).toBe('right')
  expect(lineOf(wrong)).toMatch(/^× nonce-wrong +expected refused +seen in +\(compare `nonce`\)$/)
})

test('OpenID Connect Core 1.0 a page that repeats a name as markup is wrong, whoever is let in', () => {
  const body = '<p>Hello <img src=x onerror=alert(1)></p>'
  const row = judged({ ...look, expected: 'either' }, 'in', [{ ...seen, body }])
  expect(row).toMatchObject({ verdict: 'wrong', why: 'a page repeats the markup in a name' })
})

test('XML 1.0 §2.2 reports are well formed whatever a site answers, and tell no code', () => {
  const xml = junit(rows)
  expect(xml).toContain('tests="3" failures="1" skipped="1"')
  expect(xml).toContain('&lt;p&gt;in &lt;/p&gt;{&quot;access_token&quot;: &quot;qwerty…')
  expect(xml).not.toMatch(/abcdefghijkl|qwertyuiopas/)
  expect(html(rows, 'http://localhost:3000/login')).toContain('code=abcdef…&amp;state=mnopqr…')
  expect(JSON.parse(json(rows))).toMatchObject({ right: 1, wrong: 1, skipped: 1 })
})
