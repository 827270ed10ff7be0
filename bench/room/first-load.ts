/** The files that must arrive before the first screen of a built page can be used: its scripts and their static imports. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Static imports of a built module; dynamic ones come later and do not count. */
const staticImports = (code: string): string[] =>
  [
    ...code.matchAll(
      /(?:^|[;}\n])\s*(?:import|export)\s*(?:[^"'();]*?\bfrom\s*)?["'](\.[^"']+)["']/g,
    ),
  ].map(([, path = '']) => path)

/** @param folder with `index.html` @returns files, and the sum of their sizes compressed by gzip at level 9, in bytes */
export function firstLoad(folder: string): {
  readonly files: readonly string[]
  readonly bytes: number
} {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const waiting = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  const files = new Set<string>()
  let bytes = 0
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue
    files.add(path)
    const code = readFileSync(join(folder, path))
    bytes += gzipSync(code, { level: 9 }).length
    const base = dirname(path)
    waiting.push(...staticImports(code.toString('utf8')).map((found) => join(base, found)))
  }
  return { files: [...files], bytes }
}
