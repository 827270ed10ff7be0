/** A portal of an operating Kazashi: the machine's time, and no word of practice in what a phone signs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { originsFor } from '@kazashi/serve'
import { expect, onTestFinished, test } from 'vitest'
import { createPortal } from './index.ts'
import { newClient } from './tests/client-settings.ts'

async function asked(sandbox: boolean) {
  const pages = mkdtempSync(join(tmpdir(), 'kazashi-portal-'))
  onTestFinished(() => rmSync(pages, { recursive: true }))
  const origins = originsFor('https://{party}.kazashi.example')
  const client = newClient(origins)
  const urls: string[] = []
  const fetch = async (input: string | URL | Request) => {
    urls.push(new URL(input instanceof Request ? input.url : input).pathname)
    return Response.json({ now: new Date().toISOString(), offsetSeconds: 0 })
  }
  const portal = await createPortal({ origins, client, sandbox, pages, fetch })
  onTestFinished(() => portal.close())
  const headers = { host: 'portal.kazashi.example', origin: origins.portal }
  const made = await portal.inject({ method: 'POST', url: '/login-requests', headers })
  const url = `/login-requests/${made.json().id}`
  const { relyingParty } = (await portal.inject({ url, headers })).json()
  return { urls, relyingParty }
}

test('1-B①.login where a Kazashi operates the portal has the machine’s time and asks for no sandbox’s, and its name says nothing of practice', async () => {
  expect(await asked(false)).toEqual({ urls: [], relyingParty: 'マイナポータル' })
  const { urls, relyingParty } = await asked(true)
  expect(urls).toContain('/sandbox/clock')
  expect(relyingParty).toBe('マイナポータル（練習用）')
})
