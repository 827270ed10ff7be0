/**
 * `npm run any-day -- [--days 2028-02-29,2030-06-15+1] [--random N] [--seed S] [--scenario NAME] [--times N] [--no-tests] [--ways]
 * [--at-once N]`: all scenarios and the authority's unit tests as if it were another day. `--days today` leaves the clock alone;
 * +1 and -1 mean a resident with a birthday the day after or before. Exit code 1 where anything failed.
 */
import { scenarios } from '../../cli/scenario/scenarios/index.ts'
import { readArguments, refuseUsage } from '../arguments.ts'
import { ensureSystemPackages } from '../system-packages.ts'
import { allDays, type Day, dayName, readDay } from './days.ts'
import { type Plan, type Result, runDay } from './one-day.ts'

const usage = `usage: npm run any-day -- [--days DAYS] [--random N] [--seed S] [--scenario NAME] [--times N] [--no-tests] [--ways] [--at-once N]

  --days DAYS      2028-02-29,2030-06-15+1,today: +1 and -1 mean a resident with a birthday the day after or before;
                   default: the edges of calendars, both sides of a birthday and --random days
  --random N       days drawn to 2040 (default: 10)
  --seed S         the same seed draws the same again; default: any, and printed
  --scenario NAME  only this one, and no tests
  --times N        each scenario so often (default: 1)
  --no-tests       scenarios alone
  --ways           the authority's ways as well
  --at-once N      days side by side (default: 2)

Ends with 1 where anything failed.`

const { values } = readArguments(usage, {
  days: { type: 'string' },
  random: { type: 'string', default: '10' },
  seed: { type: 'string', default: String(Math.trunc(Date.now() / 1000) % 100_000) },
  scenario: { type: 'string' },
  times: { type: 'string', default: '1' },
  'no-tests': { type: 'boolean', default: false },
  ways: { type: 'boolean', default: false },
  'at-once': { type: 'string', default: '2' },
})
const whole = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN)
const numbers = [values.random, values.seed, values.times, values['at-once']].map(whole)
const [random = 0, seed = 0, times = 1, atOnce = 1] = numbers
const chosen = scenarios
  .map(({ name }) => name)
  .filter((name) => values.scenario === undefined || values.scenario === name)

const refuse = (why: string): never => refuseUsage(usage, why)
if (numbers.some(Number.isNaN)) refuse('--random, --seed, --times and --at-once are whole numbers')
if (chosen.length === 0) refuse(`no scenario is called ${values.scenario}`)

/** undefined: today. */
function daysAsked(): (Day | undefined)[] {
  if (values.days === undefined) return allDays(seed, random)
  try {
    return values.days.split(',').map((text) => (text === 'today' ? undefined : readDay(text)))
  } catch (error) {
    return refuse(error instanceof RangeError ? error.message : String(error))
  }
}

const withTests = !values['no-tests'] && values.scenario === undefined
const plan: Plan = {
  scenarios: chosen,
  times,
  seed,
  units: withTests ? ['parties/authority', 'packages/lifecycle', 'packages/card/residents'] : [],
  ways: withTests && values.ways ? ['parties/authority'] : [],
}
const days = daysAsked()
const failed: Result[] = []
let count = 0
const tell = (result: Result): void => {
  const { day, what, passed, seconds, about } = result
  count += 1
  if (!passed) failed.push(result)
  const words = [
    passed ? '✓' : '✗',
    day.padEnd(12),
    what.padEnd(24),
    `${seconds.toFixed(1)} s`.padStart(8),
  ]
  console.log(`${words.join(' ')}  ${about}`)
}

if (!ensureSystemPackages()) process.exit(1)
const nameOf = (day: Day | undefined) => (day === undefined ? 'today' : dayName(day))
console.log(`seed ${seed}: ${days.map(nameOf).join(' ')}`)
const from = performance.now()
const waiting = [...days]
await Promise.all(
  Array.from({ length: Math.max(1, atOnce) }, async () => {
    while (waiting.length > 0) {
      const day = waiting.shift()
      await runDay(day, nameOf(day), plan, tell)
    }
  }),
)
const seconds = ((performance.now() - from) / 1000).toFixed(0)
console.log(`${count - failed.length} of ${count} passed on ${days.length} days in ${seconds} s`)
for (const { day, what, about } of failed) console.log(`✗ ${day} ${what} ${about}`)
process.exitCode = failed.length > 0 ? 1 : 0
