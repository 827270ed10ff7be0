import { expect, test } from 'vitest'
import { sectionOfApply } from '../apply/section.ts'
import { sectionOfIphoneApply } from '../iphone-add/section.ts'
import { sectionOfPlace } from './sections.ts'
import { sectionTexts } from './texts.ts'

test('1-D help answers the section of the screen first: 2-A to 2-D by the step, 4-B and 5-B3 as a whole', () => {
  expect(sectionOfApply('new', 'check-list')).toBe('2-A')
  expect(sectionOfApply('new', 'choose')).toBe('2-C')
  expect(sectionOfApply('new', 'pin')).toBe('2-D')
  expect(sectionOfApply('switch', 'pin')).toBe('4-B')
  expect(sectionOfApply('resume', 'choose')).toBe('5-B3')
  expect(sectionOfIphoneApply['card-pin']).toBe('3-C')
  expect(sectionOfPlace['reset-secret']).toEqual({ android: '2-D', iphone: '3-D' })
})

test('1-D every section that a screen names has its words, in both languages, and none has words for nothing', () => {
  const places = Object.values(sectionOfPlace).flatMap((one) => Object.values(one ?? {}))
  const named = new Set([...places, ...Object.values(sectionOfIphoneApply), '2-A', '2-D'])
  for (const words of [sectionTexts.ja, sectionTexts.en]) {
    expect(Object.keys(words).toSorted()).toEqual([...named].toSorted())
  }
})
