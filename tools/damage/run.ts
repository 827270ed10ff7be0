/** `npm run damage -- [--times N] [--seed S]`: every parser under damage that keeps the form: a typed refusal or the right answer, soon and in little room. */
import { readArguments, refuseUsage } from '../arguments.ts'
import { damageAll } from './damage.ts'
import { subjects } from './subjects.ts'

const usage = `usage: npm run damage -- [--times N] [--seed S]

  --times N  pieces of damage in all (default: 100000)
  --seed S   the same seed damages the same; default: 1

Ends with 1 for anything but a typed refusal or the right answer, for one that took over 200 ms, or over 100 MB more.`

const { values } = readArguments(usage, {
  times: { type: 'string', default: '100000' },
  seed: { type: 'string', default: '1' },
})
const [times, seed] = [Number(values.times), Number(values.seed)]
if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed))
  refuseUsage(usage, '--times and --seed are whole numbers')
const { rows, faults } = await damageAll(await subjects(), { times, seed })
console.table(rows)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
