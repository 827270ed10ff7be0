/** All scenarios, in the order of the course. */
import type { Scenario } from '../scenario.ts'
import { afterHours } from './after-hours.ts'
import { androidFirstTime } from './android-first-time.ts'
import { androidForgotPassword } from './android-forgot-password.ts'
import { androidRevokeOne } from './android-revoke-one.ts'
import { androidSwitch } from './android-switch.ts'
import { androidToIphone } from './android-to-iphone.ts'
import { bankContract } from './bank-contract.ts'
import { cardExpired } from './card-expired.ts'
import { cardLostAndFound } from './card-lost-and-found.ts'
import { clinicVisit } from './clinic-visit.ts'
import { iphoneDelete } from './iphone-delete.ts'
import { iphoneDeleteOther } from './iphone-delete-other.ts'
import { iphoneFirstTime } from './iphone-first-time.ts'
import { iphoneToAndroid } from './iphone-to-android.ts'
import { iphoneToIphone } from './iphone-to-iphone.ts'
import { kioskCertificate } from './kiosk-certificate.ts'
import { mobileContract } from './mobile-contract.ts'
import { movedHouse } from './moved-house.ts'
import { passwordLocked } from './password-locked.ts'
import { phoneLostAndFound } from './phone-lost-and-found.ts'
import { portalMoving } from './portal-moving.ts'
import { portalTaxReturn } from './portal-tax-return.ts'
import { secondPhoneRefused } from './second-phone-refused.ts'

export const scenarios: readonly Scenario[] = [
  androidFirstTime,
  androidRevokeOne,
  androidForgotPassword,
  passwordLocked,
  iphoneFirstTime,
  iphoneDelete,
  iphoneDeleteOther,
  androidSwitch,
  androidToIphone,
  iphoneToAndroid,
  iphoneToIphone,
  afterHours,
  secondPhoneRefused,
  cardExpired,
  movedHouse,
  phoneLostAndFound,
  cardLostAndFound,
  kioskCertificate,
  clinicVisit,
  portalMoving,
  portalTaxReturn,
  bankContract,
  mobileContract,
]
