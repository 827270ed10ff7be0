/** The cookies of a site; the plugin adds them to requests and replies. */
import type {} from '@fastify/cookie'

/** RFC 6265bis §4.1.3.2: `__Host-` is Secure, without Domain, for the whole host. */
export const cookieOptions = {
  path: '/',
  httpOnly: true,
  secure: true,
  // The desk, which shows sites in a frame, is of the same site.
  sameSite: 'lax',
} as const
