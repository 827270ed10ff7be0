/** Why a scenario stopped. Codes stay for ever; what a server or a card refuses comes with its own code. */

export const scenarioErrors = {
  SCENARIO_UNKNOWN: 'kazashi scenario list names them',
  READER_NOT_USED: 'this scenario makes cards of its own: leave out --reader',
  SERVER_UNREACHABLE: 'start it with kazashi start, or name it with --server URL',
  SERVER_NOT_SANDBOX: 'scenarios run on a sandbox only',
  ASSERTION_FAILED:
    'what the step expected did not happen: please report it with the output of --json',
  NOTICE_LATE: 'look at the output of the server; outside 8:00 to 19:30 nothing is issued',
} as const

export type ScenarioErrorCode = keyof typeof scenarioErrors

export class ScenarioError extends Error {
  readonly code: ScenarioErrorCode
  readonly next: string

  constructor(code: ScenarioErrorCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause })
    this.name = 'ScenarioError'
    this.code = code
    this.next = scenarioErrors[code]
  }
}
