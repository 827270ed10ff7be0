/** Problem details for HTTP APIs (RFC 9457): the one shape in which every party refuses something. */
import { CodedError, type CodeOf, type ErrorRow } from '@kazashi/errors'
import { z } from 'zod'

/** A text in the languages the interfaces speak; residents see Japanese. */
export interface Texts {
  readonly ja: string
  readonly en: string
}

export interface ProblemEntry extends ErrorRow {
  /** HTTP status (RFC 9110 §15). */
  readonly status: number
  readonly title: Texts
  /** A person's next step. */
  readonly next: Texts
}

/** Error code → its answer over HTTP. Codes are a package's or a party's own, and stay for ever. */
export type ProblemTable = Readonly<Record<string, ProblemEntry>>

/** The document itself, for a route's `response` schemas. Other members may follow (RFC 9457 §3.2). */
export const ProblemDocument = z
  .looseObject({
    type: z.string().describe('a page that explains the code, in the same party'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('stays for ever; programs decide by it'),
    detail: z.string().optional(),
    next: z.string().describe('what a person can do now'),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type ProblemDocument = z.infer<typeof ProblemDocument>

const TextsDocument = z.strictObject({ ja: z.string(), en: z.string() })

/** What `/problems/CODE` tells. */
export const ProblemEntryDocument = z
  .strictObject({
    code: z.string(),
    status: z.int(),
    title: TextsDocument,
    next: TextsDocument.describe('what a person can do now'),
  })
  .meta({ id: 'ProblemEntry' })

export interface ProblemOptions {
  /** What happened this time; never a secret. */
  readonly detail?: string
  /** Further members of the document, e.g. `{ triesLeft: 2 }`. */
  readonly members?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/** A refusal of a party: its code, and members that the document shows. */
export class Problem<Table extends ProblemTable = ProblemTable> extends CodedError<Table> {
  readonly members: Readonly<Record<string, unknown>>

  constructor(table: Table, code: CodeOf<Table>, options: ProblemOptions) {
    super(table, code, options)
    this.members = options.members ?? {}
  }
}

/** The class of one table, to be extended under its own name: `class BoxError extends problemClass('BoxError', boxProblems) {}`. */
export function problemClass<const Table extends ProblemTable>(
  name: string,
  table: Table,
): new (
  code: CodeOf<Table>,
  options?: ProblemOptions,
) => Problem<Table> {
  return class extends Problem<Table> {
    override readonly name = name
    constructor(code: CodeOf<Table>, options: ProblemOptions = {}) {
      super(table, code, options)
    }
  }
}
