import { expect, test } from 'vitest'
import { type Metric, median, quantile, reportOf, rowOf, table } from './report.ts'

const metric: Metric = {
  name: 'commands',
  unit: 'APDU/s',
  better: 'higher',
  runs: [90, 110, 100],
  peer: { name: 'other', runs: [50, 50] },
  limit: { name: 'wire', runs: [200] },
  target: { of: 'peer', atLeast: 1 },
}

test('bench: a row has median, spread and both ratios, whichever way is better', () => {
  expect(rowOf(metric)).toMatchObject({
    value: 100,
    spread: [90, 110],
    runs: 3,
    ofPeer: 2,
    ofLimit: 0.5,
    met: true,
  })
  const lower: Metric = { ...metric, better: 'lower', unit: 'APDU' }
  expect(rowOf(lower)).toMatchObject({ ofPeer: 0.5, ofLimit: 2, met: false })
  expect(rowOf({ ...lower, target: { of: 'unit', atLeast: 100 } }).met).toBe(true)
  expect(rowOf({ ...lower, target: { of: 'unit', atLeast: 99 } }).met).toBe(false)
})

test('bench: the target of a metric that could not be measured is neither met nor missed', () => {
  const row = rowOf({ ...metric, runs: null, peer: { name: 'not here', runs: null } })
  expect(row).toMatchObject({ value: null, spread: null, ofPeer: null, ofLimit: null, met: null })
  expect(rowOf({ ...metric, peer: { name: 'not here', runs: null } }).met).toBeNull()
})

test('bench: the least value that half, or nearly all, of the values do not exceed', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2)
  expect(quantile([4, 1, 3, 2], 0.99)).toBe(4)
  expect(quantile([], 0.5)).toBeNaN()
})

test('bench: the median of an even number of runs is the mean of the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('bench: the table names each metric once, with its notes below', () => {
  const benchmark = {
    name: 'x',
    description: 'y',
    measure: async () => ({ metrics: [], notes: [] }),
  }
  const measured = { metrics: [metric], notes: ['said plainly'] }
  const text = table(reportOf(benchmark, measured, new Date('2026-11-23T00:00:00Z')))
  expect(text).toContain('commands  100 APDU/s  (90…110, n=3)  50 other  200 wire')
  expect(text.endsWith('- said plainly')).toBe(true)
})
