import { expect, test } from 'vitest'
import { originsAt } from './origins-at.ts'

test.each([
  'http://localhost:8080',
  'http://127.0.0.1:8080/x',
  'http://[::1]:8080',
  'http://desk.kazashi.localhost:8080/',
  'http://authority.localhost:8080',
])('kazashi --server: %s means the parties on this machine', (server) => {
  expect(originsAt(server)?.authority).toBe('http://authority.kazashi.localhost:8080')
})

test('kazashi --server: a template gives the parties, another address none', () => {
  expect(originsAt('http://localhost')?.desk).toBe('http://desk.kazashi.localhost')
  expect(originsAt('https://{party}.k.example')?.box).toBe('https://box.k.example')
  for (const other of [
    'https://k.example',
    'https://localhost:8080',
    'http://evillocalhost',
    'k',
    '{party}',
  ])
    expect(originsAt(other), other).toBeUndefined()
})
