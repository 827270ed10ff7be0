/** Corrections of a secret as it is typed, before anyone judges it. */

/** Full-width to half-width, small letters to capitals, no spaces; a PIN keeps four digits. Says the first thing it changed. */
export function tidySecret(
  typed: string,
  kind: 'password' | 'pin',
): { value: string; changed?: 'capitals' | 'halfWidth' } {
  const half = typed.normalize('NFKC').replace(/\s/g, '')
  if (kind === 'pin') {
    const value = half.replace(/\D/g, '').slice(0, 4)
    return half === typed ? { value } : { value, changed: 'halfWidth' }
  }
  const value = half.toUpperCase().slice(0, 16)
  if (half !== typed.replace(/\s/g, '')) return { value, changed: 'halfWidth' }
  return value === half.slice(0, 16) ? { value } : { value, changed: 'capitals' }
}
