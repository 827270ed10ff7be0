/**
 * `npm run monkey -- --minutes N [--seed S] [--face android|iphone] [--actions N]`: random taps and troubles on both faces of the
 * app against a running sandbox. Exit code 1 for anything that must not happen, with the actions before it.
 */
import { phonePlatforms } from '@kazashi/lifecycle'
import { readArguments, refuseUsage } from '../arguments.ts'
import { openChromium } from '../running-app/chromium.ts'
import { startSandbox } from '../running-app/sandbox.ts'
import { letLoose } from './let-loose.ts'
import { problemLines, table } from './report.ts'

const usage = `usage: npm run monkey -- [--minutes N] [--seed S] [--face android|iphone] [--actions N]

  --minutes N   how long it presses (default: 30)
  --seed S      the same seed presses the same again; default: any, and printed
  --face FACE   android or iphone; default: both
  --actions N   end after so many

Ends with 1 for anything that must not happen, with the actions before it.`

const { values } = readArguments(usage, {
  minutes: { type: 'string', default: '30' },
  seed: { type: 'string', default: String(Math.trunc(Date.now() / 1000) % 100_000) },
  face: { type: 'string' },
  actions: { type: 'string' },
})
const faces = phonePlatforms.filter((face) => values.face === undefined || values.face === face)
const [minutes, seed] = [Number(values.minutes), Number(values.seed)]
const actions = values.actions === undefined ? Number.POSITIVE_INFINITY : Number(values.actions)
if (faces.length === 0 || ![minutes, seed].every(Number.isFinite) || Number.isNaN(actions)) {
  refuseUsage(usage, '--minutes, --seed and --actions are numbers, --face is android or iphone')
}

console.log(`seed ${seed}, ${faces.join(' and ')}, ${minutes} minutes`)
const sandbox = await startSandbox()
const chromium = await openChromium()
try {
  await sandbox.moveClock('10:00')
  const until = Date.now() + minutes * 60_000
  const results = await letLoose({
    chromium,
    sandbox,
    faces,
    seed,
    goesOn: (done) => done < actions && Date.now() < until,
  })
  for (const line of results.flatMap(problemLines)) console.error(line)
  console.log(table(results))
  process.exitCode = results.some(({ problems }) => problems.length > 0) ? 1 : 0
} finally {
  await chromium.close()
  await sandbox.stop()
}
