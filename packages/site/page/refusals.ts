/** Codes that a login by the gate can meet at a site: those with words of their own, and those that are notes beside the button. */
const spoken = ['ANSWER_INVALID', 'GATE_UNAVAILABLE', 'NETWORK', 'UNEXPECTED'] as const
export type SpokenRefusal = (typeof spoken)[number]

/** A code as it came; one that this page does not know is shown as unexpected. */
export function refusalOf(code: string): SpokenRefusal {
  // Without the authority the site does not know the time.
  if (code === 'TRUST_UNAVAILABLE' || code === 'STARTING') return 'GATE_UNAVAILABLE'
  return spoken.find((one) => one === code) ?? 'UNEXPECTED'
}

/**
 * left: just logged out · over: the session's time is up, or another window logged out · signing: the same, on the way back from signing ·
 * stopped: came back without a login · elsewhere: came back to a browser that had not asked, or too late
 */
export type OutNote = 'left' | 'over' | 'signing' | 'stopped' | 'elsewhere'

const notes: Readonly<Partial<Record<string, OutNote>>> = {
  LOGIN_STOPPED: 'stopped',
  LOGIN_ELSEWHERE: 'elsewhere',
  NOT_LOGGED_IN: 'over',
  SESSION_OVER_SIGNING: 'signing',
}

export const noteOf = (code: string): OutNote | undefined => notes[code]
