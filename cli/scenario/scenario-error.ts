/** Why a scenario stopped: a table of codes. Codes stay for ever; a server's or a card's refusal comes with its own code. */
import { errorClass } from '@kazashi/errors'

const scenarioErrors = {
  SCENARIO_UNKNOWN: {
    clause: 'kazashi scenario run NAME',
    next: 'kazashi scenario list shows their names',
  },
  READER_NOT_USED: {
    clause: 'kazashi scenario run --reader',
    next: 'this scenario makes its own cards: leave out --reader',
  },
  SERVER_UNREACHABLE: {
    clause: 'kazashi scenario run --server',
    next: 'start it with kazashi start, or name it with --server URL',
  },
  SERVER_NOT_SANDBOX: {
    clause: 'docs/architecture.md, the sandbox’s clock',
    next: 'scenarios run on a sandbox only',
  },
  INTERRUPTED: {
    clause: 'POSIX.1-2024 §2.4.3 SIGINT',
    next: 'run it again; where a line above says that the clock was not put back, move it yourself: PUT /sandbox/clock',
  },
  ASSERTION_FAILED: {
    clause: 'docs/course.md',
    next: 'the step did not do what it should: please report it with the output of --json',
  },
  NOTICE_LATE: {
    clause: '5-A1',
    next: 'look at the output of the server; nothing is issued outside 8:00 to 19:30',
  },
} as const

export class ScenarioError extends errorClass('ScenarioError', scenarioErrors) {}
