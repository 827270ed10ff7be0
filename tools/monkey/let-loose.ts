/** One monkey a face, in turn, until time is up or there are enough problems. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { Browser } from 'playwright-core'
import type { Card, Sandbox } from '../running-app/sandbox.ts'
import { sandboxTime } from './hands.ts'
import { type Monkey, monkey, type Result } from './monkey.ts'
import { randomOf } from './random.ts'

/** More problems than these tell nothing new. */
const enough = 8

export async function letLoose(options: {
  readonly chromium: Browser
  readonly sandbox: Sandbox
  readonly faces: readonly PhonePlatform[]
  readonly seed: number
  /** @param done actions until now, of all faces */
  readonly goesOn: (done: number) => boolean
}): Promise<Result[]> {
  const { chromium, sandbox, faces, seed, goesOn } = options
  const time = await sandboxTime(sandbox)
  /** The first belongs to nobody here: a card that is held by mistake. */
  const cards: Card[] = [await sandbox.newCard()]
  const monkeys: Monkey[] = []
  for (const face of faces) {
    monkeys.push(await monkey({ chromium, sandbox, time, face, seed, cards }))
  }
  const problems = () => monkeys.reduce((sum, one) => sum + one.result().problems.length, 0)
  for (let done = 0; goesOn(done) && problems() < enough; done += 1) {
    await randomOf(seed, 'turn', done).one(monkeys)?.step(done)
  }
  for (const one of monkeys) await one.finish()
  return monkeys.map((one) => one.result())
}
