/** Builds one page: `node build-page.ts FOLDER OUT [operating]`. Run by vite.ts. */
import { build } from 'vite'
import { pageConfig } from './page-config.ts'
import { addServiceWorker } from './service-worker-build.ts'

const [folder, out, purpose] = process.argv.slice(2)
if (folder === undefined || out === undefined)
  throw new TypeError('build-page.ts FOLDER OUT [operating]')
await build(pageConfig(folder, out, purpose === 'operating'))
await addServiceWorker(folder, out)
