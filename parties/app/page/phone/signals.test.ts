import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { give, readySignals, signalsAreOn, turnSignals, withSignal } from './signals.ts'

/** A browser's window, its storage and its sound, as far as the signals use them. */
function standIn() {
  const kept = new Map<string, string>()
  const felt: unknown[] = []
  const heard: number[] = []
  const touches: (() => void)[] = []
  const speaker = { open: false, now: 0, over: (): void => undefined }
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
    readonly destination = {}
    get state() {
      return speaker.open ? 'running' : 'suspended'
    }
    get currentTime() {
      return speaker.now
    }
    resume = async () => {
      speaker.open = true
    }
    suspend = async () => {
      speaker.open = false
    }
    createGain = part
    createOscillator = () => ({
      ...part(),
      frequency: { value: 0 },
      start: (at: number) => heard.push(at),
      stop: () => undefined,
      set onended(over: () => void) {
        speaker.over = over
      },
    })
  }
  vi.stubGlobal('AudioContext', Sound)
  return {
    felt,
    heard,
    speaker,
    touch: () => touches.splice(0).forEach((touched) => void touched()),
  }
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
  await expect.poll(() => heard).toHaveLength(4)
})

test('2-C ⑦ the sound is open while it is heard, and not before or after: it would keep the processor awake', async () => {
  const { heard, speaker, touch } = standIn()
  const { give, readySignals } = await import('./signals.ts')
  readySignals()
  touch()
  expect(speaker.open).toBe(true)
  await expect.poll(() => speaker.open).toBe(false)
  give('success')
  await expect.poll(() => heard).toHaveLength(2)
  speaker.now = 0.12 // the first tone is over
  speaker.over()
  expect(speaker.open).toBe(true)
  speaker.now = 0.24
  speaker.over()
  expect(speaker.open).toBe(false)
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
