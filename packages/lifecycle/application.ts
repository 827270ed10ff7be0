/** Life of an application (2-C…2-E): (state, event) → (state, effects). A missing cell is a refusal. */

export const applicationStates = ['applied', 'issued', 'registered', 'withdrawn', 'lapsed'] as const
export type ApplicationState = (typeof applicationStates)[number]

export const applicationEvents = ['issue', 'register', 'withdraw', 'lapse', 'card-ended'] as const
export type ApplicationEvent = (typeof applicationEvents)[number]

/** credential: …: the same event happens to the phone credential applied for. notify: tell the person. */
export type ApplicationEffect =
  | 'credential: issue'
  | 'credential: register'
  | 'credential: withdraw'
  | 'credential: lapse'
  | 'credential: card-ended'
  | 'notify'

export type ApplicationCell = readonly [to: ApplicationState, ...effects: ApplicationEffect[]]

export const phoneApplication: Readonly<
  Record<ApplicationState, { readonly [E in ApplicationEvent]?: ApplicationCell }>
> = {
  applied: {
    issue: ['issued', 'credential: issue', 'notify'],
    withdraw: ['withdrawn', 'credential: withdraw'],
    'card-ended': ['lapsed', 'credential: card-ended'],
  },
  issued: {
    register: ['registered', 'credential: register'],
    withdraw: ['withdrawn', 'credential: withdraw'],
    lapse: ['lapsed', 'credential: lapse'],
    'card-ended': ['lapsed', 'credential: card-ended'],
  },
  registered: {},
  withdrawn: {},
  lapsed: {},
}

/** @returns undefined: refused */
export const stepApplication = (
  from: ApplicationState,
  event: ApplicationEvent,
): ApplicationCell | undefined => phoneApplication[from][event]
