// @vitest-environment happy-dom
/** Where the authority operates, nothing on a screen is practice, and what is not offered is said before anything is asked. */
import { noteSandbox } from '@kazashi/ui'
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Fault } from './faults/fault.tsx'
import { IphoneWords } from './faults/iphone-words.tsx'
import { Help } from './help/screen.tsx'
import { chooseManifest } from './installed/manifest.ts'
import IphoneAdd from './iphone-add/place.tsx'
import { Loss } from './loss/screen.tsx'
import { emptySummary } from './phone/phone-summary.ts'
import { readSettings } from './phone/settings.ts'
import { show, someDevice } from './test-screen.tsx'

beforeEach(() => noteSandbox({ sandbox: false }))
afterEach(() => {
  noteSandbox(undefined)
  vi.unstubAllGlobals()
})

const now = new Date('2026-11-24T03:00:00Z')
const help = (language: 'ja' | 'en' = 'ja') =>
  show(
    ({ frame }) => (
      <Help
        now={now}
        platform="android"
        section={undefined}
        onBack={frame.onHome}
        onLoss={frame.onHome}
      />
    ),
    language,
  )

test('1-D the numbers can be called, and neither help nor loss speaks of practice', () => {
  expect(help().text()).not.toContain('練習')
  expect(screen.getByRole('link', { name: '0120-95-0178' }).getAttribute('href')).toBe(
    'tel:0120-95-0178',
  )
  expect(help('en').text()).not.toMatch(/practice|real service/i)
  const loss = show(({ frame, go }) => (
    <Loss now={now} summary={emptySummary} frame={frame} go={go} />
  ))
  expect(loss.text()).not.toContain('練習')
})

test('3-C④ FACE_CHECK_MISSING an iPhone is told before the check list that no face can be checked yet', async () => {
  const device = { ...(await someDevice({ platform: 'iphone' })), checksFace: false }
  const shown = show(({ frame, go }) => <IphoneAdd device={device} frame={frame} go={go} />)
  expect(shown.text()).toContain('iPhoneへの追加は、まだ受け付けていません')
  expect(shown.text()).toContain('実物のマイナンバーカードは、そのまま使えます')
  expect(shown.text()).not.toContain('用意するものを確かめましょう')
  expect(shown.buttons()).toEqual(['ホームへ'])
})

test('2-C READER_MISSING an app that cannot read cards says so, and leads to no start page', () => {
  const fault = <Fault refusal={{ code: 'READER_MISSING' }} />
  for (const drawn of [fault, <IphoneWords key="iphone">{fault}</IphoneWords>]) {
    const shown = show(() => drawn)
    expect(shown.text()).toContain('このアプリは、まだカードを読み取れません')
    expect(shown.text()).not.toMatch(/練習|トップページ/)
  }
})

test('RFC 6454 §5 the settings of an operating server name no desk, whatever its configuration says', async () => {
  const origins = { authority: 'https://authority.k.example', desk: 'https://desk.k.example' }
  const given = (sandbox: boolean) =>
    vi.stubGlobal('fetch', async () => Response.json({ origins, sandbox }))
  given(false)
  expect((await readSettings()).origins).toEqual({ ...origins, desk: undefined })
  given(true)
  expect((await readSettings()).origins).toEqual(origins)
})

test('2-B 3-B the app is installed under the name of its server', () => {
  const link = document.createElement('link')
  link.rel = 'manifest'
  link.setAttribute('href', '/manifest.webmanifest')
  document.head.append(link)
  chooseManifest(true)
  expect(link.getAttribute('href')).toBe('/manifest.webmanifest')
  chooseManifest(false)
  expect(link.getAttribute('href')).toBe('/operating.webmanifest')
  link.remove()
})
