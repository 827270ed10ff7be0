/** RFC 6265bis §4.1.3.2: `__Host-` is Secure, without Domain, for the whole host. */
export const cookieOptions = {
  path: '/',
  httpOnly: true,
  secure: true,
  // The desk, which may show the terminal in a frame, is of the same site.
  sameSite: 'lax',
  // A year, in seconds: a facility stays with its browser.
  maxAge: 365 * 24 * 3600,
} as const
