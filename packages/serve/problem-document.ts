/** A code of a table as a problem document (RFC 9457), in the language that the caller asks for (RFC 9110 §12.5.4). */
import type { ProblemDocument, ProblemEntry, Texts } from './problem.ts'

export type Language = keyof Texts

/** Japanese unless `acceptLanguage` names English first. @param acceptLanguage the header's value */
export function languageIn(acceptLanguage: string | undefined): Language {
  const named = /\b(ja|en)\b/i.exec(acceptLanguage ?? '')
  return named?.[1]?.toLowerCase() === 'en' ? 'en' : 'ja'
}

export interface Occurrence {
  /** Of the party that explains the code at `/problems/CODE`; undefined: none can yet, and the type is `about:blank`. */
  readonly origin: string | undefined
  readonly language: Language
  readonly detail?: string | undefined
  readonly requestId?: string
  readonly members?: Readonly<Record<string, unknown>>
}

export function documentOf(
  code: string,
  entry: ProblemEntry,
  { origin, language, detail, requestId, members }: Occurrence,
): ProblemDocument {
  return {
    ...members,
    type: origin === undefined ? 'about:blank' : `${origin}/problems/${code}`,
    title: entry.title[language],
    status: entry.status,
    code,
    ...(detail !== undefined && { detail }),
    next: entry.next[language],
    ...(requestId !== undefined && { requestId }),
  }
}
