/**
 * `node tools/screens/places.ts [PLACE …]`: contact sheets of the places where the phone is used, in `test-results/places`. A place's screens
 * are those at which its ways in a browser look (`parties/PLACE/tests/*in-a-browser.test.ts`), so a new place is there by itself; the desk
 * is opened at its three sizes. Exit code 1 when a way failed; what it saw before is drawn all the same.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { readArguments, refuseUsage } from '../arguments.ts'
import { openChromium } from '../running-app/chromium.ts'
import { startSandbox } from '../running-app/sandbox.ts'
import { sizeOf } from './camera.ts'
import { drawSheet, writeIndex } from './draw.ts'
import { byWindow, type Picture } from './sheet.ts'

const root = resolve(import.meta.dirname, '../..')
const results = join(root, 'test-results')
const folder = join(results, 'places')
/** Their looks: Japanese in light, English in dark, and Japanese in dark at 200 % (looks.ts). */
const looks = ['ja', 'en-dark', 'ja-dark-200'] as const
const deskSizes = [
  [1280, 800],
  [1920, 1080],
  [390, 844],
] as const

/** Place → its ways in a browser; the phone and the gate's page have sheets of their own. */
const waysOf = new Map<string, string[]>()
for (const path of globSync('parties/*/tests/*in-a-browser.test.ts', { cwd: root }).toSorted()) {
  const [, place = ''] = path.split('/')
  waysOf.set(place, [...(waysOf.get(place) ?? []), path])
}
const known = ['desk', ...waysOf.keys()]

const { positionals, values } = readArguments(
  `usage: node tools/screens/places.ts [PLACE …] [--draw]

  PLACE   ${known.join(', ')}; default: all
  --draw  only the sheets, of the pictures that are there

Draws contact sheets of the places in test-results/places, of all looks at their screens.
Ends with 1 where a way did not come to its end.`,
  { draw: { type: 'boolean', default: false } },
  known.length,
)
const unknown = positionals.find((name) => !known.includes(name))
if (unknown !== undefined) refuseUsage('', `there is no place "${unknown}": ${known.join(', ')}`)
const wanted = positionals.length > 0 ? positionals : known

const pictureOf = (path: string, label: string): Picture => ({
  label,
  file: relative(folder, path),
  ...sizeOf(readFileSync(path)),
})

/** In the order of their names, which begin with a number. */
function picturesOf(place: string, look: string): Picture[] {
  const end = `.${look}.png`
  const all = existsSync(join(results, place)) ? readdirSync(join(results, place)) : []
  const names = all.filter((name) => name.endsWith(end))
  return names
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => pictureOf(join(results, place, name), name.slice(0, -end.length)))
}

async function desk(chromium: Browser): Promise<void> {
  const sandbox = await startSandbox()
  mkdirSync(join(results, 'desk'), { recursive: true })
  try {
    for (const [width, height] of deskSizes)
      for (const look of looks) {
        const [locale, colorScheme = 'light'] = look.split('-')
        const context = await chromium.newContext({
          viewport: { width, height },
          locale: locale === 'ja' ? 'ja-JP' : 'en-US',
          colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
          reducedMotion: 'reduce',
        })
        const page = await context.newPage()
        await page.goto(sandbox.origin('desk'))
        if (look.endsWith('200'))
          await page.evaluate(() => {
            document.documentElement.style.fontSize = '200%'
          })
        const phone = page.frameLocator('iframe').first()
        await phone.getByRole('button').first().waitFor()
        await page.waitForLoadState('networkidle')
        await page.screenshot({ path: join(results, 'desk', `${width}x${height}.${look}.png`) })
        await context.close()
      }
  } finally {
    await sandbox.stop()
  }
}

/** @returns whether all of them came to their end */
function walk(places: readonly string[]): boolean {
  const files = places.flatMap((place) => waysOf.get(place) ?? [])
  if (files.length === 0) return true
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'ways', ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KAZASHI_PICTURES: '1' },
  })
  return status === 0
}

if (!values.draw)
  for (const place of wanted) rmSync(join(results, place), { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const passed = values.draw || walk(wanted)
const chromium = await openChromium()
try {
  if (wanted.includes('desk') && !values.draw) await desk(chromium)
  for (const place of wanted)
    for (const look of looks) {
      const pictures = picturesOf(place, look)
      for (const { name: window, ...sheet } of byWindow(pictures)) {
        const name = `${place}.${look}.${window}`
        const files = await drawSheet({ chromium, folder, name, ...sheet })
        console.log(`${files.join(', ')}: ${sheet.pictures.length} screens`)
      }
      writeIndex(folder, `${place}.${look}`, pictures)
    }
} finally {
  await chromium.close()
}
process.exitCode = passed ? 0 : 1
