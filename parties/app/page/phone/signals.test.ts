import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { give, readySignals, signalsAreOn, turnSignals, withSignal } from './signals.ts'

/** A browser's window, its storage and its sound, as far as the signals use them. */
function standIn({ silent = false } = {}) {
  const kept = new Map<string, string>()
  const felt: unknown[] = []
  const heard: number[] = []
  const touches: (() => void)[] = []
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  vi.stubGlobal('navigator', { vibrate: (pattern: unknown) => felt.push(pattern) })
  vi.stubGlobal('window', {
    addEventListener: (_name: string, touched: () => void) => touches.push(touched),
  })
  const part = () => ({ connect: () => undefined, gain: { value: 0 } })
  class Sound {
    readonly state = silent ? 'suspended' : 'running'
    readonly currentTime = 0
    readonly destination = {}
    resume = async () => undefined
    createGain = part
    createOscillator = () => ({
      ...part(),
      frequency: { value: 0 },
      start: (at: number) => heard.push(at),
      stop: () => undefined,
    })
  }
  vi.stubGlobal('AudioContext', Sound)
  return { felt, heard, touch: () => touches.splice(0).forEach((touched) => void touched()) }
}

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

test('2-C ⑦ a reading is felt and heard, success and failure differently, and after a touch only it sounds', async () => {
  const { felt, heard, touch } = standIn()
  readySignals()
  give('success')
  expect(heard).toEqual([])
  touch()
  const going = new AbortController().signal
  expect(await withSignal(going, async () => 7)).toBe(7)
  await expect(
    withSignal(going, async () => {
      throw new TypeError('away')
    }),
  ).rejects.toThrow('away')
  expect(felt).toEqual([[120], [120], [80, 90, 80, 90, 80]])
  expect(heard).toHaveLength(4)
})

test('2-C ⑦ turned off, or left by the person, nothing is felt; it is on by default', async () => {
  const { felt } = standIn()
  expect(signalsAreOn()).toBe(true)
  turnSignals(false)
  expect(signalsAreOn()).toBe(false)
  give('failure')
  turnSignals(true)
  await withSignal(AbortSignal.abort(), async () => undefined)
  expect(felt).toEqual([])
  give('failure')
  expect(felt).toHaveLength(1)
})

test('2-C ⑦ a browser without vibration, sound or storage is left in peace', () => {
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('localStorage', undefined)
  vi.stubGlobal('window', { addEventListener: (_name: string, touched: () => void) => touched() })
  turnSignals(false)
  readySignals()
  give('success')
  expect(signalsAreOn()).toBe(true)
})
