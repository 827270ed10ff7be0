/** A refusal of the authority (RFC 9457) as an error: programs decide by `code`, a person reads `title` and `next`. */
import { z } from 'zod'

const document = z.looseObject({
  code: z.string(),
  status: z.int(),
  title: z.string(),
  next: z.string(),
  detail: z.string().optional(),
})

export class AuthorityProblem extends Error {
  /** e.g. NONCE_EXPIRED; UNREADABLE_ANSWER when it was no problem document */
  readonly code: string
  readonly status: number
  /** In the language asked for, Japanese by default. */
  readonly title: string
  readonly next: string
  readonly detail: string | undefined
  /** Further members, e.g. `now`. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(value: unknown, status: number) {
    const { code, title, next, detail, ...members } = document.safeParse(value).data ?? {
      code: 'UNREADABLE_ANSWER',
      title: 'サーバーの応答を読み取れません',
      next: 'しばらくしてから、もう一度お試しください',
    }
    super(`${code}: ${title}`)
    this.name = 'AuthorityProblem'
    this.code = code
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
