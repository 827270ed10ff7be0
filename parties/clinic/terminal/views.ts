/** A visit as its terminal sees it, and no more of the person than the terminal shows. */
import { z } from 'zod'
import { Proof } from '../eligibility/wire.ts'
import { Consents, filledIn } from '../facility/consents.ts'
import { endsSoon, outcomes } from '../facility/outcome.ts'
import { DeviceName, type Visit } from './visits.ts'

export const NewVisit = z.strictObject({ device: DeviceName })
export const VisitParams = z.strictObject({ id: z.uuid() })
export const ProofBody = Proof

const moment = z.iso.datetime()

export const NewVisitView = z
  .strictObject({
    id: z.uuid(),
    statement: z.string().describe('what the authentication certificate is to sign, base64'),
    nonce: z.string(),
    code: z.string(),
  })
  .meta({ id: 'NewVisit' })

const Insurer = z.strictObject({ insurerNumber: z.string(), insurerName: z.string() })

export const VisitView = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.literal('open') }),
    z.strictObject({ state: z.literal('eye') }),
    z.strictObject({
      state: z.literal('consents'),
      name: z.string(),
      consents: Consents.describe('filled in: the last answers'),
      lastVisit: moment.nullable(),
    }),
    z.strictObject({
      state: z.literal('received'),
      outcome: z.enum(outcomes),
      number: z.int(),
      name: z.string().nullable(),
      insurer: Insurer.nullable(),
      before: Insurer.nullable(),
      validFrom: z.iso.date().nullable(),
      validUntil: z.iso.date().nullable(),
      certificateEnds: moment.nullable().describe('where that is within three months'),
    }),
    z.strictObject({ state: z.literal('refused'), code: z.string() }),
  ])
  .meta({ id: 'Visit' })
export type VisitView = z.infer<typeof VisitView>

export function viewOf({ state, startedAt }: Pick<Visit, 'state' | 'startedAt'>): VisitView {
  switch (state.name) {
    case 'open':
    case 'eye':
      return { state: state.name }
    case 'refused':
      return { state: 'refused', code: state.code }
    case 'consents':
      return {
        state: 'consents',
        name: state.answer.resident.name,
        consents: filledIn(state.last?.consents),
        lastVisit: state.last?.lastVisit ?? null,
      }
    case 'received': {
      const { outcome, number, answer, before } = state.received
      const { insurerNumber, insurerName, validFrom, validUntil } = answer?.membership ?? {}
      const until = answer && new Date(answer.certificateUntil)
      return {
        state: 'received',
        outcome,
        number,
        name: answer?.resident.name ?? null,
        insurer:
          insurerNumber === undefined || insurerName === undefined
            ? null
            : { insurerNumber, insurerName },
        before: before ?? null,
        validFrom: validFrom ?? null,
        validUntil: validUntil ?? null,
        certificateEnds: until && endsSoon(until, startedAt) ? until.toISOString() : null,
      }
    }
  }
}
