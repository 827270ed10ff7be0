/** The meaning of the authority's answer for a request, by any client. */
import type { AuthorityAnswerCode } from '../authority-codes.ts'

const memberOf = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined

const unreadable: AuthorityAnswerCode = 'UNREADABLE_ANSWER'

/** Not the authority's: the page of a proxy, or of a network that one has to sign in to. Nothing is decided by it. */
const isReadable = (error: unknown): boolean => memberOf(error, 'code') !== unreadable

/** A final refusal, as HTTP has it: 4xx, but not a time-out, a conflict in flight or too many requests. */
export function isRefusal(error: unknown): boolean {
  const status = memberOf(error, 'status')
  return (
    typeof status === 'number' &&
    status >= 400 &&
    status < 500 &&
    ![408, 425, 429].includes(status) &&
    isReadable(error)
  )
}

/** It has no record of the thing asked for (RFC 9110 §15.5.5). */
export const isNotFound = (error: unknown): boolean =>
  memberOf(error, 'status') === 404 && isReadable(error)
