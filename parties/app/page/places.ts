/** The table of procedures: each is loaded when it is opened, so that the first screen does not wait for it. */
import type { PlaceLoader } from './place.ts'
import type { PlaceName } from './place-name.ts'

export const places: { readonly [Name in PlaceName]?: PlaceLoader } = {
  notices: () => import('./screens/notices/place.tsx'),
  install: () => import('./screens/install/place.tsx'),
  apply: () => import('./screens/apply-place.tsx'),
  switch: () => import('./screens/switch-place.tsx'),
  resume: () => import('./screens/resume-place.tsx'),
  register: () => import('./screens/register/place.tsx'),
  withdraw: () => import('./screens/withdraw/place.tsx'),
  login: () => import('./screens/login/place.tsx'),
  revoke: () => import('./screens/revoke/place.tsx'),
  'reset-secret': () => import('./screens/reset-secret/place.tsx'),
  'reset-phone': () => import('./screens/reset-phone/place.tsx'),
  biometrics: () => import('./screens/biometrics/place.tsx'),
}

/** On an iPhone these come first. */
export const iphonePlaces: { readonly [Name in PlaceName]?: PlaceLoader } = {
  home: () => import('./screens/iphone-home/place.tsx'),
  menu: () => import('./screens/iphone-menu/place.tsx'),
  'iphone-add': () => import('./screens/iphone-add/place.tsx'),
  resume: () => import('./screens/iphone-add/place.tsx'),
  'iphone-card': () => import('./screens/iphone-card/place.tsx'),
  'delete-other': () => import('./screens/iphone-delete-other/place.tsx'),
  login: () => import('./screens/iphone-login/place.tsx'),
}
