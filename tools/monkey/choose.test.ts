import { expect, test } from 'vitest'
import { type Action, choices, choose, type Surroundings } from './choose.ts'
import { entryFor, phoneSecrets } from './entries.ts'
import { randomOf } from './random.ts'
import type { Control, View } from './view.ts'

const view = (controls: readonly Partial<Control>[], heading = 'なにか'): View => ({
  heading,
  alerts: [],
  controls: controls.map((control, index) => ({ index, kind: 'button', name: '次へ', ...control })),
  busy: false,
  telephone: false,
  path: '/',
})
const around: Surroundings = { online: true, held: 'none', opensOffline: false, clockSeconds: 0 }
const field = { kind: 'field', name: 'パスワード', field: 'new-pin', digits: true } as const

const weightOf = (seen: View, so: Surroundings, wanted: (action: Action) => boolean) =>
  choices(seen, so, new Set())
    .filter(({ what }) => wanted(what))
    .reduce((sum, { weight }) => sum + weight, 0)

test('the same seed chooses the same, and in time everything that there is', () => {
  const seen = view([{}, field, { kind: 'check', checked: false }, { kind: 'disclosure' }])
  const chosen = (seed: number) =>
    Array.from(
      { length: 9000 },
      (_, at) => choose(randomOf(seed, at), seen, around, new Set())?.type,
    )
  expect(chosen(1)).toEqual(chosen(1))
  expect([...new Set(chosen(1))].sort()).toEqual(
    [
      'ask-login',
      'back',
      'clock',
      'enter-key',
      'fill',
      'hold',
      'new-card',
      'offline',
      'press',
      'reload',
    ]
      .concat(['second-window', 'suspend', 'tick'])
      .sort(),
  )
})

test('a page that nothing would answer is not reloaded, and an offline phone comes back', () => {
  const seen = view([{}])
  const offline = { ...around, online: false }
  expect(weightOf(seen, offline, ({ type }) => type === 'reload')).toBe(0)
  expect(
    weightOf(seen, { ...offline, opensOffline: true }, ({ type }) => type === 'reload'),
  ).toBeGreaterThan(0)
  expect(weightOf(seen, offline, ({ type }) => type === 'online')).toBeGreaterThan(0)
})

test('a screen that asks for the card mostly gets it, and the clock stays where cards are valid', () => {
  const asked = view([{}], 'カードをスマホに当ててください')
  const holds = ({ type }: Action) => type === 'hold'
  expect(weightOf(asked, around, holds)).toBeGreaterThan(10 * weightOf(view([{}]), around, holds))
  const late = { ...around, clockSeconds: 400 * 24 * 3600 }
  const clock = choices(asked, late, new Set()).flatMap(({ what }) =>
    what.type === 'clock' ? [what.seconds] : [],
  )
  expect(clock.every((seconds) => seconds < 0)).toBe(true)
})

test('an entry is right, of the right form and wrong, or odd', () => {
  const slip = { signingPassword: 'CARD123', cardDataPin: '5839', loginCode: '47' }
  const typed = (name: string, digits: boolean, entry: 'right' | 'wrong') =>
    entryFor(randomOf(1), { field: name, digits, entry }, slip)
  expect(typed('card-data-pin', true, 'right')).toBe('5839')
  expect(typed('card-data-pin', true, 'wrong')).toBe('5840')
  expect(typed('card-signing-password', false, 'right')).toBe('CARD123')
  expect(typed('new-pin-again', true, 'right')).toBe(phoneSecrets.pin)
  expect(typed('login-code', true, 'right')).toBe('47')
  expect(typed('phone-secret', false, 'right')).toBe(phoneSecrets.password)
  expect(typed('phone-secret', false, 'wrong')).toBe('CHIGAU99')
})
