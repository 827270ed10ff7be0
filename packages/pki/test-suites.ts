/** Other people's suites for tests: read where they are, and judged case by case. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type TestContext } from 'vitest'
import { z } from 'zod'

export const folder = process.env['KAZASHI_SUITES']

export const base64 = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
/** Skips where the suites are not. */
export function read<T>(ctx: TestContext, file: string, schema: z.ZodType<T>): T {
  if (folder === undefined) return ctx.skip('KAZASHI_SUITES names no folder with the suites')
  return schema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
}

/**
 * Compares every case, against the list of differences in both directions.
 * @param differences by suite and case, each with its reason: one that begins to agree must leave the list
 */
export const judgeBy =
  (differences: Readonly<Record<string, string>>) =>
  (suite: string, results: readonly { id: string; agrees: boolean; seen: string }[]): void => {
    expect(results.length).toBeGreaterThan(0)
    const name = (id: string): string => `${suite} ${id}`
    const surprises = results.filter(({ id, agrees }) => agrees === name(id) in differences)
    expect(
      surprises.map(({ id, agrees, seen }) => `${name(id)}: ${agrees ? 'agrees now' : seen}`),
    ).toEqual([])
    const listed = Object.keys(differences).filter((one) => one.startsWith(`${suite} `))
    expect(listed.filter((one) => !results.some(({ id }) => name(id) === one))).toEqual([])
  }
