/** Through every screen of an Android phone, stretch by stretch. A new screen: a line in list.ts, a `snap` in its stretch. */
import {
  afterHours,
  applyAndRegister,
  cardTroubles,
  leftHalfDone,
  readWithoutNetwork,
  registrationRefused,
  withdraw,
} from './android-apply.ts'
import { firstLook, notSupported, withoutNetwork } from './android-before.ts'
import { lostAndFound, newAuthority, newPhone, twoWindows, validityEnds } from './android-change.ts'
import { login, resetSecret, revoke, revokeAtLast } from './android-using.ts'
import { biometrics } from './biometrics-tour.ts'
import type { AndroidScreen } from './list.ts'
import type { Stretch } from './tour.ts'

export const androidTour: readonly Stretch<AndroidScreen>[] = [
  firstLook,
  notSupported,
  withoutNetwork,
  cardTroubles,
  readWithoutNetwork,
  applyAndRegister,
  withdraw,
  registrationRefused,
  afterHours,
  leftHalfDone,
  login,
  biometrics,
  revoke,
  revokeAtLast,
  resetSecret,
  newPhone,
  lostAndFound,
  newAuthority,
  twoWindows,
  validityEnds,
]
