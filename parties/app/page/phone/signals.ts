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
/** Seconds of its own clock: when the last tone is over. */
let silentFrom = 0

/** Sound that is open keeps a processor awake, and a battery busy, also while nothing is heard. */
function rest(): void {
  if (audio?.state === 'running' && audio.currentTime >= silentFrom)
    void audio.suspend().catch(() => undefined)
}

/** A browser lets a page sound only after it was touched: so the first touch opens it. */
function unlock(): void {
  try {
    audio ??= new AudioContext()
    void audio.resume().then(rest, () => undefined)
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

async function sound(signal: Signal): Promise<void> {
  if (audio === undefined) return
  await audio.resume()
  const loudness = audio.createGain()
  loudness.gain.value = volume
  loudness.connect(audio.destination)
  for (const [index, pitch] of tones[signal].entries()) {
    const tone = audio.createOscillator()
    tone.frequency.value = pitch
    tone.connect(loudness)
    const start = audio.currentTime + index * toneLength
    silentFrom = start + toneLength
    tone.onended = rest
    tone.start(start)
    tone.stop(silentFrom)
  }
}

export function give(signal: Signal): void {
  if (!signalsAreOn()) return
  try {
    navigator.vibrate?.(vibrations[signal])
    void sound(signal).catch(() => undefined)
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
