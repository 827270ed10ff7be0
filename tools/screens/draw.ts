/** Draws contact sheets out of pictures, and the page that shows them all. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { type Layout, layOut, type Part, type Picture, type Placed } from './sheet.ts'

/** Height of the phone's window: anything below has to be scrolled to. */
const fold = 844

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function cell(
  { label, file, width, height, x, y, shownWidth, shownHeight }: Placed,
  isPhone: boolean,
): string {
  const line = Math.round((fold * shownWidth) / width)
  const foldLine = isPhone && height > fold ? `<i style="top:${44 + line}px"></i>` : ''
  return `<div style="left:${x}px;top:${y}px;width:${shownWidth}px"><b>${escaped(label)}</b><img alt="" src="${escaped(encodeURI(file))}" width="${shownWidth}" height="${shownHeight}">${foldLine}</div>`
}

const sheetPage = (title: string, { width, height, placed }: Part, isPhone: boolean): string =>
  `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><style>
body{margin:0;position:relative;width:${width}px;height:${height}px;background:#c9ccd3;font:15px/1.3 sans-serif}
div{position:absolute}b{display:flex;height:44px;align-items:end;padding-bottom:4px;box-sizing:border-box}
img{display:block}i{position:absolute;left:0;right:0;border-top:2px dashed #ec0000}
</style>${placed.map((one) => cell(one, isPhone)).join('')}`

/** @returns the files written, in `folder`: `NAME.png`, or `NAME.1.png`, `NAME.2.png`, … */
export async function drawSheet(options: {
  readonly chromium: Browser
  readonly folder: string
  readonly name: string
  readonly pictures: readonly Picture[]
  /** Default that of the phone's screens. */
  readonly layout?: Layout
}): Promise<string[]> {
  const { chromium, folder, name, pictures, layout } = options
  const parts = layOut(pictures, layout)
  const page = await chromium.newPage()
  const source = join(folder, `${name}.html`)
  const files: string[] = []
  for (const [index, part] of parts.entries()) {
    const file = parts.length === 1 ? `${name}.png` : `${name}.${index + 1}.png`
    writeFileSync(source, sheetPage(file, part, layout === undefined))
    await page.setViewportSize({ width: part.width, height: part.height })
    await page.goto(pathToFileURL(source).href)
    await page.screenshot({ path: join(folder, file) })
    files.push(file)
  }
  rmSync(source, { force: true })
  await page.close()
  return files
}

/** The page that shows all pictures: `NAME.html`. */
export function writeIndex(folder: string, name: string, pictures: readonly Picture[]): void {
  const figures = pictures.map(
    ({ label, file }) =>
      `<figure><figcaption>${escaped(label)}</figcaption><a href="${escaped(encodeURI(file))}"><img loading="lazy" alt="" src="${escaped(encodeURI(file))}" width="300"></a></figure>`,
  )
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><style>
body{font:16px/1.4 sans-serif;background:#c9ccd3;margin:20px}section{display:flex;flex-wrap:wrap;gap:20px}figure{margin:0;width:300px}
</style><h1>${name}</h1><section>${figures.join('')}</section></html>`,
  )
}
