import { expect, test } from 'vitest'
import { clockWordsEn, clockWordsJa } from './clock-words.ts'

const minute = 60_000
const hour = 60 * minute

test.each([
  [20_000, '約1分進んで', '1 minute fast'],
  [-89 * minute, '約89分遅れて', '89 minutes slow'],
  [90 * minute, '約2時間進んで', '2 hours fast'],
  [-26 * hour, '約26時間遅れて', '26 hours slow'],
  [48 * hour, '約2日進んで', '2 days fast'],
  [-6 * 365 * 24 * hour, '約2190日遅れて', '2190 days slow'],
])('1-D a clock that is %d milliseconds ahead is told as a person says it', (aheadBy, ja, en) => {
  expect(clockWordsJa(aheadBy)).toContain(ja)
  expect(clockWordsEn(aheadBy)).toContain(en)
})
