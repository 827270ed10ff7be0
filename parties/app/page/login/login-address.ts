/** The address typed or pasted in place of reading a QR code (1-B①). */

/** @returns the address of the request; undefined: no address of a login */
export function loginRequestOf(text: string): string | undefined {
  const trimmed = text.trim()
  if (!URL.canParse(trimmed)) return undefined
  const { pathname, searchParams } = new URL(trimmed)
  const request = searchParams.get('request')
  return pathname === '/login' && request !== null && URL.canParse(request) ? request : undefined
}
