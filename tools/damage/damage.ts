/** Damages each subject many times, and looks at what its reader says of it, how long it takes, and how much room. */
import { CodedError } from '@kazashi/errors'
import { numbersOf } from './changes.ts'
import { isRight, type Subject } from './subjects.ts'

export interface DamageRow {
  readonly subject: string
  readonly times: number
  readonly refused: number
  readonly answered: number
  /** Milliseconds. */
  readonly slowest: number
}

/** Milliseconds for one answer. */
const longest = 200
/** Octets more than before. */
const mostRoom = 100 * 1024 * 1024

/**
 * @param options.times in all @param options.weighs whether time and room count as faults: not where other work shares the process (default true)
 * @returns faults: a line each
 */
export async function damageAll(
  subjects: readonly Subject[],
  {
    times,
    seed,
    weighs = true,
  }: { readonly times: number; readonly seed: number; readonly weighs?: boolean },
): Promise<{ readonly rows: DamageRow[]; readonly faults: string[] }> {
  const rows: DamageRow[] = []
  const faults: string[] = []
  for (const subject of subjects) {
    const whole = await subject.read(subject.bytes)
    const draw = numbersOf(seed)
    const each = Math.ceil(times / subjects.length)
    let [refused, answered, slowest] = [0, 0, 0]
    const before = process.memoryUsage.rss()
    for (let at = 0; at < each; at += 1) {
      const bytes = subject.damage(subject.bytes, draw)
      const { told, took } = await asked(subject, bytes)
      slowest = Math.max(slowest, took)
      const name = `${subject.name}, seed ${seed}, number ${at}`
      if (told instanceof CodedError) refused += 1
      else if (typeof told !== 'string') faults.push(`${name}: ${told}`)
      else if (isRight(subject, whole, told)) answered += 1
      else faults.push(`${name}: it says ${told.slice(0, 100)}`)
      // A machine that does something else is slow once: what is slow by itself is slow again.
      if (weighs && took > longest && (await asked(subject, bytes)).took > longest)
        faults.push(`${name}: ${Math.round(took)} ms`)
    }
    const more = process.memoryUsage.rss() - before
    if (weighs && more > mostRoom)
      faults.push(`${subject.name}: ${Math.round(more / 1024 / 1024)} MB more`)
    rows.push({
      subject: subject.name,
      times: each,
      refused,
      answered,
      slowest: Math.round(slowest),
    })
  }
  return { rows, faults }
}

async function asked(
  subject: Subject,
  bytes: Uint8Array,
): Promise<{ told: unknown; took: number }> {
  const start = performance.now()
  try {
    const told = await subject.read(bytes)
    return { told, took: performance.now() - start }
  } catch (told) {
    return { told, took: performance.now() - start }
  }
}
