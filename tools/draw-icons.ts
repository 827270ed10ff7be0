/** Makes the app's icons from `icon.svg`: `node tools/draw-icons.ts`, with Debian's Chromium, whenever the drawing changes. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openChromium } from './running-app/chromium.ts'

const folder = resolve(import.meta.dirname, '../parties/app/page/public')
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
const [, drawing = ''] = /<svg[^>]*>(.*)<\/svg>/s.exec(svg) ?? []
/** The drawing within the circle that every system leaves (W3C Manifest, safe zone: 40 % of the width), on ground to the edges. */
const filled = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#0017c1"/><g transform="translate(32 32) scale(0.72) translate(-29.5 -36)">${drawing.replace(/<rect width="64"[^>]*>/, '')}</g></svg>`

const icons = [
  { name: 'icon-192.png', size: 192, from: svg },
  { name: 'icon-512.png', size: 512, from: svg },
  { name: 'icon-maskable-512.png', size: 512, from: filled },
  { name: 'apple-touch-icon.png', size: 180, from: filled },
] as const

const browser = await openChromium()
for (const { name, size, from } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${from}`,
  )
  await page.screenshot({ path: join(folder, name), omitBackground: true })
  await page.close()
}
await browser.close()
