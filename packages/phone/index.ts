/** What lives on a phone: its secure element, what it keeps, and the procedures (without their screens). */
export * from './authority-port.ts'
export * from './consent.ts'
export * from './errors.ts'
export * from './statement.ts'
