/** The My Number Card: what it is (contents, applets), how it is spoken to (APDUs), and a reader's client for it. */
export * from './apdu.ts'
export {
  type AppletDefinition,
  appletDefinition,
  applets,
  cardManagerAid,
} from './applets/applet.ts'
export { cardDataFile, NUMBER_TRIES } from './applets/card-data.ts'
export {
  type CardIdentification,
  commonFile,
  encodeCardIdentification,
  parseCardIdentification,
} from './applets/common.ts'
export {
  type Availability,
  encodeAvailability,
  jpkiFile,
  PIN_TRIES,
  parseAvailability,
  SIGNING_PASSWORD_TRIES,
} from './applets/jpki.ts'
export { residentRegisterFile } from './applets/resident-register.ts'
export { visualFile } from './applets/visual.ts'
export * from './contents.ts'
export * from './errors.ts'
export * from './layout.ts'
export * from './resident.ts'
export * from './status.ts'
export * from './token-information.ts'
export * from './transport.ts'
export { type Processed, VirtualCard } from './virtual-card.ts'
