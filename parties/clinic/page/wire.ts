/** What the clinic's server tells its pages, as they take it. */
import { z } from 'zod'

const devices = ['card', 'android', 'iphone'] as const
export type Device = (typeof devices)[number]
const outcomes = ['received', 'insurer-changed', 'ended', 'not-insured', 'unanswered'] as const
export type Outcome = (typeof outcomes)[number]
export const practices = [
  'insurer-changed',
  'not-insured',
  'membership-ended',
  'service-down',
] as const
export const consentNames = ['medicines', 'surgery', 'check-ups', 'limits'] as const
export type ConsentName = (typeof consentNames)[number]

const Consents = z.object({
  medicines: z.boolean(),
  surgery: z.boolean(),
  'check-ups': z.boolean(),
  limits: z.boolean(),
})
export type Consents = z.infer<typeof Consents>
const Insurer = z.object({ insurerNumber: z.string(), insurerName: z.string() })

export const Facility = z.object({
  kind: z.enum(['clinic', 'pharmacy']),
  hasReader: z.boolean(),
  firstVisitNeedsCard: z.boolean(),
})
export type Facility = z.infer<typeof Facility>

export const NewVisit = z.object({
  id: z.uuid(),
  statement: z.string(),
  nonce: z.string(),
  code: z.string(),
})
export type NewVisit = z.infer<typeof NewVisit>

export const Visit = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('eye') }),
  z.object({
    state: z.literal('consents'),
    name: z.string(),
    consents: Consents,
    lastVisit: z.string().nullable(),
  }),
  z.object({
    state: z.literal('received'),
    outcome: z.enum(outcomes),
    number: z.int(),
    name: z.string().nullable(),
    insurer: Insurer.nullable(),
    before: Insurer.nullable(),
    validFrom: z.string().nullable(),
    validUntil: z.string().nullable(),
    certificateEnds: z.string().nullable(),
  }),
  z.object({ state: z.literal('refused'), code: z.string() }),
])
export type Visit = z.infer<typeof Visit>
export type Received = Extract<Visit, { readonly state: 'received' }>
export type Asked = Extract<Visit, { readonly state: 'consents' }>

const Patient = z.object({
  id: z.uuid(),
  number: z.int(),
  receivedAt: z.string(),
  device: z.enum(devices),
  way: z.enum(['signature', 'face', 'eye']),
  outcome: z.enum(outcomes),
  inLineAt: z.string().nullable(),
  declaredAt: z.string().nullable(),
  person: z
    .object({
      name: z.string(),
      kana: z.string(),
      birthDate: z.string(),
      sex: z.string(),
      address: z.string(),
      certificateEnds: z.string().nullable(),
    })
    .nullable(),
  membership: z
    .object({
      kind: z.enum(['kyokai-kenpo', 'kumiai', 'kokuho', 'late-elderly']),
      insurerNumber: z.string(),
      insurerName: z.string(),
      symbol: z.string().nullable(),
      number: z.string(),
      branch: z.string().nullable(),
      share: z.int(),
      validFrom: z.string(),
      validUntil: z.string().nullable(),
    })
    .nullable(),
  limit: z.string().nullable(),
  before: Insurer.nullable(),
  consents: z.array(z.object({ what: z.enum(consentNames), given: z.boolean() })),
})
export type Patient = z.infer<typeof Patient>

export const Desk = z.object({
  now: z.string(),
  facility: Facility,
  practice: z.enum(practices).nullable(),
  token: z.string(),
  patients: z.array(Patient),
  waiting: z.array(z.object({ id: z.uuid(), startedAt: z.string() })),
  troubles: z.array(z.object({ code: z.string(), device: z.enum(devices), at: z.string() })),
})
export type Desk = z.infer<typeof Desk>
