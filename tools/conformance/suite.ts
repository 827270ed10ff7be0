/** Other people's suites: how a case is told, judged and counted. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { PathQuestion } from './question.ts'

export interface CaseResult {
  readonly id: string
  readonly agrees: boolean
  /** Ours took what the suite wants refused. */
  readonly isWrongAccept: boolean
  /** What ours said, in a few words. */
  readonly seen: string
}

export interface Suite {
  readonly name: string
  /** The clauses that it is about, and what it is. */
  readonly title: string
  /** Cases that every run has at least: a suite that shrinks is no suite. */
  readonly least: number
  /** Deliberate differences, by case: one that begins to agree must leave the list. */
  readonly exceptions: Readonly<Record<string, string>>
  /** Cases about rules that are not of this kit: asked and counted as excepted, and no wrong accepts. One that agrees must leave the list. */
  readonly notApplicable?: Readonly<Record<string, string>>
  readonly run: (folder: string) => Promise<readonly CaseResult[]>
  /** The same for other verifiers. */
  readonly questions?: (folder: string) => readonly PathQuestion[]
}

export interface Row {
  readonly suite: string
  readonly title: string
  readonly cases: number
  readonly passed: number
  readonly failed: number
  readonly excepted: number
  readonly wrongAccepts: number
  readonly exceptions: readonly { readonly id: string; readonly reason: string }[]
  /** A line each: a surprise, an exception that agrees now, one that no case has. */
  readonly faults: readonly string[]
}

/** @param folder with all suites */
export async function rowOf(suite: Suite, folder: string): Promise<Row> {
  const { name, title, notApplicable = {}, least } = suite
  const exceptions = { ...suite.exceptions, ...notApplicable }
  const results = await suite.run(folder)
  const excepted = results.filter(({ id }) => Object.hasOwn(exceptions, id))
  const surprises = results.filter(({ id, agrees }) => !agrees && !Object.hasOwn(exceptions, id))
  const ids = new Set(results.map(({ id }) => id))
  return {
    suite: name,
    title,
    cases: results.length,
    passed: results.length - excepted.length - surprises.length,
    failed: surprises.length,
    excepted: excepted.length,
    wrongAccepts: results.filter(
      ({ id, isWrongAccept }) => isWrongAccept && !Object.hasOwn(notApplicable, id),
    ).length,
    exceptions: Object.entries(exceptions).map(([id, reason]) => ({ id, reason })),
    faults: [
      ...(results.length < least ? [`${name}: ${results.length} cases, not ${least}`] : []),
      ...surprises.map(({ id, seen }) => `${name} ${id}: ${seen}`),
      ...excepted.filter(({ agrees }) => agrees).map(({ id }) => `${name} ${id}: agrees now`),
      ...Object.keys(exceptions)
        .filter((id) => !ids.has(id))
        .map((id) => `${name} ${id}: no such case`),
    ],
  }
}

/** A case that is to be taken or refused. */
export const verdict = (
  id: string,
  seen: unknown,
  shouldTake: boolean,
  took = !(seen instanceof Error),
): CaseResult => ({
  id,
  agrees: took === shouldTake,
  isWrongAccept: took && !shouldTake,
  seen: seen instanceof Error ? seen.message : 'taken',
})

export const bytesOf = (folder: string, ...path: readonly string[]): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, ...path)))

export const readJson = <T>(folder: string, file: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))

export const base64 = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64')))

/** The outcome of a step: what it gave, or its typed refusal. Anything else that is thrown ends the run. */
export { outcomeOf } from '../code-of.ts'
