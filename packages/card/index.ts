/** The My Number Card: what it is (contents, applets), how it is spoken to (APDUs), and a reader's client for it. */
export * from './contents.ts'
export * from './errors.ts'
export * from './resident.ts'
export * from './transport.ts'
