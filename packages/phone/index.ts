/** The inside of a phone: its secure element, its store, and the procedures (without their screens). */
export * from './authority-codes.ts'
export * from './authority-port.ts'
export type { BiometricCredential } from './biometrics.ts'
export * from './consent.ts'
export * from './errors.ts'
export { heldElement } from './held-element.ts'
export {
  openPhone,
  type Phone,
  type PhoneOptions,
  packageVersion,
} from './phone.ts'
export type { PhoneState } from './phone-state.ts'
export {
  type ApplicationChoice,
  type Draft,
  openDraft,
  type PhoneSecrets,
  prepareApplication,
  requestOf,
  setSecrets,
  signApplication,
} from './procedures/application.ts'
export * from './procedures/biometrics.ts'
export type { CardAtHand, CardProgress } from './procedures/card-signature.ts'
export * from './procedures/deletion.ts'
export { holderBirthDate } from './procedures/holder.ts'
export * from './procedures/iphone-application.ts'
export * from './procedures/login.ts'
export * from './procedures/refresh.ts'
export * from './procedures/registration.ts'
export { resetPhone } from './procedures/reset-phone.ts'
export {
  checkRevocationSecret,
  kindsInUse,
  type RevocationWay,
  revocationSecret,
  revokeCertificates,
} from './procedures/revocation.ts'
export {
  abandonApplication,
  checkSigned,
  type OpenApplication,
  openSigned,
  refreshApplication,
  type SignedApplication,
  signedCms,
  submitApplication,
  withdrawApplication,
} from './procedures/signed-application.ts'
export * from './procedures/status.ts'
export * from './procedures/unblocking.ts'
export * from './request-statement.ts'
export { passingCost } from './sealing.ts'
export type { SecureElement } from './secure-element.ts'
export * from './statement.ts'
export * from './store.ts'
export { openWalletCard, type WalletState, walletState } from './wallet.ts'
