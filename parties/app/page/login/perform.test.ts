/** 1-B① what the phone does for a login that it cannot answer. */
import { createFlow } from '@kazashi/ui'
import { expect, test } from 'vitest'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import { someCertificate, someDevice } from '../test-screen.tsx'
import { performLogin } from './perform.ts'
import { loginMachine } from './table.ts'

const site = 'https://site.example'
const asked = {
  id: 'a',
  audience: site,
  relyingParty: '架空銀行',
  purpose: 'ログイン',
  nonce: 'n'.repeat(16),
  expiresAt: '2026-11-23T01:05:00.000Z',
  responseUrl: `${site}/login-requests/a/response`,
  hinderedUrl: `${site}/login-requests/a/hindered`,
}

async function openedOn(summary: Partial<PhoneSummary>, request: object = asked) {
  const told: string[] = []
  const device = await someDevice({ summary })
  const fetch: typeof globalThis.fetch = async (url, init) => {
    if (init?.method !== 'POST') return Response.json(request)
    told.push(`${String(url)} ${String(init.body)}`)
    return new Response(null, { status: 204 })
  }
  const flow = createFlow(loginMachine, performLogin({ ...device, fetch }, `${site}/a`))
  flow.send({ type: 'start' })
  await expect.poll(() => flow.state().name).toBe('refused')
  return { told, flow }
}
const suspended = { ...someCertificate('authentication'), suspended: true }

test('1-B①.refused a suspended phone says so on its own screen, and to the site whose screen waits', async () => {
  const { told, flow } = await openedOn({ name: 'suspended', certificates: [suspended] })
  expect(flow.state()).toMatchObject({ refusal: { code: 'CERTIFICATE_SUSPENDED' } })
  await expect.poll(() => told).toEqual([`${asked.hinderedUrl} {"code":"CERTIFICATE_SUSPENDED"}`])
})

test('1-B①.refused a phone whose certificates have been revoked says so too; a suspended signing certificate, where the site asks for a name', async () => {
  const ended = await openedOn({ name: 'ended' })
  await expect
    .poll(() => ended.told)
    .toEqual([`${asked.hinderedUrl} {"code":"CERTIFICATE_REVOKED"}`])
  const certificates = [
    someCertificate('authentication'),
    { ...someCertificate('signing'), suspended: true },
  ]
  const signing = await openedOn({ name: 'active', certificates }, { ...asked, claims: ['name'] })
  await expect
    .poll(() => signing.told)
    .toEqual([`${asked.hinderedUrl} {"code":"CERTIFICATE_SUSPENDED"}`])
})

test('1-B① a site that another one’s request names is told nothing', async () => {
  const foreign = { ...asked, hinderedUrl: 'https://evil.example/hindered' }
  const { told, flow } = await openedOn({ name: 'suspended', certificates: [suspended] }, foreign)
  expect(flow.state()).toMatchObject({ refusal: { code: 'CERTIFICATE_SUSPENDED' } })
  expect(told).toEqual([])
})
