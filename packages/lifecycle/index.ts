/** The rules of the system as pure functions and tables; everything else asks here and decides nothing of this itself. */
export * from './application.ts'
export * from './clock.ts'
export * from './credential.ts'
export * from './hours.ts'
export * from './japan-time.ts'
export * from './people-and-phones.ts'
export * from './secrets.ts'
export * from './validity.ts'
