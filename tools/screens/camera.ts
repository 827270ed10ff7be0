/** Takes a listed screen's picture in each language, from the top to the end of the page, and knows which are still missing. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { speak } from '../running-app/looks.ts'
import { wholePage } from '../running-app/whole-page.ts'
import type { ListedScreen } from './list.ts'
import type { Picture } from './sheet.ts'

export type Language = 'ja' | 'en'

export interface Camera<Name extends string> {
  readonly snap: (page: Page, name: Name) => Promise<void>
  /** In the order of the list. */
  readonly pictures: (language: Language) => Picture[]
  /** Listed, and never seen. */
  readonly missing: () => ListedScreen<Name>[]
}

/** Width and height from the head of a PNG (PNG 3rd edition §11.2.1). */
export const sizeOf = (png: Buffer) => ({
  width: png.readUInt32BE(16),
  height: png.readUInt32BE(20),
})

const fileName = (at: number, name: string): string =>
  `${String(at + 1).padStart(2, '0')}-${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`

/**
 * @param folder where `FACE/LANGUAGE/` is made
 * @param desk its origin: it says which language is shown
 */
export function camera<Name extends string>(options: {
  readonly list: readonly ListedScreen<Name>[]
  readonly face: string
  readonly languages: readonly Language[]
  readonly folder: string
  readonly desk: string
}): Camera<Name> {
  const { list, face, languages, folder, desk } = options
  const taken = new Map<string, Picture>()
  const key = (name: string, language: Language) => `${language} ${name}`
  for (const language of languages) {
    mkdirSync(join(folder, face, language), { recursive: true })
  }
  return {
    snap: async (page, name) => {
      const at = list.findIndex((screen) => screen.name === name)
      for (const language of languages) {
        await speak(page, desk, language)
        const file = join(face, language, fileName(at, name))
        const png = await wholePage(page, join(folder, file))
        const label = `${list[at]?.section ?? ''}　${name}`
        taken.set(key(name, language), { label, file, ...sizeOf(png) })
      }
      await speak(page, desk, 'ja')
    },
    pictures: (language) => list.flatMap(({ name }) => taken.get(key(name, language)) ?? []),
    missing: () =>
      list.filter(({ name }) => languages.some((language) => !taken.has(key(name, language)))),
  }
}
