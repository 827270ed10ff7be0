/** Life of an application (2-C…2-E): (state, event) → (state, effects). A missing cell is a refusal. */

export const applicationStates = ['applied', 'issued', 'registered', 'withdrawn', 'lapsed'] as const
export type ApplicationState = (typeof applicationStates)[number]

export const applicationPurposes = ['new', 'switch', 'resume'] as const
/** switch: in place of the person's on another Android phone (4-B) · resume: of one that is suspended (5-B3) */
export type ApplicationPurpose = (typeof applicationPurposes)[number]

export const applicationEvents = [
  'issue',
  'register',
  'withdraw',
  'lapse',
  'suspend',
  'delete',
  'card-ended',
] as const
export type ApplicationEvent = (typeof applicationEvents)[number]

/** credential: …: the same event happens to the phone credential applied for. notify: tell the person. */
export type ApplicationEffect =
  | 'credential: issue'
  | 'credential: register'
  | 'credential: withdraw'
  | 'credential: lapse'
  | 'credential: suspend'
  | 'credential: delete'
  | 'credential: card-ended'
  | 'notify'

export type ApplicationCell = readonly [to: ApplicationState, ...effects: ApplicationEffect[]]

export const phoneApplication: Readonly<
  Record<ApplicationState, { readonly [E in ApplicationEvent]?: ApplicationCell }>
> = {
  applied: {
    issue: ['issued', 'credential: issue', 'notify'],
    withdraw: ['withdrawn', 'credential: withdraw'],
    suspend: ['withdrawn', 'credential: suspend'],
    delete: ['withdrawn', 'credential: delete'],
    'card-ended': ['lapsed', 'credential: card-ended'],
  },
  issued: {
    register: ['registered', 'credential: register'],
    withdraw: ['withdrawn', 'credential: withdraw'],
    lapse: ['lapsed', 'credential: lapse'],
    suspend: ['withdrawn', 'credential: suspend'],
    delete: ['withdrawn', 'credential: delete'],
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
