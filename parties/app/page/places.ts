/** The table of procedures: each is loaded when it is opened, so that the first screen does not wait for it. */
import type { PlaceLoader } from './place.ts'
import type { PlaceName } from './place-name.ts'

export const places: { readonly [Name in PlaceName]?: PlaceLoader } = {
  notices: () => import('./notices/place.tsx'),
  install: () => import('./install/place.tsx'),
  apply: () => import('./apply/place.tsx'),
  switch: () => import('./apply/switch-place.tsx'),
  resume: () => import('./apply/resume-place.tsx'),
  register: () => import('./register/place.tsx'),
  withdraw: () => import('./withdraw/place.tsx'),
  login: () => import('./login/place.tsx'),
  hold: () => import('./hold/place.tsx'),
  present: () => import('./present/place.tsx'),
  revoke: () => import('./revoke/place.tsx'),
  'reset-secret': () => import('./reset-secret/place.tsx'),
  'reset-phone': () => import('./reset-phone/place.tsx'),
  biometrics: () => import('./biometrics/place.tsx'),
}

/** On an iPhone these come first. */
export const iphonePlaces: { readonly [Name in PlaceName]?: PlaceLoader } = {
  home: () => import('./iphone-home/place.tsx'),
  menu: () => import('./iphone-menu/place.tsx'),
  'iphone-add': () => import('./iphone-add/place.tsx'),
  resume: () => import('./iphone-add/place.tsx'),
  'iphone-card': () => import('./iphone-delete/place.tsx'),
  'delete-other': () => import('./iphone-delete-other/place.tsx'),
  login: () => import('./login/iphone-place.tsx'),
  present: () => import('./present/iphone-place.tsx'),
  shown: () => import('./shown/place.tsx'),
}
