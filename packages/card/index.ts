/** The My Number Card: its contents and applets, its commands (APDUs), and a reader's client for it. */
export * from './apdu.ts'
export { appletDefinition, applets, cardManagerAid } from './applets/applet.ts'
export * from './applets/applet-definition.ts'
export { cardDataFile } from './applets/card-data.ts'
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
  parseAvailability,
} from './applets/jpki.ts'
export { residentRegisterFile } from './applets/resident-register.ts'
export { visualFile } from './applets/visual.ts'
export * from './card-file.ts'
export * from './contents.ts'
export { decodeContents, encodeContents } from './contents-document.ts'
export * from './errors.ts'
export * from './layout.ts'
export {
  type CardCertificate,
  CardClient,
  type CardSigner,
  type HolderProof,
  openCard,
} from './reader/client.ts'
export type { CardFace, PersonalAttributes } from './reader/personal-data.ts'
export { secretRules } from './reader/secrets.ts'
export type { Progress, SessionOptions } from './reader/session.ts'
export type { RetryCounter, VerifyOptions } from './reader/verification.ts'
export * from './resident.ts'
export * from './residents/index.ts'
export * from './status.ts'
export * from './tlv.ts'
export * from './token-information.ts'
export * from './transport.ts'
export { type HostOptions, hostCard } from './transports/host.ts'
export { memoryTransport } from './transports/memory.ts'
export { type Presented, presentCard } from './transports/present.ts'
export {
  connectReader,
  type RemoteReader,
  type RemoteReaderOptions,
} from './transports/websocket.ts'
export { type Processed, VirtualCard } from './virtual-card.ts'
