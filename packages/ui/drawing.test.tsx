/** The one set of drawings: each name has its file, each file can be used from outside. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Drawing, drawingNames } from './drawing.tsx'

const folder = join(import.meta.dirname, 'drawings')
test('SVG 2 §5.5 each drawing has a name, and each name its file', () => {
  const files = globSync('*.svg', { cwd: folder }).map((name) => name.replace('.svg', ''))
  expect(files.sort()).toEqual([...drawingNames])
})

test.each(drawingNames)('SVG 2 §5.5 %s is used from its file, and says nothing aloud', (name) => {
  const { container } = render(<Drawing name={name} />)
  const used = container.querySelector('use')?.getAttribute('href') ?? ''
  expect(used).toContain(`/drawings/${name}.svg`)
  expect(used).toMatch(/#drawing$/)
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  const file = readFileSync(join(folder, `${name}.svg`), 'utf8')
  expect(file).toContain('<svg id="drawing"')
  // A title would come up in English under the mouse.
  expect(file).not.toMatch(/<title|<style|<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
})
