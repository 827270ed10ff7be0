/** How long a card takes to answer, as far as a person sees it: signing takes most, then comparing a secret, then the bytes on the air. */
import type { Pace } from '@kazashi/lifecycle'

/** Milliseconds at the pace of the world, by INS (ISO 7816-4 §5.4.2): PSO, VERIFY, READ BINARY. */
const times: ReadonlyMap<number | undefined, number> = new Map([
  [0x2a, 1_200],
  [0x20, 400],
  [0xb0, 120],
])
/** SELECT and all others. */
const otherwise = 80

const factors: Readonly<Record<Pace, number>> = { 'at-once': 0, real: 1, slow: 3 }

/** @param command APDU @returns milliseconds */
export const answerTime = (pace: Pace, command: Uint8Array): number =>
  factors[pace] * (times.get(command[1]) ?? otherwise)
