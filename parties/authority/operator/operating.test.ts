import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { originsFor } from '@kazashi/serve'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../../tools/code-of.ts'
import { checkFace } from '../applications/card-attributes.ts'
import { readPushSettings } from '../notices/push/settings.ts'
import { checkTokens, notePublished } from './operating.ts'
import { readRoleTokens } from './role-tokens.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-operating-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('RFC 6750 §5.2 TOKENS_PUBLISHED: a token that a sandbox has told is nobody’s secret, one of them is enough', async () => {
  const tokens = await readRoleTokens(folder)
  expect(await verdictOf(checkTokens(folder, tokens))).toBe('accepted')
  await notePublished(folder, tokens)
  expect(await codeOf(checkTokens(folder, tokens))).toBe('TOKENS_PUBLISHED')
  const others = {
    counter: 'c'.repeat(32),
    hotline: 'h'.repeat(32),
    operator: 'o'.repeat(32),
    verifier: 'v'.repeat(32),
  }
  expect(await verdictOf(checkTokens(folder, others))).toBe('accepted')
  const mixed = { ...others, hotline: tokens.hotline }
  expect(await codeOf(checkTokens(folder, mixed))).toBe('TOKENS_PUBLISHED')
  // Told later, the earlier ones stay told.
  await notePublished(folder, others)
  expect(await codeOf(checkTokens(folder, tokens))).toBe('TOKENS_PUBLISHED')
})

test('RFC 6750 §5.2 of tokens that were told only digests are kept', async () => {
  const tokens = await readRoleTokens(folder)
  await notePublished(folder, tokens)
  await notePublished(folder, tokens)
  const kept = await readFile(join(folder, 'tokens/published'), 'utf8')
  expect(kept).toMatch(/^([0-9a-f]{64}\n){4}$/)
  for (const token of Object.values(tokens)) expect(kept).not.toContain(token)
})

test('3-C④ FACE_CHECK_INVALID: a practice face is taken in a sandbox only', async () => {
  const now = new Date('2026-11-27T01:00:00Z')
  const face = (method: 'practice' | 'practice-person' | 'camera') => ({
    method,
    passedAt: now.toISOString(),
  })
  expect(verdictOf(() => checkFace(face('practice'), now, true))).toBe('accepted')
  expect(verdictOf(() => checkFace(face('camera'), now, false))).toBe('accepted')
  expect(verdictOf(() => checkFace(face('practice-person'), now, true))).toBe('accepted')
  for (const method of ['practice', 'practice-person'] as const) {
    expect(await codeOf(() => checkFace(face(method), now, false))).toBe('FACE_CHECK_INVALID')
  }
})

test('RFC 8030 §4 who operates sends no push to this machine', async () => {
  const origins = originsFor('https://{party}.kazashi.example')
  const place = { dataFolder: folder, origins }
  expect((await readPushSettings({ ...place, sandbox: false })).loopback).toBe(false)
  expect((await readPushSettings({ ...place, sandbox: true })).loopback).toBe(true)
})
