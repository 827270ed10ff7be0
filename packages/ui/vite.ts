/** How each party's page is built: one bundle a party, nothing inline (content security policy), nothing from elsewhere. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'

const packages = fileURLToPath(new URL('..', import.meta.url))

/** @param folder the party's `page` folder; what is built stands in `dist` inside it */
export async function pageConfig(folder: string): Promise<InlineConfig> {
  const [{ default: react }, { default: tailwind }] = await Promise.all([
    import('@vitejs/plugin-react'),
    import('@tailwindcss/vite'),
  ])
  return {
    root: folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), tailwind()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
    },
  }
}

/** What a page is made from, as one digest: its own folder and every package a page can contain. */
function sourceDigest(folder: string): string {
  const digest = createHash('sha256')
  const lock = resolve(packages, '../package-lock.json')
  const files = [folder, packages, resolve(packages, '../parties/authority/api')].flatMap((base) =>
    globSync('**/*.{ts,tsx,css,html,svg,json,webmanifest}', {
      cwd: base,
      exclude: (name) => name === 'node_modules' || name === 'dist',
    })
      .filter((name) => !/\.test\.tsx?$/.test(name))
      .sort()
      .map((name) => join(base, name)),
  )
  for (const file of [...files, lock]) {
    digest.update(file)
    digest.update(readFileSync(file))
  }
  return digest.digest('hex')
}

/**
 * Builds a party's page unless what is there was built from the same sources.
 * @returns the folder with the built page
 */
export async function buildPage(folder: string): Promise<string> {
  const dist = join(folder, 'dist')
  const mark = join(dist, '.built-from')
  const digest = sourceDigest(folder)
  try {
    if (readFileSync(mark, 'utf8') === digest) return dist
  } catch {
    // not built yet
  }
  const { build } = await import('vite')
  await build(await pageConfig(folder))
  writeFileSync(mark, digest)
  return dist
}
