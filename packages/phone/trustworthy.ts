/** Encrypted, or never leaving this machine (Secure Contexts §3.1). */
export function isTrustworthy({ protocol, hostname }: URL): boolean {
  const local = hostname === 'localhost' || hostname.endsWith('.localhost')
  return protocol === 'https:' || (protocol === 'http:' && local)
}
