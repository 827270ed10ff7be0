/**
 * 3-C ④: what the face before the camera costs. Files that are fetched once when the camera is started, the app's first load, which has no
 * part of them, and the time from the choice of a practice person to the first direction that counts.
 */
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { faceFiles } from '@kazashi/face/files'
import { buildPage } from '@kazashi/ui/vite'
import { openHeadlessShell } from '../tools/running-app/chromium.ts'
import { agree, untilCheckList } from '../tools/running-app/iphone-steps.ts'
import { takeQuickPhone } from '../tools/running-app/quick-phone.ts'
import { startSandbox } from '../tools/running-app/sandbox.ts'
import type { Benchmark, Reference } from './report.ts'
import { firstLoad } from './room/first-load.ts'

const app = fileURLToPath(new URL('../parties/app/page', import.meta.url))
const runs = 3
const none: Reference = { name: '', runs: null }

/** Milliseconds until a practice person, chosen on a phone that has loaded nothing, has looked straight ahead. */
async function firstDirections(): Promise<number[]> {
  const sandbox = await startSandbox()
  const chromium = await openHeadlessShell()
  try {
    const { face } = await sandbox.newCard()
    const took: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const phone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
      await untilCheckList(phone)
      await agree(phone)
      await phone.press('練習用の人物を撮影する')
      await phone.see('誰を撮影しますか')
      const from = performance.now()
      await phone.press(face.name)
      await phone.page.getByText('つの動きのうち1つが終わりました').waitFor({ timeout: 0 })
      took.push(performance.now() - from)
      await phone.close()
    }
    return took
  } finally {
    await chromium.close()
    await sandbox.stop()
  }
}

export const benchmark: Benchmark = {
  name: 'face',
  description:
    'the face before the camera: its files, the first load without them, the first direction',
  async measure() {
    const sizes = [...faceFiles().values()].map((place) => statSync(place).size)
    const load = firstLoad(await buildPage(app))
    const lower = { better: 'lower' as const, peer: none, limit: none }
    return {
      metrics: [
        {
          ...lower,
          name: 'files fetched when the camera is started, at most',
          unit: 'MB',
          runs: [sizes.reduce((sum, size) => sum + size, 0) / 1e6],
          target: { of: 'unit', atLeast: 20 },
        },
        {
          ...lower,
          name: 'JavaScript before the first screen',
          unit: 'kB gzip',
          runs: [load.bytes / 1000],
          target: { of: 'unit', atLeast: 150 },
        },
        {
          ...lower,
          name: 'from the practice person to the first direction made',
          unit: 'ms',
          runs: await firstDirections(),
          target: { of: 'unit', atLeast: 10_000 },
        },
      ],
      notes: ['Chromium without a GPU, WebAssembly, files from the same machine, empty cache'],
    }
  },
}
