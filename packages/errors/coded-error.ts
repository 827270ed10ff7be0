/** A refusal as an error: a code, and a table with the clause and a person's next step for each. Codes stay for ever. */

export interface ErrorRow {
  /** Where the rule stands. */
  readonly clause: string
  /** A person's next step: a key into texts, a sentence, or a sentence in each language. */
  readonly next: unknown
}
export type ErrorTable = Readonly<Record<string, ErrorRow>>

export type CodeOf<Table extends ErrorTable> = keyof Table & string
export type NextOf<Table extends ErrorTable> = Table[CodeOf<Table>]['next']

export interface Given {
  /** The fault this time, for developers; never a secret and never a value from one. */
  readonly detail?: string | undefined
  readonly cause?: unknown
}

export class CodedError<Table extends ErrorTable = ErrorTable> extends Error {
  readonly code: CodeOf<Table>
  readonly clause: string
  readonly next: NextOf<Table>
  readonly detail: string | undefined

  /** @param words more of the message, after code and detail */
  constructor(table: Table, code: CodeOf<Table>, given: Given, words: readonly string[] = []) {
    const { detail, cause } = given
    const message = [code, ...(detail === undefined ? [] : [detail]), ...words].join(': ')
    super(message, cause === undefined ? undefined : { cause })
    const row: ErrorRow | undefined = Object.hasOwn(table, code) ? table[code] : undefined
    if (row === undefined) throw new TypeError(`no row for the code ${code}`)
    this.code = code
    this.clause = row.clause
    this.next = row.next
    this.detail = detail
  }
}

/** `new CardError('SECRET_WRONG', { triesLeft: 2 })`; a text alone is the detail. `More` become fields of the error. */
export type ErrorClass<Table extends ErrorTable, More extends object> = new (
  code: CodeOf<Table>,
  given?: string | (Given & More),
) => CodedError<Table> & Readonly<More>

/**
 * The class of one table, to be extended under its own name: `class CardError extends errorClass('CardError', cardErrors) {}`.
 * @param name as logs show it, also where a bundler renames the class
 * @param words text of the message for further details
 */
export function errorClass<const Table extends ErrorTable, More extends object = object>(
  name: string,
  table: Table,
  words: (more: More) => readonly string[] = () => [],
): ErrorClass<Table, More> {
  class Bound extends CodedError<Table> {
    override readonly name = name
    constructor(code: CodeOf<Table>, given: string | Given = {}) {
      const { detail, cause, ...more } = typeof given === 'string' ? { detail: given } : given
      const told = Object.fromEntries(Object.entries(more).filter(([, one]) => one !== undefined))
      super(table, code, { detail, cause }, words(told as More))
      Object.assign(this, told)
    }
  }
  // The fields of `More` are assigned one by one, which no type can follow.
  return Bound as unknown as ErrorClass<Table, More>
}
