/** The reception's desk as its page sees it. */
import { carriers, sexes } from '@kazashi/lifecycle'
import { z } from 'zod'
import { practices } from '../eligibility/membership.ts'
import { MembershipView } from '../eligibility/wire.ts'
import { consentNames } from '../facility/consents.ts'
import type { Facility } from '../facility/facilities.ts'
import { endsSoon, outcomes } from '../facility/outcome.ts'
import { devices, type Reception } from '../facility/receptions.ts'
import type { Told } from '../terminal/troubles.ts'
import type { Visit } from '../terminal/visits.ts'

const moment = z.iso.datetime()

const Patient = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  receivedAt: moment,
  device: z.enum(devices),
  way: z.enum(['signature', 'face', 'eye']),
  outcome: z.enum(outcomes),
  inLineAt: moment.nullable(),
  declaredAt: moment.nullable(),
  /** null: nobody could say who it is. */
  person: z
    .strictObject({
      name: z.string(),
      kana: z.string(),
      birthDate: z.iso.date(),
      sex: z.enum(sexes),
      address: z.string(),
      carrier: z.enum(carriers),
      certificateEnds: moment.nullable(),
    })
    .nullable(),
  membership: MembershipView.nullable(),
  limit: z.string().nullable(),
  before: MembershipView.pick({ insurerNumber: true, insurerName: true }).nullable(),
  consents: z.array(z.strictObject({ what: z.enum(consentNames), given: z.boolean() })),
})

export const ReceptionDesk = z
  .strictObject({
    now: moment,
    facility: z.strictObject({
      kind: z.enum(['clinic', 'pharmacy']),
      hasReader: z.boolean(),
      firstVisitNeedsCard: z.boolean(),
    }),
    practice: z.enum(practices).nullable(),
    token: z.string().describe('by which programs of this facility ask the eligibility service'),
    patients: z.array(Patient).describe('newest first'),
    waiting: z.array(z.strictObject({ id: z.uuid(), startedAt: moment })),
    troubles: z.array(z.strictObject({ code: z.string(), device: z.enum(devices), at: moment })),
  })
  .meta({ id: 'ReceptionDesk' })
export type ReceptionDesk = z.infer<typeof ReceptionDesk>

function patientOf(one: Reception): z.infer<typeof Patient> {
  const { answer } = one
  const until = answer && new Date(answer.certificateUntil)
  return {
    id: one.id,
    number: one.number,
    receivedAt: one.receivedAt.toISOString(),
    device: one.device,
    way: one.way,
    outcome: one.outcome,
    inLineAt: one.inLineAt?.toISOString() ?? null,
    declaredAt: one.declaredAt?.toISOString() ?? null,
    person: answer
      ? {
          ...answer.resident,
          carrier: answer.carrier,
          certificateEnds: until && endsSoon(until, one.receivedAt) ? until.toISOString() : null,
        }
      : null,
    membership: answer?.membership ?? null,
    limit: answer?.limit ?? null,
    before: one.before ?? null,
    consents: one.consents.map(({ what, given }) => ({ what, given })),
  }
}

export const deskView = (of: {
  readonly facility: Facility
  readonly token: string
  readonly now: Date
  readonly receptions: readonly Reception[]
  readonly waiting: readonly Visit[]
  readonly troubles: readonly Told[]
}): ReceptionDesk => ({
  now: of.now.toISOString(),
  facility: {
    kind: of.facility.kind,
    hasReader: of.facility.hasReader,
    firstVisitNeedsCard: of.facility.firstVisitNeedsCard,
  },
  practice: of.facility.practice ?? null,
  token: of.token,
  patients: of.receptions.map(patientOf),
  waiting: of.waiting.map(({ id, startedAt }) => ({ id, startedAt: startedAt.toISOString() })),
  troubles: of.troubles.map(({ code, device, at }) => ({ code, device, at: at.toISOString() })),
})
