/** Moves the sandbox's clock through the authority's API, so that a test does not depend on the time of day. */
import { localFetch } from '@kazashi/serve'
import { z } from 'zod'

const clock = z.object({ now: z.iso.datetime({ offset: true }) })
/** Japan is nine hours ahead of UTC all year; milliseconds. */
const ahead = 9 * 3_600_000

/** To the next `time` (HH:MM) in Japan; never back. @param desk its origin */
export async function moveClock(desk: string, time: string): Promise<void> {
  const url = new URL('/sandbox/clock', desk.replace('//desk.', '//authority.'))
  const { now } = clock.parse(await (await localFetch(url)).json())
  const day = new Date(Date.parse(now) + ahead).toISOString().slice(0, 10)
  const wanted = new Date(`${day}T${time}:00+09:00`)
  if (wanted.getTime() <= Date.parse(now)) wanted.setUTCDate(wanted.getUTCDate() + 1)
  const answer = await localFetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: wanted.toISOString() }),
  })
  if (!answer.ok) throw new Error(`the clock did not move: ${answer.status}`)
}
