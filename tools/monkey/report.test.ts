import { expect, test } from 'vitest'
import type { Result } from './monkey.ts'
import { problemLines, table } from './report.ts'

const result: Result = {
  face: 'iphone',
  actions: 12,
  missed: 1,
  states: 7,
  completed: new Map([['3-D added', 2]]),
  problems: [
    { what: 'there is nothing on the screen', actions: ['tap', 'back'], screenshot: 'a.png' },
  ],
}

test('the table counts actions, states, each procedure and problems', () => {
  const lines = table([result]).split('\n')
  const count = (name: string) => lines.find((line) => line.includes(name))?.match(/(\d+) \|$/)?.[1]
  expect([count('actions'), count('states seen'), count('3-D added'), count('problems')]).toEqual([
    '12',
    '7',
    '2',
    '1',
  ])
  expect(count('2-F revoked')).toBe('0')
})

test('a problem is shown with its picture and the actions before it', () => {
  expect(problemLines(result)).toEqual([
    'iphone: there is nothing on the screen',
    '  picture: a.png',
    '  tap',
    '  back',
  ])
})
