/**
 * The service worker of a page that has one (`service-worker.ts` in its folder): one classic script without a hash in its name,
 * `/service-worker.js`, with the list of the files of this very build. The page says by the same version which build it is.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { build } from 'vite'
import { licensesFile } from './page-config.ts'

export interface BuiltFile {
  /** From the root of the page, e.g. `/assets/index-x.js`. */
  readonly path: string
  readonly content: Uint8Array
}

/** Facts about the build for its worker. */
export interface ListedBuild {
  readonly version: string
  readonly files: readonly {
    readonly path: string
    /** Subresource Integrity, so that files of two builds are never mixed. */
    readonly integrity: string
  }[]
}

const workerFile = 'service-worker.js'
/** Pictures that only the system shows, when the app is put on the home screen: it fetches them itself. */
const shownBySystem = /^\/(apple-touch-icon|icon-maskable)/

const digest = (content: Uint8Array, form: 'hex' | 'base64') =>
  createHash('sha256').update(content).digest(form)

/** Everything that the page needs without a network. */
export const isKept = (path: string): boolean =>
  !path.endsWith('.map') &&
  path !== `/${workerFile}` &&
  path !== `/${licensesFile}` &&
  !shownBySystem.test(path)

/** One name for these very files. */
export const versionOf = (files: readonly BuiltFile[]): string =>
  digest(
    new TextEncoder().encode(
      files
        .map(({ path, content }) => `${path} ${digest(content, 'hex')}\n`)
        .sort()
        .join(''),
    ),
    'hex',
  ).slice(0, 16)

/** @param version of the files before the page has it */
export const listBuild = (files: readonly BuiltFile[], version: string): ListedBuild => ({
  version,
  files: files
    .filter(({ path }) => isKept(path))
    .map(({ path, content }) => ({ path, integrity: `sha256-${digest(content, 'base64')}` }))
    .sort((a, b) => a.path.localeCompare(b.path)),
})

const placeOfVersion = '<meta name="kazashi-build" content="" />'

/** @throws {TypeError} the page has no place for it */
export function tellVersion(html: string, version: string): string {
  if (!html.includes(placeOfVersion)) throw new TypeError(`index.html needs ${placeOfVersion}`)
  return html.replace(placeOfVersion, placeOfVersion.replace('""', `"${version}"`))
}

const filesIn = (folder: string): BuiltFile[] =>
  globSync('**/*.*', { cwd: folder }).map((name) => ({
    path: `/${name.split(sep).join('/')}`,
    content: readFileSync(join(folder, name)),
  }))

/** @param folder the page's sources @param out where it was built; nothing is done for a page without a worker */
export async function addServiceWorker(folder: string, out: string): Promise<void> {
  const source = join(folder, 'service-worker.ts')
  if (!existsSync(source)) return
  const version = versionOf(filesIn(out))
  const page = join(out, 'index.html')
  writeFileSync(page, tellVersion(readFileSync(page, 'utf8'), version))
  await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { kazashiBuild: JSON.stringify(listBuild(filesIn(out), version)) },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: source,
        output: { format: 'iife', entryFileNames: workerFile },
      },
    },
  })
}
