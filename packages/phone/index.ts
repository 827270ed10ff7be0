/** What lives on a phone: its secure element, what it keeps, and the procedures (without their screens). */
export * from './authority-port.ts'
export * from './consent.ts'
export * from './errors.ts'
export {
  certificateKinds,
  openPhone,
  type Phone,
  type PhoneOptions,
  type PhoneState,
} from './phone.ts'
export * from './procedures/application.ts'
export * from './procedures/login.ts'
export * from './procedures/registration.ts'
export * from './procedures/status.ts'
export * from './request-statement.ts'
export type { SecureElement } from './secure-element.ts'
export * from './statement.ts'
export * from './store.ts'
