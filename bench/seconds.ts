/** How often something is done in a second. */

const runs = 5
/** Milliseconds of one run. */
const length = 1000

/** One value a run; a first run warms up and is not counted. */
export async function perSecond(work: () => Promise<unknown>): Promise<number[]> {
  const values: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const start = performance.now()
    let count = 0
    while (performance.now() - start < length) {
      await work()
      count += 1
    }
    if (run > 0) values.push((count / (performance.now() - start)) * 1000)
  }
  return values
}
