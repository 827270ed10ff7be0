/** An answer that says no for good, as HTTP has it: 4xx, but not a time-out, a conflict in flight or too many requests. */
export function isRefusal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false
  const { status } = error
  return (
    typeof status === 'number' && status >= 400 && status < 500 && ![408, 425, 429].includes(status)
  )
}

/** It has no record of what was asked for (RFC 9110 §15.5.5). */
export const isNotFound = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && Reflect.get(error, 'status') === 404
