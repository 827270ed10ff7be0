/** How each party's page is built: one bundle a party, nothing inline (content security policy), nothing from elsewhere. */
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { InlineConfig, Plugin } from 'vite'

/** What the HTML says before any script has run, where the page's server operates: nothing of practice. */
export const operatingHtml = (html: string): string =>
  html.replaceAll('（練習用）', '').replace('"/manifest.webmanifest"', '"/operating.webmanifest"')

/** The licences of everything that is compiled into a page, beside its `index.html`: they ask to be handed on with it. */
export const licensesFile = 'licenses.md'

const operatingPage: Plugin = { name: 'kazashi-operating', transformIndexHtml: operatingHtml }

/** @param folder the party's `page` folder @param outDir folder for the built page @param operating for real residents, not a sandbox */
export const pageConfig = (folder: string, outDir: string, operating: boolean): InlineConfig => ({
  root: folder,
  configFile: false,
  logLevel: 'warn',
  plugins: [react(), tailwind(), operating && operatingPage],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: licensesFile },
    chunkSizeWarningLimit: 1000,
  },
})
