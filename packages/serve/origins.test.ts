import { expect, test } from 'vitest'
import { hostOf, originsFor, partyElsewhere, partyNames, partyOf } from './index.ts'

test('RFC 6454 §4 each party has an origin of its own, the repository plain localhost', () => {
  const origins = originsFor(8080)
  expect(origins.app).toBe('http://app.kazashi.localhost:8080')
  expect(origins.repository).toBe('http://localhost:8080')
  expect(new Set(Object.values(origins)).size).toBe(partyNames.length + 1)
})

test('RFC 6265bis §5.2 on this machine all parties are one site: one name below localhost, and a label of each before it', () => {
  const { repository, ...parties } = originsFor(8080)
  const sites = Object.values(parties).map((origin) => new URL(origin).hostname.split('.').slice(1))
  expect(new Set(sites.map((labels) => labels.join('.')))).toEqual(new Set(['kazashi.localhost']))
  expect(new URL(repository).hostname).toBe('localhost')
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
  expect(partyOf('PORTAL.kazashi.localhost:8080', origins)).toBe('portal')
  expect(partyOf('localhost:8080', origins)).toBe('repository')
  for (const stranger of [
    'portal.kazashi.localhost',
    'portal.kazashi.localhost:8081',
    'portal.localhost:8080',
    'kazashi.localhost:8080',
    'evil.example',
    undefined,
  ]) {
    expect(partyOf(stranger, origins)).toBeUndefined()
  }
})

test('RFC 9110 §15.4.9 the names of before lead to their party, and behind a proxy there are none', () => {
  const origins = originsFor(8080)
  expect(partyElsewhere('APP.localhost:8080', origins)).toBe('app')
  expect(partyElsewhere('kazashi.localhost:8080', origins)).toBe('desk')
  expect(partyElsewhere('portal.localhost', originsFor(80))).toBe('portal')
  for (const stranger of [
    'app.localhost',
    'app.localhost:8081',
    'app.kazashi.localhost:8080',
    'evil.example',
    undefined,
  ]) {
    expect(partyElsewhere(stranger, origins)).toBeUndefined()
  }
  expect(partyElsewhere('app.localhost', originsFor('https://{party}.localhost'))).toBeUndefined()
})
