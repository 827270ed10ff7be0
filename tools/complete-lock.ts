/**
 * `node tools/complete-lock.ts`, after npm install: writes the builds for other platforms back into package-lock.json. On a registry
 * that lacks some of them npm leaves them out, and npm ci then refuses the file, or a Mac misses its build.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const Entry = z.looseObject({
  dev: z.boolean().optional(),
  license: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const Lock = z.looseObject({ packages: z.record(z.string(), Entry) })

const systems = { darwin: 'darwin', macos: 'darwin', win32: 'win32', windows: 'win32' }
const processors = { aarch64: 'arm64', x86_64: 'x64', x86: 'ia32', armv7: 'arm' }
const known = (names: Readonly<Record<string, string>>, word: string): string => names[word] ?? word

/** The machines a build runs on, from its name: `@a/b-linux-arm64-musl` → linux, arm64, musl. */
export function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] } {
  const words =
    /(android|darwin|macos|freebsd|linux|win32|windows|openharmony|wasm32)-(\w+)(?:-(\w+))?/
  const [, system = '', processor = '', rest = ''] = words.exec(name) ?? []
  if (system === 'wasm32') return { os: [], cpu: ['wasm32'] }
  const place = { os: [known(systems, system)], cpu: [known(processors, processor)] }
  if (rest.startsWith('musl')) return { ...place, libc: ['musl'] }
  return system === 'linux' && rest.startsWith('gnu') ? { ...place, libc: ['glibc'] } : place
}

/** @returns how many entries were missing, and the lock file's text with them */
export function completeLock(text: string): { added: string[]; text: string } {
  const lock = Lock.parse(JSON.parse(text))
  const locked = new Set(
    Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)),
  )
  const added: string[] = []
  for (const { optionalDependencies = {}, dev, license } of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (locked.has(name)) continue
      const { os, ...place } = platformOf(name)
      lock.packages[`node_modules/${name}`] = {
        version,
        ...place,
        ...(dev && { dev }),
        ...(license && { license }),
        optional: true,
        ...(os.length > 0 && { os }),
      }
      added.push(name)
    }
  }
  if (added.length === 0) return { added, text }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  )
  return { added, text: `${JSON.stringify(lock, null, 2)}\n` }
}

if (import.meta.main) {
  const path = resolve(import.meta.dirname, '../package-lock.json')
  const { added, text } = completeLock(readFileSync(path, 'utf8'))
  if (added.length > 0) writeFileSync(path, text)
  console.log(added.length === 0 ? 'nothing is missing' : `added ${added.join(', ')}`)
}
