/** Screens of the kiosk in a window of happy-dom: what is left behind, how long there still is, and the words of each refusal. */
import { type Flow, LanguageProvider } from '@kazashi/ui'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { KioskEvent, KioskState } from './kiosk.ts'
import { refusalTexts } from './refusal-texts.ts'
import { type RefusalCode, refusalOf } from './refusals.ts'
import { Kiosk } from './screen.tsx'

const papers = {
  papers: [{ number: '2026-13113-000001', url: '/visit/papers/2026-13113-000001' }],
  receipt: '/visit/receipt',
  change: 300,
  pieces: [100, 100, 100],
}
const challenge = {
  audience: 'http://kiosk.test',
  relyingParty: 'キオスク',
  purpose: '証明書の交付',
  nonce: 'n',
  code: '07',
  now: '2026-11-28T03:00:00.000Z',
}
const holding: KioskState = { name: 'holding', carrier: 'iphone', challenge }

/** @returns what the screen tells the visit */
function show(state: KioskState): KioskEvent[] {
  cleanup()
  const sent: KioskEvent[] = []
  const flow: Flow<KioskState, KioskEvent> = {
    state: () => state,
    send: (event) => sent.push(event),
    subscribe: () => () => undefined,
    close: () => undefined,
  }
  render(
    <LanguageProvider first="ja">
      <Kiosk flow={flow} />
    </LanguageProvider>,
  )
  return sent
}
const pass = (seconds: number) => {
  for (let second = 0; second < seconds; second += 1) act(() => vi.advanceTimersByTime(1000))
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('1-B③ the seconds that are left are seen while something is to be held, and a press begins them anew', () => {
  const sent = show(holding)
  expect(screen.getByRole('timer').textContent).toBe('のこり 80秒')
  pass(30)
  expect(screen.getByRole('timer').textContent).toBe('のこり 50秒')
  fireEvent.pointerDown(document.body)
  expect(screen.getByRole('timer').textContent).toBe('のこり 80秒')
  expect(sent).toEqual([])
})

test('1-B③ WCAG 2.2.1 who presses nothing is warned, and goes on with one press; otherwise the visit ends', () => {
  const sent = show(holding)
  pass(60)
  expect(screen.getByRole('alert').textContent).toContain('まだお使いですか')
  fireEvent.click(screen.getByRole('button', { name: '続ける' }))
  expect(screen.queryByRole('alert')).toBeNull()
  pass(79)
  expect(sent).toEqual([])
  pass(1)
  expect(sent).toEqual([{ type: 'stop', why: 'idle' }])
})

test('1-B③ an iPhone that lies there is not to be forgotten, and alarmed about when it was; the receipt is there to be seen', () => {
  const taking = { name: 'taking', carrier: 'iphone', papers, left: false } as const
  show({ ...taking, lying: true })
  expect(screen.getByText('iPhoneを忘れないでください')).not.toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
  show({ ...taking, lying: true, left: true })
  expect(screen.getByRole('alert').textContent).toContain('iPhoneが、読み取り部に残っています')
  const sent = show({ ...taking, lying: false })
  expect(screen.getByRole('link', { name: /領収書/ }).getAttribute('href')).toBe('/visit/receipt')
  pass(20)
  expect(sent).toContainEqual({ type: 'left-behind' })
})

test('1-B③ each refusal has its own words and its way back to the first screen', () => {
  const codes: readonly RefusalCode[] = [
    'SECRET_BLOCKED',
    'NO_READER',
    'CERTIFICATE_SUSPENDED',
    'CERTIFICATE_REVOKED',
    'CERTIFICATE_EXPIRED',
    'MUNICIPALITY_ABSENT',
    'KIOSK_CLOSED',
  ]
  for (const code of codes) {
    expect(refusalOf(code)).toBe(code)
    const sent = show({ name: 'refused', code, returned: 0 })
    const words = refusalTexts.ja[code]
    expect(screen.getByRole('alert').textContent).toContain(words.what)
    for (const next of words.next) expect(document.body.textContent).toContain(next)
    fireEvent.click(screen.getByRole('button', { name: '最初の画面へ' }))
    expect(sent).toEqual([{ type: 'look' }])
  }
})
