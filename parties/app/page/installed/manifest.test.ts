import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../public')
const manifest = z
  .object({
    name: z.string(),
    short_name: z.literal('かざし'),
    lang: z.literal('ja'),
    id: z.literal('/'),
    start_url: z.literal('/'),
    scope: z.literal('/'),
    display: z.literal('standalone'),
    theme_color: z.string(),
    background_color: z.literal('#ffffff'),
    icons: z.array(
      z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string() }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8')))

/** Width and height stand in the first chunk (PNG, ISO/IEC 15948 §11.2.2). */
function sizeOf(name: string): string {
  const png = readFileSync(join(folder, name))
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
}

test('2-B 3-B the manifest describes the app on a home screen, with pictures of the sizes it names', () => {
  expect(manifest.name).toContain('練習用')
  const pictures = manifest.icons.filter(({ type }) => type === 'image/png')
  for (const { src, sizes } of pictures) expect(sizeOf(src), src).toBe(sizes)
  const kinds = pictures.map(({ sizes, purpose }) => `${sizes} ${purpose}`)
  expect(kinds).toEqual(['192x192 any', '512x512 any', '512x512 maskable'])
  expect(sizeOf('apple-touch-icon.png')).toBe('180x180')
})

test('2-B its colour is the accent of the design tokens', () => {
  const tokens = createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens')
  const css = readFileSync(join(tokens, '../tokens.css'), 'utf8')
  expect(css).toContain(`--color-primitive-blue-900: ${manifest.theme_color}`)
})

test('2-B 3-B where the authority operates the manifest is the same, but for the name and what it is for', () => {
  const told = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { name, description, ...others } = told('operating.webmanifest')
  const { name: _name, description: _description, ...same } = told('manifest.webmanifest')
  expect(others).toEqual(same)
  expect(name + description).not.toContain('練習')
})
