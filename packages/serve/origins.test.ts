import { expect, test } from 'vitest'
import { hostOf, originsFor, partyOf } from './index.ts'

test('RFC 6454 §4 each party has an origin of its own, the repository plain localhost', () => {
  const origins = originsFor(8080)
  expect(origins.app).toBe('http://app.localhost:8080')
  expect(origins.repository).toBe('http://localhost:8080')
  expect(new Set(Object.values(origins)).size).toBe(6)
})

test('RFC 6454 §4 a template gives public origins, and must have the party in it', () => {
  const origins = originsFor('https://{party}.kazashi.example')
  expect(origins.repository).toBe('https://repository.kazashi.example')
  expect(hostOf(origins.box)).toBe('box.kazashi.example')
  for (const wrong of [
    'https://kazashi.example',
    'ftp://{party}.example',
    'https://x.example/{party}',
  ]) {
    expect(() => originsFor(wrong)).toThrow(TypeError)
  }
})

test('RFC 9110 §7.2 the Host header says whom a request is for', () => {
  const origins = originsFor(8080)
  expect(partyOf('PORTAL.localhost:8080', origins)).toBe('portal')
  expect(partyOf('localhost:8080', origins)).toBe('repository')
  for (const stranger of ['portal.localhost', 'portal.localhost:8081', 'evil.example', undefined]) {
    expect(partyOf(stranger, origins)).toBeUndefined()
  }
})
