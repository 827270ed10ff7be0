/** RFC 6265bis §4.1.3.2: `__Host-` is Secure, without Domain, for the whole host. */
export const cookieOptions = {
  path: '/',
  httpOnly: true,
  secure: true,
  sameSite: 'strict',
} as const
