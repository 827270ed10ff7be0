/**
 * Life of an application (2-C…2-E): (state, event) → state. A missing cell is a refusal. The events are those of its phone
 * credential, which has the effects.
 */

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

export const phoneApplication: Readonly<
  Record<ApplicationState, { readonly [E in ApplicationEvent]?: ApplicationState }>
> = {
  applied: {
    issue: 'issued',
    withdraw: 'withdrawn',
    suspend: 'withdrawn',
    delete: 'withdrawn',
    'card-ended': 'lapsed',
  },
  issued: {
    register: 'registered',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
    suspend: 'withdrawn',
    delete: 'withdrawn',
    'card-ended': 'lapsed',
  },
  registered: {},
  withdrawn: {},
  lapsed: {},
}

/** @returns undefined: refused */
export const stepApplication = (
  from: ApplicationState,
  event: ApplicationEvent,
): ApplicationState | undefined => phoneApplication[from][event]
