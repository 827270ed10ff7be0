import { CardError } from '@kazashi/card'
import { afterEach, expect, test, vi } from 'vitest'
import { reportError } from './report-error.ts'
import { StartError } from './start/start-error.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

function reported(error: unknown): string[] {
  const lines: string[] = []
  vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(String(line)))
  reportError(error)
  return lines
}

test('exit codes: a typed error is printed with its code and next step in words, and ends with 1', () => {
  const lines = reported(new CardError('SECRET_WRONG', { triesLeft: 2 }))
  expect(lines[0]).toMatch(/^SECRET_WRONG: .*2 tries left/)
  expect(lines[1]).toMatch(/^Next: try again with the right value/)
  expect(process.exitCode).toBe(1)
})

test('exit codes: an error whose next step is in words keeps them', () => {
  expect(reported(new StartError('PORT_IN_USE', 'port 8080'))).toEqual([
    'PORT_IN_USE: port 8080',
    expect.stringContaining('--port'),
  ])
})

test('exit codes: an error of no table is printed whole, for the developers', () => {
  expect(reported(new TypeError('oh'))[0]).toContain('oh')
  expect(process.exitCode).toBe(1)
})
