/** In both menus: the colours of the screen, as the device has them at first; kept, and there before the page is drawn. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectEnglish, show } from '../../test-screen.tsx'
import { ThemeSetting } from './screen.tsx'

const early = readFileSync(join(import.meta.dirname, '../../public/theme.js'), 'utf8')
const { dataset } = document.documentElement
/** The page is loaded again, as this phone. */
function load(phone: string): string | undefined {
  location.hash = `phone=${phone}`
  delete dataset['theme']
  new Function(early)()
  return dataset['theme']
}
const chosen = () => screen.getByRole('radio', { checked: true }).closest('label')?.textContent

beforeEach(() => {
  localStorage.clear()
  load('android')
})
afterEach(() => {
  location.hash = ''
  delete dataset['theme']
})

test('1-D the colours are the device’s until others are chosen, and the choice is there at once', async () => {
  const shown = show(() => <ThemeSetting />)
  expect(chosen()).toBe('端末に合わせる')
  expect(dataset['theme']).toBeUndefined()
  await shown.tick('暗い')
  expect(dataset['theme']).toBe('dark')
  await shown.tick('明るい')
  expect(dataset['theme']).toBe('light')
  await shown.tick('端末に合わせる')
  expect(dataset['theme']).toBeUndefined()
  expectEnglish(() => (
    <>
      <h1>Menu</h1>
      <ThemeSetting />
    </>
  ))
})

test('1-D a chosen colour is set before the page is drawn the next time, on this phone alone', async () => {
  await show(() => <ThemeSetting />).tick('暗い')
  expect(load('android')).toBe('dark')
  show(() => <ThemeSetting />)
  expect(chosen()).toBe('暗い')
  expect(load('iphone')).toBeUndefined()
  expect(load('android')).toBe('dark')
  await show(() => <ThemeSetting />).tick('端末に合わせる')
  expect(load('android')).toBeUndefined()
})
