/** A parent for testing.test.ts to kill: it says what it has started, and stays. */
import { startKazashi } from '../index.ts'

const { pid, dataFolder } = await startKazashi()
console.log(JSON.stringify({ pid, dataFolder }))
setInterval(() => {}, 60_000)
