/** What was typed or pasted in place of reading a QR code: the address that the code says (1-B①). */

/** @returns where the request is to be fetched; undefined: no address of a login */
export function loginRequestOf(text: string): string | undefined {
  const trimmed = text.trim()
  if (!URL.canParse(trimmed)) return undefined
  const { pathname, searchParams } = new URL(trimmed)
  const request = searchParams.get('request')
  return pathname === '/login' && request !== null && URL.canParse(request) ? request : undefined
}
