/** The places there are in the app. */

export const placeNames = [
  'home',
  'menu',
  'status',
  'notices',
  'help',
  'loss',
  'new-phone',
  'install',
  'apply',
  'switch',
  'resume',
  'register',
  'withdraw',
  'login',
  'hold',
  'present',
  'revoke',
  'reset-secret',
  'biometrics',
  'reset-phone',
  // iPhone only
  'iphone-add',
  'iphone-card',
  'delete-other',
  'shown',
] as const
export type PlaceName = (typeof placeNames)[number]
export const isPlaceName = (value: unknown): value is PlaceName =>
  placeNames.some((name) => name === value)

/** @param how goes-on: what was begun there goes on; else the place begins at its first screen */
export type Go = (place: PlaceName, how?: 'goes-on') => void
