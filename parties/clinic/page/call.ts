/** The pages' requests to their own server. */
import type { z } from 'zod'

/** A refusal of the server; `code` NETWORK: it cannot be reached. */
export class Refusal {
  readonly code: string
  constructor(code: string) {
    this.code = code
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

async function send(method: Method, path: string, body?: object): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
  } catch {
    throw new Refusal('NETWORK')
  }
  if (answer.ok) return answer
  const problem: unknown = await answer.json().catch(() => undefined)
  const isProblem = typeof problem === 'object' && problem !== null && 'code' in problem
  throw new Refusal(isProblem ? String(problem.code) : 'UNEXPECTED')
}

/** @throws {Refusal} */
export async function ask<T>(
  schema: z.ZodType<T>,
  method: Method,
  path: string,
  body?: object,
): Promise<T> {
  const answer = await send(method, path, body)
  const parsed = schema.safeParse(await answer.json().catch(() => undefined))
  if (!parsed.success) throw new Refusal('UNEXPECTED')
  return parsed.data
}

/** For an answer without a body. @throws {Refusal} */
export async function tell(method: Method, path: string, body?: object): Promise<void> {
  await send(method, path, body)
}
