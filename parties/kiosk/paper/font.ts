/** The one font of what a kiosk prints: for outlines, and embedded as a subset (ISO 19005-2 §6.2.11). */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'
import * as fontkit from 'fontkit'

const fontFile = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
)
let loaded: { readonly bytes: Uint8Array; readonly font: fontkit.Font } | undefined

function load() {
  if (loaded === undefined) {
    const bytes = readFileSync(fontFile)
    const font = fontkit.create(bytes)
    if (!('hasGlyphForCodePoint' in font)) throw new RangeError('a collection of fonts')
    loaded = { bytes, font }
  }
  return loaded
}

export const theFont = (): fontkit.Font => load().font

export function embedFont(document: PDFDocument): Promise<PDFFont> {
  document.registerFontkit(fontkit)
  const customName = 'KZKAAA+NotoSansJP-Regular'
  return document.embedFont(load().bytes, { subset: true, customName })
}
