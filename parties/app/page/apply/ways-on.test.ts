import { expect, test } from 'vitest'
import { texts as faults } from '../faults/texts.ts'
import { texts } from './texts.ts'
import { waysOn } from './ways-on.ts'

test.each([
  ['PERSON_HAS_A_PHONE', ['switch', 'new-phone']],
  ['SWITCH_ONLY_ANDROID', ['new-phone']],
  ['NOTHING_TO_SWITCH', ['apply']],
  ['CREDENTIAL_SUSPENDED', ['resume']],
  ['NOTHING_TO_RESUME', ['apply']],
  ['PHONE_HAS_A_PERSON', []],
] as const)(
  '5-A2 4-A an application refused with %s says so in words and leads on to %j',
  (code, ways) => {
    expect(waysOn(code)).toEqual(ways)
    for (const language of ['ja', 'en'] as const) {
      expect(faults[language].words[code].next).not.toHaveLength(0)
      for (const way of waysOn(code)) expect(texts[language].ways[way]).not.toBe('')
    }
  },
)
