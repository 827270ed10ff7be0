/**
 * `npm run screens`: a picture of every screen of the app, on contact sheets in `test-results/screens`.
 * `-- --face android|iphone`, `-- --lang ja|en`: only those; pictures of the others stay. Exit code 1, with their names, when screens were not reached.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type PhonePlatform, phonePlatforms } from '@kazashi/lifecycle'
import type { Browser } from 'playwright-core'
import { readArguments, refuseUsage } from '../arguments.ts'
import { openChromium } from '../running-app/chromium.ts'
import { type Sandbox, startSandbox } from '../running-app/sandbox.ts'
import { androidTour } from './android-tour.ts'
import { camera, type Language } from './camera.ts'
import { drawSheet, writeIndex } from './draw.ts'
import { iphoneTour } from './iphone-tour.ts'
import { androidScreens, iphoneScreens, type ListedScreen } from './list.ts'
import { type Stretch, walk } from './tour.ts'

const folder = join(import.meta.dirname, '../../test-results/screens')
const allLanguages = ['ja', 'en'] as const
const usage = `usage: npm run screens -- [--face android|iphone] [--lang ja|en]

Draws every screen of the app on contact sheets in test-results/screens; with an option only those, and pictures of the others stay.
Ends with 1, with their names, where screens were not reached.`

function chosen<T extends string>(all: readonly T[], wanted: string | undefined, option: string) {
  const found = all.filter((one) => wanted === undefined || one === wanted)
  return found.length > 0 ? found : refuseUsage(usage, `--${option} is ${all.join(' or ')}`)
}

const { values } = readArguments(usage, { face: { type: 'string' }, lang: { type: 'string' } })
const wantedFaces = chosen(phonePlatforms, values.face, 'face')
const languages: readonly Language[] = chosen(allLanguages, values.lang, 'lang')

/** Files that an earlier run has drawn of it. */
function forget(face: string, language: Language): void {
  const sheets = readdirSync(folder).filter((name) => name.startsWith(`${face}.${language}.`))
  for (const name of [...sheets, join(face, language)]) {
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

async function photograph<Name extends string>(
  face: PhonePlatform,
  list: readonly ListedScreen<Name>[],
  stretches: readonly Stretch<Name>[],
  { chromium, sandbox }: { readonly chromium: Browser; readonly sandbox: Sandbox },
): Promise<string[]> {
  for (const language of languages) forget(face, language)
  const taken = camera({ list, face, languages, folder, desk: sandbox.origin('desk') })
  const failures = await walk({ stretches, platform: face, chromium, sandbox, camera: taken })
  for (const language of languages) {
    const pictures = taken.pictures(language)
    const name = `${face}.${language}`
    const files = await drawSheet({ chromium, folder, name, pictures })
    console.log(`${files.join(', ')}: ${pictures.length} of ${list.length} screens`)
    writeIndex(folder, name, pictures)
  }
  const missing = taken
    .missing()
    .map(({ section, name }) => `${face}: not reached: ${section} ${name}`)
  return [...failures, ...missing]
}

mkdirSync(folder, { recursive: true })
const chromium = await openChromium()
const problems: string[] = []
try {
  for (const face of wantedFaces) {
    // Each has its own: a tour ends years later, and no clock goes back.
    const sandbox = await startSandbox()
    try {
      const tools = { chromium, sandbox }
      problems.push(
        ...(face === 'android'
          ? await photograph(face, androidScreens, androidTour, tools)
          : await photograph(face, iphoneScreens, iphoneTour, tools)),
      )
    } finally {
      await sandbox.stop()
    }
  }
} finally {
  await chromium.close()
}
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
