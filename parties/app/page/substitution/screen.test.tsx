import type { Substitutions } from '@kazashi/phone'
import { expect, test } from 'vitest'
import { show } from '../test-screen.tsx'
import { SubstitutionNote } from './note.tsx'

const note = (substituted?: Substitutions, language: 'ja' | 'en' = 'ja') =>
  show(() => <SubstitutionNote substituted={substituted} />, language).text()

test('1-A① the certificate’s substitute characters are named once each, and what stays as it was is said', () => {
  const both = { name: ['土', '高', '土'], address: true }
  expect(note(both)).toContain('お名前の「土」「高」は、電子証明書に書けない文字のかわり')
  expect(note(both)).toContain('住所に、')
  expect(note(both)).toContain('住民票とカードの表の文字は、変わりません')
  const address = note({ name: [], address: true })
  expect(address).toContain('住所に、')
  expect(address).not.toContain('お名前の')
  expect(note({ name: ['土'], address: false })).not.toContain('住所')
  expect(note({ name: ['土'], address: false }, 'en')).toContain('“土” replaces a character')
})

test('1-A① where nothing was substituted nothing is said', () => {
  expect(note()).not.toContain('代替文字')
})
