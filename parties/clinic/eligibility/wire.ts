/** The question of a facility and its answer, as they go over HTTP. An open mock of the real オンライン資格確認: of its kind, not its form. */
import { carriers, sexes } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { z } from 'zod'
import { isInsurerNumber } from './insurer-number.ts'
import { insuranceKinds, practices } from './membership.ts'

const day = z.iso.date()
/** A signed statement and its certificates are some 4 KB. */
const Base64 = z.base64().refine(base64.is).min(4).max(30_000)

export const Proof = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('signature'),
    response: Base64.describe(
      'CMS SignedData by the authentication certificate over the login statement, DER',
    ),
    nonce: z.string().min(16).max(200),
    code: z.string().regex(/^\d{2}$/),
  }),
  z.strictObject({
    kind: z
      .enum(['face', 'eye'])
      .describe('the facility has compared the face of the card: by its terminal, or by its staff'),
    certificate: Base64.describe('of user authentication, of a card, DER'),
  }),
])
export type Proof = z.infer<typeof Proof>

export const Question = z
  .strictObject({
    proof: Proof,
    limits: z.boolean().describe('the patient agreed that the class of the limit is told'),
    practice: z.enum(practices).optional().describe('of a sandbox: answered in place of the truth'),
  })
  .meta({ id: 'EligibilityQuestion' })
export type Question = z.infer<typeof Question>

const InsurerNumber = z
  .string()
  .refine(isInsurerNumber)
  .describe('six or eight digits, the last a check digit')

export const MembershipView = z
  .strictObject({
    kind: z.enum(insuranceKinds),
    insurerNumber: InsurerNumber,
    insurerName: z.string(),
    symbol: z.string().nullable().describe('記号'),
    number: z.string().describe('番号'),
    branch: z.string().nullable().describe('枝番'),
    share: z.union([z.literal(1), z.literal(2), z.literal(3)]).describe('in tenths'),
    validFrom: day,
    validUntil: day.nullable(),
  })
  .meta({ id: 'Membership' })

export const Answer = z
  .strictObject({
    patient: z.string().describe('the person’s name at this facility alone'),
    carrier: z.enum(carriers),
    resident: z.strictObject({
      name: z.string(),
      kana: z.string(),
      birthDate: day,
      sex: z.enum(sexes),
      address: z.string(),
    }),
    state: z.enum(['insured', 'ended', 'not-insured']),
    membership: MembershipView.nullable().describe('null: of nobody who is not insured'),
    limit: z.string().nullable().describe('限度額の適用区分; null: not agreed to'),
    before: MembershipView.pick({ insurerNumber: true, insurerName: true })
      .nullable()
      .describe('the insurer that the membership changed from'),
    certificateUntil: z.iso.datetime(),
    answeredAt: z.iso.datetime(),
  })
  .meta({ id: 'EligibilityAnswer' })
export type Answer = z.infer<typeof Answer>
