/** Where the authority operates, nothing on a screen is practice, and what is not offered is said before anything is asked. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { noteSandbox, type Texts, useTexts } from '@kazashi/ui'
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Fault } from './faults/fault.tsx'
import { IphoneWords } from './faults/iphone-words.tsx'
import { Help } from './help/screen.tsx'
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

test('2-C READER_MISSING an app that cannot read cards says so, and leads to no page with a reader', () => {
  const fault = <Fault refusal={{ code: 'READER_MISSING' }} />
  for (const drawn of [fault, <IphoneWords key="iphone">{fault}</IphoneWords>]) {
    const shown = show(() => drawn)
    expect(shown.text()).toContain('このアプリは、まだカードを読み取れません')
    expect(shown.text()).not.toMatch(/練習|読み取り口のある/)
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

/** Behind isOperating, or in a practice that an operating authority refuses (FACE_CHECK_MISSING, above). */
const notShown = [
  /^iphone-add\/face\//,
  /^(loss|help)\/texts\.ts practice$/,
  /^card\/(iphone-)?read-card\/texts\.ts onDesk$/,
]

/** All texts in a value, each with the names that lead to it. */
function textsIn(value: unknown, names: readonly string[] = []): [names: string, text: string][] {
  if (typeof value === 'function' || typeof value === 'string')
    return [[names.join('.'), String(value)]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, [...names, name]))
}

const isTexts = (value: unknown): value is Texts<unknown> =>
  typeof value === 'object' && value !== null && 'ja' in value && 'en' in value

function Told({ texts, tell }: { texts: Texts<unknown>; tell: (words: unknown) => void }) {
  tell(useTexts(texts))
  return <p>told</p>
}

function told(texts: Texts<unknown>, language: 'ja' | 'en'): unknown {
  let words: unknown
  const tell = (some: unknown) => {
    words = some
  }
  show(() => <Told texts={texts} tell={tell} />, language)
  return words
}

test('1-C② no text of any screen speaks of practice, in both languages and on both faces', async () => {
  const files = globSync('**/{texts,*-texts,*-words}.{ts,tsx}', { cwd: import.meta.dirname })
  expect(files.length).toBeGreaterThan(30)
  const found: string[] = []
  for (const file of files) {
    const module: object = await import(join(import.meta.dirname, file))
    for (const texts of Object.values(module).filter(isTexts)) {
      for (const [names, text] of [...textsIn(told(texts, 'ja')), ...textsIn(told(texts, 'en'))]) {
        const place = `${file} ${names}`
        const isShown = !notShown.some((one) => one.test(place))
        if (isShown && /練習|practice|sandbox/i.test(text)) found.push(`${place}: ${text}`)
      }
    }
  }
  expect(found).toEqual([])
})
