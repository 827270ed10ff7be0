/** Requests of the pages inside to the portal. Answers are checked as they come in; what is refused has a code and words. */
import type { Language } from '@kazashi/ui'
import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'

export interface Refusal {
  readonly code: string
  readonly title: string
  readonly next: string
  /** Of ANSWERS_INVALID, and others of its own. */
  readonly document: unknown
}

const problem = z.looseObject({ code: z.string(), title: z.string(), next: z.string() })

export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export interface Asking {
  readonly language: Language
  readonly method?: string
  readonly body?: object
}

/** @returns NETWORK without an answer */
export async function ask<T>(
  path: string,
  schema: z.ZodType<T>,
  { language, method = 'GET', body }: Asking,
): Promise<Asked<T>> {
  try {
    const isBytes = body instanceof Blob
    const answer = await fetch(path, {
      method,
      headers: {
        'accept-language': language,
        ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body && { body: isBytes ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const document: unknown = text === '' ? undefined : JSON.parse(text)
    if (answer.ok) return { ok: true, value: schema.parse(document) }
    const { code, title, next } = problem.parse(document)
    return { ok: false, refusal: { code, title, next, document } }
  } catch {
    return { ok: false, refusal: { code: 'NETWORK', title: '', next: '', document: undefined } }
  }
}

/** Loaded when shown; `again` loads it anew. */
export function useAsked<T>(path: string, schema: z.ZodType<T>, language: Language) {
  const [asked, setAsked] = useState<Asked<T>>()
  const load = useCallback(async () => {
    setAsked(await ask(path, schema, { language }))
  }, [path, schema, language])
  useEffect(() => {
    let isShown = true
    void ask(path, schema, { language }).then((answer) => {
      if (isShown) setAsked(answer)
    })
    return () => {
      isShown = false
    }
  }, [path, schema, language])
  return { asked, again: load, set: (value: T) => setAsked({ ok: true, value }) }
}
