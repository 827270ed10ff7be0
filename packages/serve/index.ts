/** The parts of every party's server: `createParty`, `servePages`, `Problem`, origins, and calls between parties. */
export { CommonProblem, commonProblems } from './common-problems.ts'
export { languageOf } from './error-mapping.ts'
export { LocalWebSocket, localFetch } from './local-fetch.ts'
export { createLogger, type LogLevel } from './logger.ts'
export type { ApiDescription, ApiProblems, SecurityScheme } from './openapi.ts'
export {
  hostOf,
  hostsOf,
  type Origins,
  originsFor,
  type PartyName,
  partyElsewhere,
  partyNames,
  partyOf,
} from './origins.ts'
export { refuseRequest, refuseSocket, refuseUnparsed } from './outside-fastify.ts'
export { type Pages, serveNamedFiles, servePages } from './pages.ts'
export { createParty, type Party, type PartyOptions } from './party.ts'
export {
  Problem,
  ProblemDocument,
  type ProblemEntry,
  type ProblemOptions,
  type ProblemTable,
  problemClass,
  type Texts,
} from './problem.ts'
export { documentOf, languageIn } from './problem-document.ts'
export { type TraceLine, traceBook } from './trace/book.ts'
export { leaveTrace, withTraceLeft } from './trace/context.ts'
export { noteSignature } from './trace/records.ts'
