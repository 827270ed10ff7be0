/** A refusal of the authority (RFC 9457) as an error: programs decide by `code`, a person reads `title` and `next`. */
import { z } from 'zod'
import { phoneCodes, staffCodes } from './codes.ts'

/** The codes of the authority that this client was made for. */
export type AuthorityCode = (typeof phoneCodes)[number] | (typeof staffCodes)[number]

const known = z.enum([...phoneCodes, ...staffCodes])

const document = z.looseObject({
  code: z.string(),
  status: z.int(),
  title: z.string(),
  next: z.string(),
  detail: z.string().optional(),
})

const unreadable = 'UNREADABLE_ANSWER'

export class AuthorityProblem extends Error {
  /** UNREADABLE_ANSWER: it was no problem document; UNKNOWN_CODE: the authority is newer than this client */
  readonly code: AuthorityCode | 'UNREADABLE_ANSWER' | 'UNKNOWN_CODE'
  /** The code as received, known or not: the one a person quotes on the telephone. */
  readonly answered: string
  readonly status: number
  /** In the language asked for, Japanese by default. */
  readonly title: string
  readonly next: string
  readonly detail: string | undefined
  /** Further members, e.g. `now`. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(value: unknown, status: number) {
    const { code, title, next, detail, ...members } = document.safeParse(value).data ?? {
      code: unreadable,
      title: 'サーバーの応答を読み取れません',
      next: 'しばらくしてから、もう一度お試しください',
    }
    super(`${code}: ${title}`)
    this.name = 'AuthorityProblem'
    this.code = code === unreadable ? code : (known.safeParse(code).data ?? 'UNKNOWN_CODE')
    this.answered = code
    this.status = status
    this.title = title
    this.next = next
    this.detail = detail
    this.members = members
  }
}

interface Answer<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** @throws {AuthorityProblem} for every answer that is not a success */
export function unwrap<T>({ data, error, response }: Answer<T>): T {
  if (!response.ok || data === undefined) throw new AuthorityProblem(error, response.status)
  return data
}

/** For an answer without a body. @throws {AuthorityProblem} for every answer that is not a success */
export function refuse({ error, response }: Omit<Answer<unknown>, 'data'>): void {
  if (!response.ok) throw new AuthorityProblem(error, response.status)
}
