/** Steps that move the sandbox's clock, and say so. The runner puts it back at the end. */
import { isOpen, nextOpening } from '@kazashi/lifecycle'
import type { World } from './world.ts'

/** Issuing takes a moment, so the last minutes of the hours are left alone. */
const lastMinutes = 10 * 60_000
const hour = 3_600_000

/** 5-A1: certificates are issued only between 8:00 and 19:30; at other times the clock moves to the next morning. */
export const byDay = (world: World): Promise<void> =>
  world.step('5-A1', '発行時間', async (step) => {
    const { sandbox } = world
    const soon = new Date(sandbox.now().getTime() + lastMinutes)
    if (!isOpen(sandbox.now()) || !isOpen(soon)) {
      const to = nextOpening(soon)
      await sandbox.moveClock({ now: to })
      step.fact('clock moved to', to.toISOString())
    }
    step.assert(isOpen(sandbox.now()), 'it is between 8:00 and 19:30 in the sandbox')
    step.fact('sandbox clock', sandbox.now().toISOString())
  })

/** The next time that it is this late in Japan, today's if that is still to come. @param time 'HH:MM:SS' */
export function nextAt(now: Date, time: string): Date {
  const date = new Date(now.getTime() + 9 * hour).toISOString().slice(0, 10)
  const today = new Date(`${date}T${time}+09:00`)
  return today > now ? today : new Date(today.getTime() + 24 * hour)
}

/** @param why reason for the move, in the words of the course */
export const moveTo = (world: World, row: string, why: string, to: Date): Promise<void> =>
  world.step(row, why, async (step) => {
    await world.sandbox.moveClock({ now: to })
    const off = Math.abs(world.sandbox.now().getTime() - to.getTime())
    step.assert(off < 60_000, 'every party of the sandbox has the new time')
    step.fact('clock moved to', to.toISOString())
  })
