/** A thread that asks pkijs: it can be ended, where an answer does not come. */
import { parentPort } from 'node:worker_threads'
import type { PathQuestion } from '../question.ts'
import { pkijs } from './pkijs.ts'

parentPort?.on('message', async (question: PathQuestion) => {
  parentPort?.postMessage(await pkijs(question))
})
