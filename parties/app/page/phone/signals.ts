/**
 * Tells by sound and vibration that a card was read, or not: eyes are on the card then. Only where the browser has it and
 * the person has not turned it off; nothing here ever stops a procedure.
 */

export type Signal = 'success' | 'failure'

const key = 'kazashi-signals'

/** Milliseconds: on, off, on … */
const vibrations: Readonly<Record<Signal, number[]>> = {
  success: [120],
  failure: [80, 90, 80, 90, 80],
}
/** Hertz, one tone after the other; seconds each. */
const tones: Readonly<Record<Signal, readonly number[]>> = {
  success: [880, 1320],
  failure: [330, 220],
}
const toneLength = 0.12
const volume = 0.12

export function signalsAreOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true // the browser keeps nothing for this page
  }
}

export function turnSignals(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key)
    else localStorage.setItem(key, 'off')
  } catch {
    // for this visit only then
  }
}

let audio: AudioContext | undefined

/** A browser lets a page sound only after it was touched: so the first touch opens it. */
function unlock(): void {
  try {
    audio ??= new AudioContext()
    if (audio.state === 'suspended') void audio.resume().catch(() => undefined)
  } catch {
    // no sound in this browser
  }
}

/** To be called where a procedure with a card begins. */
export function readySignals(): void {
  for (const touch of ['pointerup', 'keyup']) {
    window.addEventListener(touch, unlock, { once: true, passive: true })
  }
}

function sound(signal: Signal): void {
  if (audio?.state !== 'running') return
  const loudness = audio.createGain()
  loudness.gain.value = volume
  loudness.connect(audio.destination)
  tones[signal].forEach((pitch, index) => {
    if (audio === undefined) return
    const tone = audio.createOscillator()
    tone.frequency.value = pitch
    tone.connect(loudness)
    const start = audio.currentTime + index * toneLength
    tone.start(start)
    tone.stop(start + toneLength)
  })
}

export function give(signal: Signal): void {
  if (!signalsAreOn()) return
  try {
    navigator.vibrate?.(vibrations[signal])
    sound(signal)
  } catch {
    // the screen says the same
  }
}

/** Gives the signal for the outcome of `work` with the card, unless the person has left it. */
export async function withSignal<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    const done = await work()
    if (!signal.aborted) give('success')
    return done
  } catch (thrown) {
    if (!signal.aborted) give('failure')
    throw thrown
  }
}
